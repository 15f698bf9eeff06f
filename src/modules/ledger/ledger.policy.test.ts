import { expect, test } from "vitest";
import type { Actor, Grant, SupportRole } from "#kernel/actor.ts";
import type { ActivityId } from "#kernel/id.ts";
import { mayKeepBooks, readScope } from "./ledger.policy.ts";

const [mine, followed] = ["mine", "followed"] as unknown as [ActivityId, ActivityId];

function actor(grants: Grant[], own: ActivityId[] = []): Actor {
  const rights = {
    selfValidatesQuotes: true,
    selfValidatesInvoices: true,
    recordsPayments: true,
    quoteRequired: false,
  };
  return { grants, own: new Map(own.map((id) => [id, rights])) } as unknown as Actor;
}

test("tiennent les livres : comptabilité, direction, administration de toute la coopérative, et personne d'autre", () => {
  const keeps = (role: SupportRole, reach: Grant["reach"] = "all") =>
    mayKeepBooks(actor([{ role, reach }]), "postEntry");
  expect(
    (["accountant", "direction", "administrator", "accompagnateur", "payroll"] as const).map((role) => keeps(role)),
  ).toEqual([true, true, true, false, false]);
  expect(keeps("accountant", new Set([followed]))).toBe(false);
  expect(mayKeepBooks(actor([], [mine]), "postEntry")).toBe(false);
});

test("lit : tout, toutes les activités, ou les siennes et celles qu'on suit ; jamais les services mutualisés d'office", () => {
  expect(readScope(actor([{ role: "direction", reach: "all" }]))).toBe("all");
  expect(readScope(actor([{ role: "accompagnateur", reach: "all" }], [mine]))).toBe("activities");
  expect(readScope(actor([{ role: "accompagnateur", reach: new Set([followed]) }], [mine]))).toEqual([mine, followed]);
  expect(readScope(actor([]))).toEqual([]);
});
