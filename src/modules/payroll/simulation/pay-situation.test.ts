import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import type { SupportRole } from "#kernel/actor.ts";
import { toDay } from "#kernel/day.ts";
import type { ActivityId, PersonId } from "#kernel/id.ts";
import { toCents } from "#kernel/money.ts";
import { toRate } from "#kernel/rate.ts";
import { isRefusal } from "#kernel/refusal.ts";
import { flatRule } from "#modules/contribution/index.ts";
import { accepted, type ContributionTenant, contributionTenant } from "#modules/contribution/testing.ts";
import { loadPresence, recordContract } from "#modules/membership/index.server.ts";
import { execute } from "#platform/command.ts";
import { freshTenant, type TestPerson } from "#testing/tenant.ts";
import { updatePayParameters } from "../parameters/update-parameters.command.ts";
import { contributionFor } from "./contribution-for.store.ts";
import { DEFAULT_PAY_PARAMETERS } from "./pay-parameters.ts";
import { type PayeeQuery, payableActivities, payeeOf, payeeQuery, paySituation } from "./pay-situation.store.ts";

let of: ContributionTenant;

beforeEach(async () => {
  of = await contributionTenant();
});

const today = toDay("2026-11-22");

async function sign(personId: PersonId, kind: "cape" | "cesa", startsOn = "2026-01-01", endsOn = "") {
  const payroll = await of.tenant.person({ roles: ["payroll"] });
  accepted(await execute(of.tenant.host, payroll.caller, recordContract, { personId, kind, startsOn, endsOn }));
}

/** What a person asks, as the page reads it. */
async function queryOf(who: TestPerson, activityId: ActivityId | null, personId: PersonId | null = null) {
  const { tenant } = of;
  const presence = await tenant.run((tx) => loadPresence(tx, who.caller, tenant.host.clock()));
  if (presence === null) throw new Error("nobody");
  const query: PayeeQuery = {
    organizationId: tenant.organizationId,
    actor: presence.actor,
    activityId,
    personId,
    today,
  };
  return query;
}

async function payee(who: TestPerson, activityId: ActivityId | null, personId: PersonId | null = null) {
  const query = await queryOf(who, activityId, personId);
  return of.tenant.run((tx) => payeeOf(tx, query));
}

describe("De qui est la paie, sous quel contrat", () => {
  it("la sienne : CAPE, CESA ou rien, au jour dit", async () => {
    const { plumber, entrepreneur } = of;
    expect(await payee(entrepreneur, plumber)).toMatchObject({
      contract: "none",
      own: true,
      personId: entrepreneur.personId,
      activity: { name: "Plomberie Roux" },
      month: "2026-11",
      sharedBy: 1,
      since: "2025-01-01",
      parameters: DEFAULT_PAY_PARAMETERS,
      parametersSet: false,
    });
    await sign(entrepreneur.personId, "cape", "2025-12-01", "2026-11-21");
    expect(await payee(entrepreneur, plumber)).toMatchObject({ contract: "none" });
    await sign(entrepreneur.personId, "cesa", "2026-11-22");
    expect(await payee(entrepreneur, plumber)).toMatchObject({ contract: "cesa" });
  });

  it("en CAPE", async () => {
    await sign(of.entrepreneur.personId, "cape", "2026-01-01", "2026-12-31");
    expect(await payee(of.entrepreneur, of.plumber)).toMatchObject({ contract: "cape" });
  });

  it("dans une activité partagée, chaque personne ne voit que sa propre paie", async () => {
    const other = await of.tenant.person({ activities: [of.plumber] });
    await sign(other.personId, "cesa");
    const asked = await payee(of.entrepreneur, of.plumber, other.personId);
    expect(asked).toMatchObject({ personId: of.entrepreneur.personId, contract: "none", sharedBy: 2 });
    if (isRefusal(asked)) throw new Error(asked.code);
    expect(asked.people.map((person) => person.id)).toEqual([of.entrepreneur.personId]);
  });

  it("l'équipe choisit parmi les personnes de l'activité, et d'abord celle qui est en CESA", async () => {
    const second = await of.tenant.person({ activities: [of.plumber] });
    await sign(second.personId, "cesa");
    const adviser = await of.tenant.person({ roles: ["accompagnateur"] });
    expect(await payee(adviser, of.plumber)).toMatchObject({
      own: false,
      personId: second.personId,
      contract: "cesa",
      sharedBy: 2,
    });
    expect(await payee(adviser, of.plumber, of.entrepreneur.personId)).toMatchObject({
      personId: of.entrepreneur.personId,
      contract: "none",
    });
    const elsewhere = await of.tenant.person({ activities: [of.baker] });
    expect(await payee(adviser, of.plumber, elsewhere.personId)).toMatchObject({ personId: second.personId });
  });

  it("une activité que plus personne n'anime : pas de contrat, pas d'erreur", async () => {
    const adviser = await of.tenant.person({ roles: ["direction"] });
    expect(await payee(adviser, of.baker)).toMatchObject({ personId: null, contract: "none", people: [], since: null });
  });
});

