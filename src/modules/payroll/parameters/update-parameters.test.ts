import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import { toCents } from "#kernel/money.ts";
import { toRate } from "#kernel/rate.ts";
import { organizationProfile } from "#modules/membership/index.server.ts";
import { execute } from "#platform/command.ts";
import { freshTenant, type TestPerson, type TestTenant } from "#testing/tenant.ts";
import { payParameters } from "../settings.ts";
import { DEFAULT_PAY_PARAMETERS } from "../simulation/pay-parameters.ts";
import { type ParameterTexts, parameterTexts, readParameters } from "./parameters-form.ts";
import { updatePayParameters } from "./update-parameters.command.ts";

const TYPED: ParameterTexts = {
  headcount: "46",
  accidentRate: "1,10 %",
  healthInsurance: "52,50",
  healthInsuranceEmployerShare: "60",
  mobilityRate: "0,85",
  payrollTaxRatio: "12,5",
  alsaceMoselle: "",
  otherCost: "8,40",
  holidayRate: "10",
};
const READ = {
  headcount: 46,
  accidentRate: toRate(110),
  healthInsurance: toCents(5250),
  healthInsuranceEmployerShare: toRate(6000),
  mobilityRate: toRate(85),
  payrollTaxRatio: toRate(1250),
  alsaceMoselle: false,
  otherCost: toCents(840),
  holidayRate: toRate(1000),
};

describe("Lire les paramètres comme on les tape", () => {
  it("virgules, signe %, espaces", () => {
    expect(readParameters(TYPED, "fr")).toEqual({ parameters: READ });
    expect(readParameters({ ...TYPED, accidentRate: " 1.1", headcount: "1 046" }, "fr")).toMatchObject({
      parameters: { accidentRate: toRate(110), headcount: 1046 },
    });
  });

  it("ce qui est écrit se relit tel quel, dans les deux langues", () => {
    for (const language of ["fr", "en"] as const) {
      expect(readParameters(parameterTexts(READ, language), language)).toEqual({ parameters: READ });
      const local = { ...READ, alsaceMoselle: true, headcount: 12_345, holidayRate: toRate(0) };
      expect(readParameters(parameterTexts(local, language), language)).toEqual({ parameters: local });
    }
  });

  it("chaque faute est à côté de son champ", () => {
    const wrong: ParameterTexts = {
      headcount: "beaucoup",
      accidentRate: "deux",
      healthInsurance: "-1",
      healthInsuranceEmployerShare: "49,99",
      mobilityRate: "100,01",
      payrollTaxRatio: "",
      alsaceMoselle: "oui",
      otherCost: "99 999 999",
      holidayRate: "10 euros",
    };
    expect(readParameters(wrong, "fr")).toEqual({
      errors: {
        headcount: "pay.headcount",
        accidentRate: "pay.accidentRate",
        healthInsurance: "pay.amount",
        healthInsuranceEmployerShare: "pay.employerShare",
        mobilityRate: "pay.rate",
        payrollTaxRatio: "pay.rate",
        otherCost: "pay.amount",
        holidayRate: "pay.rate",
      },
    });
    expect(readParameters({ ...TYPED, headcount: "100001" }, "fr")).toMatchObject({
      errors: { headcount: "pay.headcount" },
    });
  });
});

