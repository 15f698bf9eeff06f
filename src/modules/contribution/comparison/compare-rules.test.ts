import { expect, test } from "vitest";
import type { Month } from "#kernel/day.ts";
import type { ActivityId } from "#kernel/id.ts";
import { toRate } from "#kernel/rate.ts";
import { euros, monthWith, versionOf, yearWith } from "../compute/example-month.ts";
import { flatRule, RULE_TEMPLATES } from "../rule/rule-template.ts";
import { type ActivityMonths, compareRules } from "./compare-rules.ts";

const activity = (digit: string, name: string, months: ActivityMonths["months"]): ActivityMonths => ({
  activityId: `0197b1de-0000-7000-8000-00000000000${digit}` as ActivityId,
  name,
  months,
});
const year = (amount: string) => yearWith(Array.from({ length: 12 }, () => amount));

const current = versionOf(flatRule(toRate(1150)));
const proposed = versionOf({ ...RULE_TEMPLATES.collectedBands, extras: [] });

test("avant un vote : qui gagne, qui perd, combien la coopérative percevrait", () => {
  const small = activity("1", "Le Potager d'Inès", year("1000.00"));
  const large = activity("2", "Atelier Fer et Bois", year("5000.00"));
  const none = activity("3", "Chants de Loire", year("0.00"));
  const comparison = compareRules(
    () => current,
    () => proposed,
    [small, large, none],
    "2026-01" as Month,
  );
  // 12 000 : 1 380 contre 1 200. 60 000 : 6 900 contre 3 500 + 800 + 900.
  expect(
    comparison.activities.map(({ name, current: now, proposed: then, effect }) => [name, now, then, effect]),
  ).toEqual([
    ["Chants de Loire", euros("0.00"), euros("0.00"), "same"],
    ["Le Potager d'Inès", euros("1380.00"), euros("1200.00"), "gains"],
    ["Atelier Fer et Bois", euros("6900.00"), euros("5200.00"), "gains"],
  ]);
  expect(comparison).toMatchObject({
    current: euros("8280.00"),
    proposed: euros("6400.00"),
    difference: euros("-1880.00"),
    counts: { gains: 2, loses: 0, same: 1 },
  });
});

test("celles et ceux qui perdent le plus viennent d'abord", () => {
  const comparison = compareRules(
    () => proposed,
    () => current,
    [activity("1", "Petite", year("1000.00")), activity("2", "Grande", year("5000.00"))],
    "2026-01" as Month,
  );
  expect(comparison.activities.map((item) => [item.name, item.effect])).toEqual([
    ["Grande", "loses"],
    ["Petite", "loses"],
  ]);
});

test("les mois d'avant la période remplissent les tranches sans être comptés", () => {
  const months = [monthWith("40000.00", { month: "2026-01" }), monthWith("10000.00", { month: "2026-02" })];
  const comparison = compareRules(
    () => current,
    () => proposed,
    [activity("1", "Une", months)],
    "2026-02" as Month,
  );
  // 5 000 à 8 % puis 5 000 à 6 %.
  expect(comparison.proposed).toBe(euros("700.00"));
  expect(comparison.activities[0]?.months).toHaveLength(1);
});

test("aujourd'hui, chaque activité peut avoir sa règle", () => {
  const own = versionOf(flatRule(toRate(1000)));
  const one = activity("1", "Une", year("1000.00"));
  const two = activity("2", "Deux", year("1000.00"));
  const comparison = compareRules(
    (activityId) => (activityId === one.activityId ? own : current),
    () => current,
    [one, two],
    "2026-01" as Month,
  );
  expect(comparison.counts).toEqual({ gains: 0, loses: 1, same: 1 });
});