describe("Qui peut demander", () => {
  it("la paie, l'accompagnement, la comptabilité et la direction qui suivent l'activité", async () => {
    for (const role of ["payroll", "accompagnateur", "accountant", "direction"] satisfies SupportRole[]) {
      const who = await of.tenant.person({ roles: [role] });
      expect(await payee(who, of.plumber), role).toMatchObject({ activity: { name: "Plomberie Roux" } });
      const query = await queryOf(who, null);
      const choices = await of.tenant.run((tx) => payableActivities(tx, of.tenant.organizationId, query.actor));
      expect(choices.map(({ name }) => name).sort(), role).toEqual(["Pains d’Élise", "Plomberie Roux"]);
    }
  });

  it("ni l'administration seule, ni une autre personne, ni sans activité", async () => {
    const missing = { kind: "missing", code: "pay.noActivity" };
    const administrator = await of.tenant.person({ roles: ["administrator"] });
    expect(await payee(administrator, of.plumber)).toMatchObject(missing);
    expect(await payee(of.entrepreneur, of.baker)).toMatchObject(missing);
    expect(await payee(of.entrepreneur, null)).toMatchObject(missing);
    const query = await queryOf(administrator, null);
    expect(await of.tenant.run((tx) => payableActivities(tx, of.tenant.organizationId, query.actor))).toEqual([]);
  });

  it("l'accompagnement limité aux personnes suivies ne voit pas les autres", async () => {
    const adviser = await of.tenant.person();
    await of.tenant.run((tx) =>
      sql`insert into membership.role_grant (organization_id, id, person_id, role, followed_only, granted_at)
        values (${of.tenant.organizationId}, ${of.tenant.newId()}, ${adviser.personId}, 'accompagnateur', true, '2026-01-01')`.execute(
        tx,
      ),
    );
    expect(await payee(adviser, of.plumber)).toMatchObject({ code: "pay.noActivity" });
    await of.tenant.run((tx) =>
      sql`update membership.person set follower_id = ${adviser.personId} where id = ${of.entrepreneur.personId}`.execute(
        tx,
      ),
    );
    expect(await payee(adviser, of.plumber)).toMatchObject({ personId: of.entrepreneur.personId });
  });

  it("l'activité d'une autre coopérative n'existe pas, même pour toute son équipe", async () => {
    const other = await freshTenant();
    const theirs = await other.activity();
    const everything = await of.tenant.person({ roles: ["payroll", "direction", "accountant", "accompagnateur"] });
    expect(await payee(everything, theirs)).toMatchObject({ kind: "missing", code: "pay.noActivity" });
    const query = await queryOf(everything, theirs);
    expect(await of.tenant.run((tx) => paySituation(tx, query))).toMatchObject({ code: "pay.noActivity" });
  });

  it("l'adresse dit l'activité et la personne ; ce qui n'en est pas une est oublié", async () => {
    const { actor } = await queryOf(of.entrepreneur, null);
    const reader = { organizationId: of.tenant.organizationId, actor, today };
    const asked = (search: string) => payeeQuery(reader, new Request(`http://localhost/coop/remuneration${search}`));
    expect(asked("")).toMatchObject({ activityId: of.plumber, personId: null });
    expect(asked(`?activite=${of.baker}&personne=${of.entrepreneur.personId}`)).toMatchObject({
      activityId: of.baker,
      personId: of.entrepreneur.personId,
    });
    expect(asked("?activite=' or 1=1&personne=x")).toMatchObject({ activityId: of.plumber, personId: null });
  });
});

