import { describe, expect, test } from "vitest";
import * as z from "zod/mini";
import { type Month, toDay } from "#kernel/day.ts";
import type { ActivityId } from "#kernel/id.ts";
import { toRate } from "#kernel/rate.ts";
import { euros, versionOf } from "../compute/example-month.ts";
import { checkRule } from "./check-rule.ts";
import { type ContributionRule, ruleSchema, seniorityMonth, versionInForce, yearStartOf } from "./rule.ts";
import { flatRule, RULE_TEMPLATES } from "./rule-template.ts";

const flat = flatRule(toRate(1150));
const codes = (rule: ContributionRule) => checkRule(rule).map((refusal) => refusal.code);

describe("la règle écrite en JSON", () => {
  test.each(Object.entries(RULE_TEMPLATES))("%s : écrite puis relue, elle est la même", (_key, rule) => {
    const json = JSON.parse(JSON.stringify(z.encode(ruleSchema, rule)));
    expect(z.decode(ruleSchema, json)).toEqual(rule);
  });

  test("les montants s'y lisent", () => {
    expect(z.encode(ruleSchema, RULE_TEMPLATES.marginWithFixedPart)).toMatchObject({
      scale: { mode: "flat", rate: 1350 },
      fixedParts: [{ key: "part-fixe", amount: "30.00" }],
    });
  });

  test.each([
    ["un taux au-delà de 100 %", { scale: { mode: "flat", rate: 10_001 } }],
    ["un taux négatif", { scale: { mode: "flat", rate: -1 } }],
    ["un taux à virgule flottante", { scale: { mode: "flat", rate: 11.5 } }],
    ["un montant qui n'en est pas un", { fixedParts: [{ key: "a", label: "A", amount: "1e3" }] }],
    ["un montant négatif", { fixedParts: [{ key: "a", label: "A", amount: "-1.00" }] }],
    ["un champ inconnu", { rounding: "up" }],
    ["un mois d'ouverture qui n'existe pas", { yearStart: 13 }],
  ])("refuse %s", (_name, change) => {
    const json = { ...z.encode(ruleSchema, flat), ...change };
    expect(z.safeDecode(ruleSchema, json as never).success).toBe(false);
  });
});

describe("la cohérence d'une règle", () => {
  const banded = (...below: (string | null)[]): ContributionRule => ({
    ...flat,
    scale: {
      mode: "wholeBands",
      bands: below.map((text) => ({ below: text === null ? null : euros(text), rate: toRate(1000) })),
    },
  });

  test.each(Object.entries(RULE_TEMPLATES))("%s est cohérente", (_key, rule) => {
    expect(codes(rule)).toEqual([]);
  });

  test("des tranches en ordre, la dernière seule sans limite", () => {
    expect(codes(banded())).toEqual(["rule.bandsMissing"]);
    expect(codes(banded("1000", "1000", null))).toEqual(["rule.bandsNotAscending"]);
    expect(codes(banded("0", null))).toEqual(["rule.bandsNotAscending"]);
    expect(codes(banded("1000"))).toEqual(["rule.lastBandNotOpen"]);
    expect(codes(banded(null, null))).toEqual(["rule.openBandNotLast"]);
  });

  test("un minimum sous le maximum, comparés sur l'année", () => {
    const limit = (per: "month" | "year", amount: string) => ({
      per,
      amount: { cases: [], otherwise: euros(amount) },
      prorata: "none" as const,
    });
    expect(codes({ ...flat, floor: limit("month", "40"), cap: limit("year", "480") })).toEqual([]);
    expect(codes({ ...flat, floor: limit("month", "40.01"), cap: limit("year", "480") })).toEqual([
      "rule.floorAboveCap",
    ]);
  });

  test("des parts de noms différents, aucun nom réservé", () => {
    const part = (key: string) => ({ key, label: "Part", amount: euros("1") });
    expect(codes({ ...flat, fixedParts: [part("a"), part("a")] })).toEqual(["rule.partKeyTwice"]);
    expect(codes({ ...flat, fixedParts: [part("floor")] })).toEqual(["rule.partKeyReserved"]);
  });

  test("des seuils lissés seulement pour des tranches à l'année", () => {
    expect(codes({ ...flat, thresholds: "elapsed" })).toEqual(["rule.flatSmoothing"]);
  });
});

describe("la règle en vigueur", () => {
  const garden = "0197b1de-0000-7000-8000-00000000a001" as ActivityId;
  const bakery = "0197b1de-0000-7000-8000-00000000a002" as ActivityId;
  const first = versionOf(flat, "2026-01", "0197b1de-0000-7000-8000-000000000001");
  const second = versionOf(flat, "2026-07", "0197b1de-0000-7000-8000-000000000002");
  const corrected = versionOf(flat, "2026-07", "0197b1de-0000-7000-8000-000000000003");
  const own = { ...versionOf(flat, "2026-03", "0197b1de-0000-7000-8000-000000000004"), activityId: garden };
  const versions = [corrected, own, second, first];
  const inForce = (activityId: ActivityId, month: string) => versionInForce(versions, activityId, month as Month)?.id;

  test("aucune avant la première", () => {
    expect(inForce(bakery, "2025-12")).toBeUndefined();
  });

  test("la dernière qui a pris effet ; adoptée deux fois pour le même mois, la plus récente", () => {
    expect(inForce(bakery, "2026-06")).toBe(first.id);
    expect(inForce(bakery, "2026-07")).toBe(corrected.id);
  });

  test("celle d'une activité passe avant celle de la coopérative, et ne vaut que pour elle", () => {
    expect(inForce(garden, "2026-02")).toBe(first.id);
    expect(inForce(garden, "2026-12")).toBe(own.id);
    expect(inForce(bakery, "2026-03")).toBe(first.id);
  });
});

test("l'année de contribution peut commencer en juillet", () => {
  expect(yearStartOf({ yearStart: 7 }, "2026-06" as Month)).toBe("2025-07");
  expect(yearStartOf({ yearStart: 7 }, "2026-07" as Month)).toBe("2026-07");
});

test("le mois de l'entrée est le premier", () => {
  expect(seniorityMonth(toDay("2025-11-30"), "2025-11" as Month)).toBe(1);
  expect(seniorityMonth(toDay("2025-11-30"), "2026-12" as Month)).toBe(14);
});
