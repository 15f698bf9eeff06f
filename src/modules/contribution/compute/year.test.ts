import { describe, expect, test } from "vitest";
import { toDay } from "#kernel/day.ts";
import { toDecimalString } from "#kernel/money.ts";
import { toRate } from "#kernel/rate.ts";
import type { ContributionRule } from "../rule/rule.ts";
import { flatRule, RULE_TEMPLATES } from "../rule/rule-template.ts";
import { computeMonth, computeMonths } from "./compute-contribution.ts";
import { euros, monthWith, versionOf, yearWith } from "./example-month.ts";

const { marginWholeBands, marginFloorAndCap, collectedBands } = RULE_TEMPLATES;
const marginalCollected: ContributionRule = { ...collectedBands, extras: [] };

/** The total of one month, as text. */
function oneMonth(rule: ContributionRule, sales: string, options: Parameters<typeof monthWith>[1] = {}): string {
  return toDecimalString(computeMonth(versionOf(rule), monthWith(sales, options), []).total);
}

describe("un mois rendu négatif par des avoirs", () => {
  const carried: ContributionRule = { ...flatRule(toRate(1000)), negativeMonth: "carryOver" };

  test("rend tout de suite la contribution", () => {
    expect(oneMonth(flatRule(toRate(1000)), "-500.00")).toBe("-50.00");
  });

  test("ou réduit les mois suivants, par réglage", () => {
    const months = computeMonths(versionOf(carried), yearWith(["-500.00", "300.00", "1000.00"]));
    expect(months.map((month) => toDecimalString(month.total))).toEqual(["0.00", "0.00", "80.00"]);
  });

  test("le crédit passe d'une année à l'autre", () => {
    const months = computeMonths(versionOf(carried), yearWith(["-500.00", "1000.00"], "2025-12"));
    expect(months.map((month) => toDecimalString(month.total))).toEqual(["0.00", "50.00"]);
  });

  test("le dernier mois de l'activité rend le crédit", () => {
    expect(oneMonth(carried, "-500.00", { last: true })).toBe("-50.00");
  });

  test("une facture annulée le mois suivant rend exactement ce qu'elle avait coûté, tranches et seuils compris", () => {
    const months = computeMonths(versionOf({ ...marginWholeBands, floor: null }), yearWith(["4000.00", "-4000.00"]));
    expect(months.map((month) => toDecimalString(month.total))).toEqual(["400.00", "-400.00"]);
  });

  test("le minimum ne s'ajoute pas à un mois négatif", () => {
    const { total, trace } = computeMonth(versionOf(marginFloorAndCap), monthWith("-500.00"), []);
    expect(toDecimalString(total)).toBe("-60.00");
    expect(trace.some((step) => step.key === "floor.negative")).toBe(true);
  });

  test("au-delà du plafond, un avoir ne rend que ce qui repasse dessous", () => {
    const months = computeMonths(versionOf(marginFloorAndCap), yearWith(["75000.00", "-2500.00", "-10000.00"]));
    // 9 000 calculés, plafonnés à 8 400 ; puis 8 700 ; puis 7 500.
    expect(months.map((month) => toDecimalString(month.total))).toEqual(["8400.00", "0.00", "-900.00"]);
  });
});

describe("plafonds, présence, statut", () => {
  test("le plafond d'un associé est plus bas", () => {
    expect(oneMonth(marginWholeBands, "60000.00")).toBe("5500.00");
    expect(oneMonth(marginWholeBands, "60000.00", { member: { status: "associate" } })).toBe("5000.00");
  });

  test("le plafond annuel suit la présence : entrée en octobre, un quart", () => {
    const present = { from: toDay("2026-10-12"), until: null };
    expect(oneMonth(marginFloorAndCap, "50000.00", { month: "2026-10", member: { present } })).toBe("2100.00");
  });

  test("au jour près quand la règle le dit : 73 jours sur 365", () => {
    const rule: ContributionRule = {
      ...marginFloorAndCap,
      cap: { per: "year", amount: { cases: [], otherwise: euros("8400.00") }, prorata: "days" },
    };
    const present = { from: toDay("2026-10-20"), until: null };
    expect(oneMonth(rule, "50000.00", { month: "2026-10", member: { present } })).toBe("1680.00");
  });

  test("un minimum annuel se paie par douzièmes et s'éteint quand l'année le dépasse", () => {
    const rule: ContributionRule = {
      ...flatRule(toRate(1000)),
      floor: { per: "year", amount: { cases: [], otherwise: euros("600.00") }, prorata: "none" },
    };
    const months = computeMonths(versionOf(rule), yearWith(["0.00", "100.00", "2000.00", "0.00"]));
    expect(months.map((month) => toDecimalString(month.total))).toEqual(["50.00", "50.00", "110.00", "0.00"]);
  });

  test("une part Qualiopi s'ajoute pour qui forme sous le certificat", () => {
    expect(oneMonth(marginFloorAndCap, "1000.00", { member: { underQualiopi: true } })).toBe("140.00");
  });
});

describe("une nouvelle règle ne change jamais un mois passé", () => {
  const old = versionOf(marginalCollected);
  const next = versionOf(
    { ...marginalCollected, scale: { mode: "flat", rate: toRate(500) } },
    "2026-04",
    "0197b1de-0000-7000-8000-000000000002",
  );

  test("à l'année, seuls les nouveaux mois suivent le nouveau barème", () => {
    const first = computeMonths(old, yearWith(["20000.00", "20000.00"]));
    const third = computeMonth(next, monthWith("10000.00", { month: "2026-04" }), first);
    expect(toDecimalString(third.total)).toBe("500.00");
  });

  test("mais leur base a déjà rempli les tranches", () => {
    const raised = versionOf(
      {
        ...marginalCollected,
        scale: {
          mode: "marginalBands",
          bands: [
            { below: euros("45000.00"), rate: toRate(1000) },
            { below: null, rate: toRate(500) },
          ],
        },
      },
      "2026-04",
      "0197b1de-0000-7000-8000-000000000003",
    );
    const first = computeMonths(old, yearWith(["20000.00", "20000.00"]));
    // 5 000 jusqu'à 45 000 à 10 %, puis 5 000 à 5 %.
    expect(toDecimalString(computeMonth(raised, monthWith("10000.00", { month: "2026-04" }), first).total)).toBe(
      "750.00",
    );
  });

  test("un plafond abaissé ne reprend rien des mois d'avant, un plafond levé ne les rattrape pas", () => {
    const capped = (amount: string): ContributionRule => ({
      ...flatRule(toRate(1000)),
      cap: { per: "year", amount: { cases: [], otherwise: euros(amount) }, prorata: "none" },
    });
    const [first] = computeMonths(versionOf(capped("3000.00")), yearWith(["50000.00"]));
    const past = first === undefined ? [] : [first];
    expect(first?.total).toBe(euros("3000.00"));
    const under = (rule: ContributionRule) =>
      toDecimalString(
        computeMonth(
          versionOf(rule, "2026-02", "0197b1de-0000-7000-8000-000000000004"),
          monthWith("1000.00", { month: "2026-02" }),
          past,
        ).total,
      );
    expect(under(capped("2000.00"))).toBe("0.00");
    expect(under(flatRule(toRate(1000)))).toBe("100.00");
  });
});
