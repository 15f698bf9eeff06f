import { describe, expect, test } from "vitest";
import { toDay } from "#kernel/day.ts";
import { toDecimalString } from "#kernel/money.ts";
import { toRate } from "#kernel/rate.ts";
import type { ContributionRule } from "../rule/rule.ts";
import { flatRule, RULE_TEMPLATES } from "../rule/rule-template.ts";
import { type ContributionTenant, contributionTenant } from "../testing.ts";
import { simulateRule } from "./simulation.store.ts";

async function simulated(coop: ContributionTenant, proposed: ContributionRule) {
  const { organizationId } = coop.tenant;
  const { from, until, comparison } = await coop.tenant.run((tx) =>
    simulateRule(tx, { organizationId, proposed, today: toDay("2026-11-22") }),
  );
  return {
    from,
    until,
    totals: [comparison.current, comparison.proposed].map(toDecimalString),
    counts: comparison.counts,
    activities: comparison.activities.map(({ name, difference }) => [name, toDecimalString(difference)]),
  };
}

describe("avant un vote : ce que ce barème aurait demandé sur les douze derniers mois", () => {
  test("les mois entiers seulement, qui paierait plus, qui paierait moins", async () => {
    const coop = await contributionTenant();
    await coop.rule(RULE_TEMPLATES.turnoverFlat);
    await coop.invoice(coop.plumber, "5000.00", "2026-03-10");
    await coop.invoice(coop.baker, "300.00", "2026-03-10");
    await coop.invoice(coop.baker, "9000.00", "2026-11-10");
    const margin: ContributionRule = {
      ...flatRule(toRate(1000)),
      floor: { per: "month", amount: { cases: [], otherwise: 4000n as never }, prorata: "none" },
    };
    // Activities of the test opened on 1 January 2025: twelve floors of 40 when nothing is sold.
    expect(await simulated(coop, margin)).toEqual({
      from: "2025-11",
      until: "2026-10",
      totals: ["609.50", "1420.00"],
      counts: { gains: 0, loses: 2, same: 0 },
      activities: [
        ["Pains d’Élise", "445.50"],
        ["Plomberie Roux", "365.00"],
      ],
    });
  });

  test("sans règle aujourd'hui, la comparaison se fait avec rien", async () => {
    const coop = await contributionTenant();
    await coop.invoice(coop.plumber, "2000.00", "2026-03-10");
    expect(await simulated(coop, RULE_TEMPLATES.turnoverFlat)).toMatchObject({ totals: ["0.00", "230.00"] });
  });
});
