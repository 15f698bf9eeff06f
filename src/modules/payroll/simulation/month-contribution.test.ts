import { describe, expect, test } from "vitest";
import { type Month, toDay } from "#kernel/day.ts";
import type { Id } from "#kernel/id.ts";
import { type Cents, parseDecimal, toCents, toDecimalString } from "#kernel/money.ts";
import { toRate } from "#kernel/rate.ts";
import { isRefusal } from "#kernel/refusal.ts";
import { type ContributionRule, flatRule, RULE_TEMPLATES, type RuleVersion } from "#modules/contribution/index.ts";
import { contributionOnMonth } from "./month-contribution.ts";
import { turnoverFor } from "./turnover.ts";

const euros = (text: string): Cents => parseDecimal(text) ?? toCents(0);

function on(rule: ContributionRule, turnover: string, directCosts = "0.00", since = "2024-01-15"): string {
  const version: RuleVersion = {
    id: "0197b1de-0000-7000-8000-000000000001" as Id<"contributionRule">,
    effectiveFrom: "2024-01" as Month,
    resolution: { reference: "AG", decidedOn: toDay("2023-12-12") },
    activityId: null,
    rule,
  };
  const month = "2026-11" as Month;
  const contributionOn = contributionOnMonth(version, { month, since: toDay(since), directCosts: euros(directCosts) });
  return toDecimalString(contributionOn(euros(turnover)));
}

// money.md, « Worked figures ».
describe("La contribution d'un mois, par les règles en usage", () => {
  test("11,5 % du chiffre d'affaires : 2 000 → 230", () => {
    expect(on(flatRule(toRate(1150)), "2000.00")).toBe("230.00");
    expect(on(flatRule(toRate(1025)), "1000.00")).toBe("102.50");
  });

  test("30 et 13,5 % de la marge : les dépenses comptent", () => {
    expect(on(RULE_TEMPLATES.marginWithFixedPart, "2000.00")).toBe("300.00");
    expect(on(RULE_TEMPLATES.marginWithFixedPart, "2500.00", "500.00")).toBe("300.00");
  });

  test("tranches sur toute la base, plancher selon l'ancienneté", () => {
    expect(on(RULE_TEMPLATES.marginWholeBands, "2000.00")).toBe("240.00");
    expect(on(RULE_TEMPLATES.marginWholeBands, "2000.01")).toBe("220.00");
    expect(on(RULE_TEMPLATES.marginWholeBands, "500.00", "0.00", "2026-09-01")).toBe("80.00");
    expect(on(RULE_TEMPLATES.marginWholeBands, "500.00", "0.00", "2025-10-01")).toBe("100.00");
  });
});

test("coût ÷ 0,885 : le chiffre d'affaires de la table publiée", () => {
  const version = { contributionOn: (of: Cents) => euros(on(flatRule(toRate(1150)), toDecimalString(of))) };
  for (const [cost, turnover] of [
    ["1896.00", "2142.37"],
    ["2420.00", "2734.46"],
    ["3367.00", "3804.52"],
  ] as const) {
    const found = turnoverFor(euros(cost), toCents(0), version.contributionOn);
    if (isRefusal(found)) throw new Error(found.code);
    expect(Math.abs(Number(found.turnover - euros(turnover)))).toBeLessThanOrEqual(1);
  }
});
