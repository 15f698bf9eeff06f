import { describe, expect, test } from "vitest";
import { toDay } from "#kernel/day.ts";
import { toDecimalString } from "#kernel/money.ts";
import { toRate } from "#kernel/rate.ts";
import { flatRule, RULE_TEMPLATES } from "../rule/rule-template.ts";
import { type ContributionTenant, contributionTenant } from "../testing.ts";
import { contributionNotPosted } from "./not-posted.store.ts";

async function waiting(coop: ContributionTenant, on = "2026-11-22", activityId = coop.plumber): Promise<string> {
  const { organizationId } = coop.tenant;
  return toDecimalString(
    await coop.tenant.run((tx) => contributionNotPosted(tx, { organizationId, activityId, today: toDay(on) })),
  );
}

describe("la contribution calculée et pas encore passée dans les comptes", () => {
  test("sans règle, rien n'est retenu", async () => {
    const coop = await contributionTenant();
    await coop.invoice(coop.plumber, "1000.00", "2026-11-10");
    expect(await waiting(coop)).toBe("0.00");
  });

  test("11,5 % des ventes facturées depuis que la règle s'applique, ce mois compris jusqu'à ce jour", async () => {
    const coop = await contributionTenant();
    await coop.rule(RULE_TEMPLATES.turnoverFlat, "2026-09");
    await coop.invoice(coop.plumber, "5000.00", "2026-08-10");
    await coop.invoice(coop.plumber, "2000.00", "2026-09-10");
    await coop.invoice(coop.plumber, "1000.00", "2026-11-10");
    await coop.invoice(coop.baker, "4000.00", "2026-11-10");
    // 11,5 % de 2 000 puis de 1 000.
    expect(await waiting(coop)).toBe("345.00");
    expect(await waiting(coop, "2026-11-09")).toBe("230.00");
    expect(await waiting(coop, "2026-11-22", coop.baker)).toBe("460.00");
  });

  test("sur les ventes encaissées, une facture que personne n'a payée ne doit rien", async () => {
    const coop = await contributionTenant();
    await coop.rule(flatRule(toRate(1000), "collected"));
    await coop.invoice(coop.plumber, "1000.00", "2026-10-10");
    expect(await waiting(coop)).toBe("0.00");
    await coop.entry(
      [
        ["512", coop.plumber, "600.00"],
        ["411", coop.plumber, "-600.00"],
        ["44588", coop.plumber, "100.00"],
        ["44571", coop.plumber, "-100.00"],
      ],
      "2026-11-05",
    );
    expect(await waiting(coop)).toBe("50.00");
  });
});
