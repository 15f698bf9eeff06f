import { beforeEach, describe, expect, it } from "vitest";
import { toDay } from "#kernel/day.ts";
import type { Id, PersonId } from "#kernel/id.ts";
import { isRefusal } from "#kernel/refusal.ts";
import { execute } from "#platform/command.ts";
import { freshTenant, type TestPerson, type TestTenant } from "#testing/tenant.ts";
import { cancelContract, endContract, recordContract } from "../contract/record-contract.command.ts";
import { changeTerms } from "./change-terms.command.ts";
import { termsInForce, termsOfContract } from "./terms.store.ts";
import { checkTerm, missingTerms, TERMS } from "./terms.ts";

let tenant: TestTenant;
let payroll: TestPerson;
let personId: PersonId;

beforeEach(async () => {
  tenant = await freshTenant({ now: "2026-03-02T09:00:00.000Z" });
  payroll = await tenant.person({ roles: ["payroll"] });
  personId = (await tenant.person()).personId;
});

async function contract(kind: "cape" | "cesa", startsOn: string, endsOn = "") {
  const result = await execute(tenant.host, payroll.caller, recordContract, { personId, kind, startsOn, endsOn });
  if (isRefusal(result)) throw new Error(result.code);
  return result.contractId;
}

const change = (contractId: Id<"contract">, seen: number, fields: object, who = payroll) =>
  execute(tenant.host, who.caller, changeTerms, { contractId, seen, from: "2026-03-02", ...fields });

const inForce = (on: string) =>
  tenant.run(
    async (tx) => (await termsInForce(tx, tenant.organizationId, [personId], toDay(on))).get(personId) ?? null,
  );