describe("Avec quel argent", () => {
  const available = async () => {
    const query = await queryOf(of.entrepreneur, of.plumber);
    const situation = await of.tenant.run((tx) => paySituation(tx, query));
    if (isRefusal(situation)) throw new Error(situation.code);
    return situation.available;
  };

  it("l'argent disponible de l'activité ce jour, contribution à venir déduite", async () => {
    expect(await available()).toBe(0n);
    // 3 000 HT encaissés : 3 600 en banque, 600 de TVA due.
    await of.entry(
      [
        ["512", of.plumber, "3600.00"],
        ["706", of.plumber, "-3000.00"],
        ["44571", of.plumber, "-600.00"],
      ],
      "2026-10-05",
    );
    await of.entry(
      [
        ["512", of.baker, "500.00"],
        ["706", of.baker, "-500.00"],
      ],
      "2026-10-05",
    );
    expect(await available()).toBe(toCents(300_000));
    await of.rule(flatRule(toRate(1150)));
    expect(await available()).toBe(toCents(265_500));
  });

  it("les paramètres sont ceux de la coopérative", async () => {
    const payroll = await of.tenant.person({ roles: ["payroll"] });
    const parameters = {
      headcount: "46",
      accidentRate: "1,1",
      healthInsurance: "52,50",
      healthInsuranceEmployerShare: "60",
      mobilityRate: "0",
      payrollTaxRatio: "0",
      otherCost: "8,40",
      holidayRate: "10",
    };
    accepted(await of.run(payroll, updatePayParameters, { version: 1, parameters }));
    expect(await payee(of.entrepreneur, of.plumber)).toMatchObject({
      parametersSet: true,
      parameters: { headcount: 46, accidentRate: toRate(110), healthInsurance: toCents(5250), alsaceMoselle: false },
    });
  });
});

describe("Avec quelle contribution", () => {
  const bears = async (activityId: ActivityId) => {
    const asked = await payee(await of.tenant.person({ roles: ["direction"] }), activityId);
    if (isRefusal(asked)) throw new Error(asked.code);
    const { on, told } = await of.tenant.run((tx) => contributionFor(tx, of.tenant.organizationId, asked, toCents(0)));
    return { on: on(toCents(200_000)), told };
  };

  it("sans règle enregistrée : 10 %, et l'écran le dit", async () => {
    expect(await bears(of.plumber)).toEqual({ on: toCents(20_000), told: { assumed: toRate(1000) } });
  });

  it("la règle votée, ou celle de l'activité", async () => {
    await of.rule(flatRule(toRate(1150)));
    await of.rule(flatRule(toRate(800)), "2026-06", of.baker);
    const resolution = "AG du 12 décembre 2025, résolution 4";
    expect(await bears(of.plumber)).toEqual({ on: toCents(23_000), told: { resolution } });
    expect(await bears(of.baker)).toEqual({ on: toCents(16_000), told: { resolution } });
  });

  it("une règle qui prendra effet plus tard ne compte pas encore", async () => {
    await of.rule(flatRule(toRate(1150)), "2026-12");
    expect(await bears(of.plumber)).toMatchObject({ told: { assumed: toRate(1000) } });
  });
});