describe("Régler les paramètres de paie", () => {
  let tenant: TestTenant;
  let payroll: TestPerson;

  beforeEach(async () => {
    tenant = await freshTenant();
    payroll = await tenant.person({ roles: ["payroll"] });
  });

  const update = (who: TestPerson, input: object = {}, options = {}) =>
    execute(
      tenant.host,
      who.caller,
      updatePayParameters,
      { version: 1, parameters: TYPED, language: "fr", ...input },
      options,
    );
  const stored = async (of = tenant) =>
    payParameters((await of.run((tx) => organizationProfile(tx, of.organizationId))).settings);

  it("la personne chargée de la paie règle, la simulation suit, le reste des réglages demeure", async () => {
    await tenant.run((tx) =>
      sql`update membership.organization set settings = '{"sales": {"footer": "Merci"}}' where organization_id = ${tenant.organizationId}`.execute(
        tx,
      ),
    );
    expect(await stored()).toEqual(DEFAULT_PAY_PARAMETERS);
    expect(await update(payroll)).toMatchObject({ version: 2 });
    expect(await stored()).toEqual(READ);
    const profile = await tenant.run((tx) => organizationProfile(tx, tenant.organizationId));
    expect(profile.settings).toMatchObject({ sales: { footer: "Merci" }, payroll: { healthInsurance: "52.50" } });
    const { rows } = await tenant.run((tx) =>
      sql<{
        action: string;
      }>`select action from platform.audit where organization_id = ${tenant.organizationId}`.execute(tx),
    );
    expect(rows.map((row) => row.action)).toEqual(["payroll.parameters.update"]);
  });

  it("direction et administration aussi ; personne d'autre", async () => {
    for (const [version, role] of [
      [1, "direction"],
      [2, "administrator"],
    ] as const) {
      const who = await tenant.person({ roles: [role] });
      expect(await update(who, { version }), role).toMatchObject({ version: version + 1 });
    }
    for (const role of ["accountant", "accompagnateur"] as const) {
      const who = await tenant.person({ roles: [role] });
      expect(await update(who, { version: 3 }), role).toMatchObject({
        kind: "forbidden",
        code: "pay.parametersNotAllowed",
      });
    }
    const entrepreneur = await tenant.person({ activities: [await tenant.activity()] });
    expect(await update(entrepreneur, { version: 3 })).toMatchObject({ code: "pay.parametersNotAllowed" });
  });

  it("une paie limitée à un site ne règle pas toute la coopérative", async () => {
    const who = await tenant.person();
    const siteId = tenant.newId<"site">();
    await tenant.run(async (tx) => {
      await sql`insert into membership.site (organization_id, id, name) values (${tenant.organizationId}, ${siteId}, 'Brest')`.execute(
        tx,
      );
      await sql`insert into membership.role_grant (organization_id, id, person_id, role, site_id, granted_at)
        values (${tenant.organizationId}, ${tenant.newId()}, ${who.personId}, 'payroll', ${siteId}, '2026-01-01')`.execute(
        tx,
      );
    });
    expect(await update(who)).toMatchObject({ code: "pay.parametersNotAllowed" });
  });

  it("la seconde personne est prévenue", async () => {
    expect(await update(payroll)).toMatchObject({ version: 2 });
    const late = await update(payroll, { parameters: { ...TYPED, headcount: "2" } });
    expect(late).toMatchObject({ kind: "conflict", code: "organization.changedMeanwhile" });
    expect(await stored()).toEqual(READ);
  });

  it("des nombres impossibles sont refusés à côté de leur champ, rien n'est gardé", async () => {
    expect(
      await update(payroll, { parameters: { ...TYPED, headcount: "0", healthInsuranceEmployerShare: "40" } }),
    ).toMatchObject({
      code: "input.invalid",
      fields: { headcount: "pay.headcount", healthInsuranceEmployerShare: "pay.employerShare" },
    });
    expect(await stored()).toEqual(DEFAULT_PAY_PARAMETERS);
  });

  it("envoyé deux fois : une seule fois", async () => {
    const once = { idempotencyKey: tenant.newId() };
    expect(await update(payroll, {}, once)).toMatchObject({ version: 2 });
    expect(await update(payroll, {}, once)).toMatchObject({ version: 2 });
    expect(await update(payroll, { parameters: { ...TYPED, headcount: "3" } }, once)).toMatchObject({
      code: "input.keyReused",
    });
  });

  it("une autre coopérative garde les siens, et sa paie ne règle pas les nôtres", async () => {
    const other = await freshTenant();
    const theirs = await other.person({ roles: ["payroll"] });
    expect(await update(payroll)).toMatchObject({ version: 2 });
    expect(await stored(other)).toEqual(DEFAULT_PAY_PARAMETERS);
    const across = { organizationId: tenant.organizationId, userId: theirs.caller.userId };
    const tried = await execute(tenant.host, across, updatePayParameters, { version: 2, parameters: TYPED });
    expect(tried).toMatchObject({ code: "access.notMember" });
  });
});
