import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import * as z from "zod/mini";
import type { Month } from "#kernel/day.ts";
import { toRate } from "#kernel/rate.ts";
import { isRefusal, type Refusal } from "#kernel/refusal.ts";
import { installDefaults } from "#modules/ledger/index.server.ts";
import { createCooperative } from "#modules/membership/index.server.ts";
import { withTenant } from "#platform/database/tenant.ts";
import { newId } from "#platform/id.ts";
import { postRun } from "../run/post-run.command.ts";
import { accepted, type ContributionTenant, contributionTenant } from "../testing.ts";
import { adoptRule } from "./adopt-rule.command.ts";
import { installDefaultRule } from "./install-default-rule.store.ts";
import { currentRule, listVersions } from "./rule.store.ts";
import { ruleSchema } from "./rule.ts";
import { flatRule, RULE_TEMPLATES } from "./rule-template.ts";

const json = (rate: number) => z.encode(ruleSchema, flatRule(toRate(rate)));
const asked = (more: object = {}) => ({
  effectiveFrom: "2026-11",
  resolution: "AG du 20 novembre 2026, résolution 3",
  decidedOn: "2026-11-20",
  rule: json(1200),
  ...more,
});
const adopt = (coop: ContributionTenant, more: object = {}) => coop.run(coop.accountant, adoptRule, asked(more));
const code = (result: unknown) => (isRefusal(result) ? (result as Refusal).code : result);

describe("adopter une règle", () => {
  test("elle s'applique à partir de son mois, et se relit telle quelle", async () => {
    const coop = await contributionTenant();
    const { organizationId } = coop.tenant;
    const { ruleVersionId } = accepted(await adopt(coop));
    const inForce = (month: string) =>
      coop.tenant.run((tx) => currentRule(tx, { organizationId, activityId: coop.plumber, month: month as Month }));
    expect(await inForce("2026-10")).toBeNull();
    expect(await inForce("2026-11")).toEqual({
      id: ruleVersionId,
      effectiveFrom: "2026-11",
      resolution: { reference: "AG du 20 novembre 2026, résolution 3", decidedOn: "2026-11-20" },
      activityId: null,
      rule: flatRule(toRate(1200)),
    });
  });

  test.each(Object.keys(RULE_TEMPLATES) as (keyof typeof RULE_TEMPLATES)[])(
    "le modèle %s va et revient de la base sans rien perdre",
    async (key) => {
      const coop = await contributionTenant();
      accepted(await adopt(coop, { rule: z.encode(ruleSchema, RULE_TEMPLATES[key]) }));
      const [version] = await coop.tenant.run((tx) => listVersions(tx, coop.tenant.organizationId));
      expect(version?.rule).toEqual(RULE_TEMPLATES[key]);
    },
  );

  test("une activité peut avoir la sienne", async () => {
    const coop = await contributionTenant();
    const { organizationId } = coop.tenant;
    accepted(await adopt(coop));
    accepted(await adopt(coop, { rule: json(800), activityId: coop.baker }));
    const rate = async (activityId: typeof coop.baker) =>
      (await coop.tenant.run((tx) => currentRule(tx, { organizationId, activityId, month: "2026-11" as Month })))?.rule
        .scale;
    expect(await rate(coop.baker)).toEqual({ mode: "flat", rate: 800 });
    expect(await rate(coop.plumber)).toEqual({ mode: "flat", rate: 1200 });
  });

  test("jamais sur un mois déjà dans les comptes : ni par la commande, ni par la base", async () => {
    const coop = await contributionTenant();
    accepted(await adopt(coop, { effectiveFrom: "2026-09" }));
    accepted(await coop.run(coop.accountant, postRun, { month: "2026-10" }));
    expect(await adopt(coop, { effectiveFrom: "2026-10" })).toMatchObject({
      code: "rule.monthPosted",
      facts: { first: { month: "2026-11" } },
      field: "effectiveFrom",
    });
    const forced = coop.tenant.run((tx) =>
      sql`insert into contribution.rule_version select organization_id, gen_random_uuid(), '2026-10', resolution,
          decided_on, activity_id, rule, adopted_at, adopted_by from contribution.rule_version limit 1`.execute(tx),
    );
    await expect(forced).rejects.toMatchObject({ code: "23001" });
    accepted(await adopt(coop, { effectiveFrom: "2026-11" }));
  });

  test("une règle qui ne tient pas est refusée avec le champ à revoir", async () => {
    const coop = await contributionTenant();
    const bands = { mode: "wholeBands", bands: [{ below: "1000.00", rate: 1000 }] };
    expect(await adopt(coop, { rule: { ...json(1000), scale: bands } })).toMatchObject({
      code: "rule.lastBandNotOpen",
      field: "scale.bands.0.below",
    });
    expect(await adopt(coop, { rule: { ...json(1000), scale: { mode: "flat", rate: 20_000 } } })).toMatchObject({
      code: "input.invalid",
      fields: { "rule.scale.rate": "field.other" },
    });
    expect(code(await adopt(coop, { rule: "10 %" }))).toBe("input.invalid");
    expect(code(await adopt(coop, { effectiveFrom: "2026-13" }))).toBe("input.invalid");
    expect(code(await adopt(coop, { decidedOn: "2026-11-23" }))).toBe("rule.decidedLater");
  });

  test("réservé à la comptabilité et à la direction ; l'activité d'une autre coopérative n'existe pas", async () => {
    const coop = await contributionTenant();
    const other = await contributionTenant();
    expect(code(await coop.run(coop.entrepreneur, adoptRule, asked()))).toBe("contribution.notAllowed");
    expect(code(await adopt(coop, { activityId: other.plumber }))).toBe("contribution.noActivity");
    accepted(await adopt(other));
    expect(await coop.tenant.run((tx) => listVersions(tx, coop.tenant.organizationId))).toEqual([]);
  });

  test("le formulaire envoyé deux fois n'adopte qu'une fois", async () => {
    const coop = await contributionTenant();
    const options = { idempotencyKey: "clef-de-la-regle" };
    const first = accepted(await coop.run(coop.accountant, adoptRule, asked(), options));
    expect(accepted(await coop.run(coop.accountant, adoptRule, asked(), options))).toEqual(first);
    expect(await coop.tenant.run((tx) => listVersions(tx, coop.tenant.organizationId))).toHaveLength(1);
  });
});

test("une coopérative nouvelle a une règle : 10 % du facturé, à voter", async () => {
  const coop = await contributionTenant();
  const siren = "552081317";
  const created = await createCooperative(
    coop.tenant.host,
    {
      legalName: "Coopérative neuve",
      siren,
      siret: `${siren}66522`,
      firstName: "Nadia",
      lastName: "Petit",
      administratorEmail: "nadia@neuve.example",
    } as never,
    {
      userId: newId<"user">(coop.tenant.host.clock()),
      installers: [
        async (context) => {
          await installDefaults(context);
        },
        installDefaultRule,
      ],
    },
  );
  if (isRefusal(created)) throw new Error(`${created.code} ${JSON.stringify(created)}`);
  const { organizationId } = created as { organizationId: typeof coop.tenant.organizationId };
  const version = await withTenant(coop.tenant.database.app, { organizationId, userId: null }, (tx) =>
    currentRule(tx, { organizationId, activityId: null, month: "2026-11" as Month }),
  );
  expect(version).toMatchObject({ resolution: { reference: "À voter" }, rule: flatRule(toRate(1000)) });
});