describe("Les clauses d’un contrat", () => {
  it("telles que signées, puis un avenant numéroté à sa date : chaque jour retrouve les siennes", async () => {
    const contractId = await contract("cesa", "2026-01-01");
    expect(await change(contractId, -1, { values: { weekly_hours: "1750", fixed_part: "60000" } })).toEqual({
      contractId,
      amendment: 0,
    });
    const raise = { from: "2026-06-01", values: { weekly_hours: "1750", fixed_part: "80000" } };
    expect(await change(contractId, 0, raise)).toEqual({ contractId, amendment: 1 });
    expect(await inForce("2025-12-31")).toBeNull();
    expect(await inForce("2026-05-31")).toMatchObject({ amendment: 0, values: { fixed_part: "60000" } });
    expect(await inForce("2026-06-01")).toMatchObject({ amendment: 1, values: { fixed_part: "80000" } });
  });

  it("une erreur se corrige sous le même numéro, avec sa raison", async () => {
    const contractId = await contract("cesa", "2026-01-01");
    await change(contractId, -1, { values: { fixed_part: "60000" } });
    const fix = { mistake: true, values: { fixed_part: "65000" } };
    expect(await change(contractId, 0, fix)).toMatchObject({ code: "terms.reason", field: "reason" });
    expect(await change(contractId, 0, { ...fix, reason: "faute de frappe" })).toMatchObject({ amendment: 0 });
    const past = await tenant.run((tx) => termsOfContract(tx, tenant.organizationId, contractId));
    expect(past.map(({ amendment, effectOn, values }) => [amendment, effectOn, values.fixed_part])).toEqual([
      [0, "2026-01-01", "65000"],
    ]);
  });

  it("terminé ou annulé, un contrat n’a plus de clauses en vigueur", async () => {
    const contractId = await contract("cesa", "2026-01-01");
    await change(contractId, -1, { values: { fixed_part: "60000" } });
    await execute(tenant.host, payroll.caller, endContract, { contractId, version: 1, endsOn: "2026-02-28" });
    expect(await inForce("2026-03-01")).toBeNull();
    expect(await inForce("2026-02-28")).not.toBeNull();
    await execute(tenant.host, payroll.caller, cancelContract, { contractId, version: 2 });
    expect(await inForce("2026-02-28")).toBeNull();
    expect(await change(contractId, 0, { values: { fixed_part: "1" } })).toMatchObject({
      code: "contract.cancelledAlready",
    });
  });

  it("L7332-1 : l’essai ne dépasse pas huit mois, moins le CAPE d’avant", async () => {
    await contract("cape", "2025-07-01", "2025-12-31");
    const contractId = await contract("cesa", "2026-01-01");
    // Eight months less six: two months, until the last day of February.
    expect(await change(contractId, -1, { values: { trial_end: "2026-03-01" } })).toMatchObject({
      code: "terms.trialTooLong",
      field: "values.trial_end",
      facts: { latest: { day: "2026-02-28" } },
    });
    expect(await change(contractId, -1, { values: { trial_end: "2026-02-28" } })).toMatchObject({ amendment: 0 });
  });

  it("un avenant prend effet pendant le contrat, après le précédent, et change quelque chose", async () => {
    const contractId = await contract("cape", "2026-01-01", "2026-12-31");
    await change(contractId, -1, { values: { means: "Un bureau" } });
    const values = { means: "Un atelier" };
    expect(await change(contractId, 0, { from: "2025-12-31", values })).toMatchObject({ code: "terms.outside" });
    expect(await change(contractId, 0, { from: "2027-01-01", values })).toMatchObject({ code: "terms.outside" });
    expect(await change(contractId, 0, { from: "2026-01-01", values })).toMatchObject({ code: "terms.before" });
    expect(await change(contractId, 0, { from: "2026-04-01", values: { means: "Un bureau" } })).toMatchObject({
      code: "terms.unchanged",
    });
    expect(await change(contractId, 0, { from: "2026-04-01", values })).toMatchObject({ amendment: 1 });
    // Somebody who still sees the first terms.
    expect(await change(contractId, 0, { from: "2026-05-01", values })).toMatchObject({
      code: "terms.changedMeanwhile",
    });
  });

  it("refuse ce qui n’est ni montant ni heures, et qui n’en a pas le droit", async () => {
    const contractId = await contract("cesa", "2026-01-01");
    const wrong = { values: { fixed_part: "mille", weekly_hours: "9900", trial_end: "demain" } };
    expect(await change(contractId, -1, wrong)).toMatchObject({
      fields: {
        "values.fixed_part": "field.amount",
        "values.weekly_hours": "field.number",
        "values.trial_end": "field.day",
      },
    });
    const values = { fixed_part: "1" };
    const karim = await tenant.person({ roles: ["accompagnateur"] });
    expect(await change(contractId, -1, { values }, karim)).toMatchObject({ code: "terms.notAllowed" });
    const accountant = await tenant.person({ roles: ["accountant"] });
    expect(await change(contractId, -1, { values }, accountant)).toMatchObject({ code: "terms.personMissing" });
    const other = await freshTenant();
    const stranger = await other.person({ roles: ["payroll"] });
    expect(
      await execute(other.host, stranger.caller, changeTerms, { contractId, seen: -1, from: "2026-03-02", values }),
    ).toMatchObject({ code: "contract.missing" });
  });
});

describe("Ce que la loi veut", () => {
  it("R127-1 a huit points pour un CAPE, L7331-2 six pour un CESA : ceux qui manquent sont nommés", () => {
    const articles = (kind: "cape" | "cesa") => new Set(missingTerms(kind, null).map((key) => checkArticle(key)));
    expect([...articles("cape")]).toEqual(["1°", "2°", "4°", "5°", "6°", "8°"]);
    expect([...articles("cesa")]).toEqual(["a", "b", "c", "d", "e", "f", "R7331-10"]);
    expect(missingTerms("cesa", { amendment: 0, values: { objectives: "x" } })).not.toContain("objectives");
    expect(checkTerm("means", "x".repeat(4001))).toBe("field.tooLong");
  });
});

function checkArticle(key: ReturnType<typeof missingTerms>[number]): string {
  return TERMS[key].article.replace(/^(R127-1|L7331-2) /, "");
}
