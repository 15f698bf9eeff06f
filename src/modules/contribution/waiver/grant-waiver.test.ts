import { describe, expect, test } from "vitest";
import { isRefusal, type Refusal } from "#kernel/refusal.ts";
import { RULE_TEMPLATES } from "../rule/rule-template.ts";
import { postRun } from "../run/post-run.command.ts";
import { accepted, type ContributionTenant, contributionTenant } from "../testing.ts";
import { grantWaiver, withdrawWaiver } from "./grant-waiver.command.ts";
import { listWaivers } from "./waiver.store.ts";

const asked = (coop: ContributionTenant, more: object = {}) => ({
  activityId: coop.plumber,
  target: "part-fixe",
  from: "2026-11",
  until: "2027-04",
  reason: "Bénéficiaire du RSA",
  decidedBy: "Direction",
  decidedOn: "2026-11-20",
  ...more,
});
const grant = (coop: ContributionTenant, more: object = {}) =>
  coop.run(coop.accountant, grantWaiver, asked(coop, more));
const code = (result: unknown) => (isRefusal(result) ? (result as Refusal).code : result);

describe("dispenser une activité ou une personne", () => {
  test("la part fixe de 30 euros est levée pour l'activité, pas pour les autres", async () => {
    const coop = await contributionTenant();
    await coop.rule(RULE_TEMPLATES.marginWithFixedPart);
    accepted(await grant(coop));
    accepted(await coop.run(coop.accountant, postRun, { month: "2026-11" }));
    expect(await coop.balance("6586", coop.plumber)).toBe("0.00");
    expect(await coop.balance("6586", coop.baker)).toBe("30.00");
  });

  test("accordée à une personne, elle vaut dans toutes ses activités", async () => {
    const coop = await contributionTenant();
    await coop.rule(RULE_TEMPLATES.marginWithFixedPart);
    accepted(await grant(coop, { activityId: null, personId: coop.entrepreneur.personId }));
    accepted(await coop.run(coop.accountant, postRun, { month: "2026-11" }));
    expect(await coop.balance("6586", coop.plumber)).toBe("0.00");
    expect(await coop.balance("6586", coop.baker)).toBe("30.00");
  });

  test("retirée, elle ne compte plus et se lit encore", async () => {
    const coop = await contributionTenant();
    await coop.rule(RULE_TEMPLATES.marginWithFixedPart);
    const { waiverId } = accepted(await grant(coop));
    accepted(await coop.run(coop.accountant, withdrawWaiver, { waiverId, reason: "Saisie en double" }));
    accepted(await coop.run(coop.accountant, postRun, { month: "2026-11" }));
    expect(await coop.balance("6586", coop.plumber)).toBe("30.00");
    const [waiver] = await coop.tenant.run((tx) => listWaivers(tx, coop.tenant.organizationId));
    expect(waiver).toMatchObject({ id: waiverId, reason: "Bénéficiaire du RSA" });
    expect(waiver?.withdrawnAt).not.toBeNull();
    const again = await coop.run(coop.accountant, withdrawWaiver, { waiverId, reason: "Encore" });
    expect(code(again)).toBe("waiver.withdrawnAlready");
  });

  test("ce qui est refusé", async () => {
    const coop = await contributionTenant();
    const other = await contributionTenant();
    const { personId } = coop.entrepreneur;
    expect(code(await grant(coop, { activityId: null }))).toBe("waiver.forWhom");
    expect(code(await grant(coop, { personId }))).toBe("waiver.forWhom");
    expect(code(await grant(coop, { activityId: other.plumber }))).toBe("contribution.noActivity");
    expect(code(await grant(coop, { activityId: null, personId: other.entrepreneur.personId }))).toBe(
      "waiver.noPerson",
    );
    expect(code(await grant(coop, { until: "2026-10" }))).toBe("waiver.endBeforeStart");
    expect(code(await grant(coop, { reason: "  " }))).toBe("input.invalid");
    expect(code(await grant(coop, { decidedOn: "2026-12-01" }))).toBe("rule.decidedLater");
    expect(code(await coop.run(coop.entrepreneur, grantWaiver, asked(coop)))).toBe("contribution.notAllowed");
    const { waiverId } = accepted(await other.run(other.accountant, grantWaiver, asked(other)));
    expect(code(await coop.run(coop.accountant, withdrawWaiver, { waiverId, reason: "Rien à nous" }))).toBe(
      "waiver.missing",
    );
    expect(code(await coop.run(coop.entrepreneur, withdrawWaiver, { waiverId, reason: "Non" }))).toBe(
      "contribution.notAllowed",
    );
  });
});
