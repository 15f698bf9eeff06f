import { sql } from "kysely";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  loadPresence,
  notifyBody,
  recordAgreement,
  recordContract,
  recordCover,
  requireCovers,
} from "#modules/membership/index.server.ts";
import type { App } from "#platform/app.ts";
import { type Command, execute } from "#platform/command.ts";
import { answerOf, type PageRequest, pageArguments, testApp } from "#testing/page.ts";
import { freshTenant, type TestPerson, type TestTenant } from "#testing/tenant.ts";
import { cancelAdmission, recordAdmission } from "./admission/record-admission.command.ts";
import * as deadlines from "./deadline/deadlines.page.tsx";
import * as file from "./deadline/deadlines-file.page.ts";

const NOW = "2026-11-27T10:00:00.000Z";

let app: App;
let tenant: TestTenant;
let slug: string;
let payroll: TestPerson;
let karim: TestPerson;
let entrepreneur: TestPerson;

beforeAll(async () => {
  ({ app } = await testApp());
});

beforeEach(async () => {
  tenant = await freshTenant({ now: NOW });
  Object.assign(app, { clock: () => tenant.host.clock() });
  slug = tenant.slug;
  payroll = await tenant.person({ roles: ["payroll"] });
  karim = await tenant.person({ roles: ["accompagnateur"] });
  entrepreneur = await tenant.person({ activities: [await tenant.activity()] });
});

function as(who: TestPerson, page: Partial<PageRequest> = {}) {
  const { signedIn } = who;
  return pageArguments(app, { path: `/${slug}/echeances`, params: { cooperative: slug }, signedIn, ...page }) as never;
}

const sign = (person: TestPerson, kind: "cape" | "cesa", startsOn: string, endsOn = "") =>
  execute(tenant.host, payroll.caller, recordContract, { personId: person.personId, kind, startsOn, endsOn });

async function seenBy(who: TestPerson, search = "") {
  const answer = await answerOf(() => deadlines.loader(as(who, { path: `/${slug}/echeances${search}` })));
  const { rows } = (answer.body ?? {}) as { rows?: { personId: string; kind: string; on: string; urgency: string }[] };
  return {
    status: answer.status,
    rows: rows
      ?.filter(({ kind }) => !kind.startsWith("notice"))
      .map(({ kind, on, urgency }) => `${kind} ${on} ${urgency}`),
  };
}

const admit = (who: TestPerson, admittedOn: string, personId: string = entrepreneur.personId) =>
  execute(tenant.host, who.caller, recordAdmission, { personId, admittedOn });

describe("Les échéances", () => {
  it("étant donné un CAPE qui finit dans un mois, quand j’ouvre mes échéances, alors je sais quel jour et que faire", async () => {
    await sign(entrepreneur, "cape", "2026-01-01", "2026-12-20");
    expect(await seenBy(karim)).toEqual({ status: 200, rows: ["capeEnd 2026-12-20 near"] });
    expect((await seenBy(karim, "?etat=coming")).rows).toEqual([]);
    expect((await seenBy(karim, "?etat=n’importe")).rows).toEqual(["capeEnd 2026-12-20 near"]);
  });

  it("se lisent aussi suivi par suivi : qui lit d’abord, puis les autres, puis les personnes sans suivi", async () => {
    const lucie = await tenant.person({ roles: ["accompagnateur"] });
    const [hers, mine] = [await tenant.person(), await tenant.person()];
    const follow = (person: TestPerson, followerId: string) =>
      tenant.run((tx) =>
        sql`update membership.person set follower_id = ${followerId} where id = ${person.personId}`.execute(tx),
      );
    await follow(hers, lucie.personId);
    await follow(mine, karim.personId);
    await sign(entrepreneur, "cape", "2026-01-01", "2026-12-20");
    await sign(hers, "cape", "2026-01-01", "2026-12-21");
    await sign(mine, "cape", "2026-01-01", "2026-12-22");
    expect((await seenBy(karim, `?suivi=${karim.personId}`)).rows).toEqual(["capeEnd 2026-12-22 near"]);
    expect((await seenBy(karim, `?suivi=${lucie.personId}&etat=near`)).rows).toEqual(["capeEnd 2026-12-21 near"]);
    expect((await seenBy(karim, "?suivi=personne")).rows).toEqual(["capeEnd 2026-12-20 near"]);
    const answer = await answerOf(() => deadlines.loader(as(karim)));
    const { followers } = answer.body as { followers: { personId: string }[] };
    expect(followers.map(({ personId }) => personId)).toEqual([karim.personId, lucie.personId, ""]);
  });

  it("ne compte pas un contrat annulé, ni une personne partie", async () => {
    await sign(entrepreneur, "cape", "2026-01-01", "2026-12-20");
    await tenant.run((tx) => sql`update membership.contract set cancelled_at = now()`.execute(tx));
    expect((await seenBy(karim)).rows).toEqual([]);
    await sign(entrepreneur, "cape", "2026-01-01", "2026-12-20");
    await tenant.run((tx) =>
      sql`update membership.person set archived_at = now() where id = ${entrepreneur.personId}`.execute(tx),
    );
    expect((await seenBy(karim)).rows).toEqual([]);
  });

  it("qui suit certaines personnes ne voit que les leurs", async () => {
    const lucie = await tenant.person({ roles: ["accompagnateur"] });
    const other = await tenant.person({ activities: [await tenant.activity("Céramique Lou")] });
    await sign(entrepreneur, "cape", "2026-01-01", "2026-12-20");
    await sign(other, "cape", "2026-02-01", "2027-01-10");
    await tenant.run(async (tx) => {
      await sql`update membership.role_grant set followed_only = true where person_id = ${lucie.personId}`.execute(tx);
      await sql`update membership.person set follower_id = ${lucie.personId} where id = ${other.personId}`.execute(tx);
    });
    expect((await seenBy(lucie)).rows).toEqual(["capeEnd 2027-01-10 coming"]);
    expect((await seenBy(karim)).rows).toHaveLength(2);
  });

  it("les entrepreneurs et la comptabilité ne les lisent pas ; un autre client de l’instance non plus", async () => {
    expect((await seenBy(entrepreneur)).status).toBe(403);
    expect((await seenBy(await tenant.person({ roles: ["accountant"] }))).status).toBe(403);
    const elsewhere = await freshTenant();
    expect((await seenBy(await elsewhere.person({ roles: ["direction"] }))).status).toBe(404);
  });

  it("se téléchargent", async () => {
    await sign(entrepreneur, "cape", "2026-01-01", "2026-12-20");
    const path = `/${slug}/echeances/telecharger?format=csv`;
    const response = (await file.loader(as(karim, { path }))) as Response;
    expect(await response.text()).toContain("Fin du CAPE");
  });
});

/** Until another session waits for what this transaction holds. */
async function waitingForALock(tx: Parameters<Parameters<TestTenant["run"]>[0]>[0]): Promise<void> {
  for (let turn = 0; turn < 500; turn++) {
    const { rows } = await sql`select 1 from pg_locks where not granted
      and transactionid = pg_current_xact_id()::xid`.execute(tx);
    if (rows.length > 0) return;
  }
  throw new Error("nobody waits");
}

describe("L’admission comme associé", () => {
  beforeEach(async () => {
    await sign(entrepreneur, "cesa", "2024-01-01");
  });

  it("enregistrée, elle lève l’échéance de trois ans ; annulée, l’échéance revient", async () => {
    expect((await seenBy(karim)).rows).toEqual(["associate 2026-12-31 near", "interviews 2026-12-31 coming"]);
    const form = {
      intention: "admit",
      personId: entrepreneur.personId,
      admittedOn: "20/11/2026",
      cle: "cle-de-page-1",
    };
    const sent = () => answerOf(() => deadlines.action(as(payroll, { form })));
    expect(await sent()).toMatchObject({ status: 302, location: `/${slug}/echeances` });
    // Un second clic ne fait rien de plus.
    expect((await sent()).status).toBe(302);
    expect((await seenBy(karim)).rows).toEqual(["interviews 2026-12-31 coming"]);
    const { rows } = await tenant.run((tx) =>
      sql<{ id: string; admitted_on: string }>`select subject_id as id, effect_on as admitted_on
        from membership.fact where dimension = 'associate' and value is not null`.execute(tx),
    );
    expect(rows).toMatchObject([{ admitted_on: "2026-11-20" }]);
    const cancel = { intention: "cancel", admissionId: rows[0]?.id ?? "" };
    expect((await answerOf(() => deadlines.action(as(payroll, { form: cancel })))).status).toBe(302);
    expect((await seenBy(karim)).rows).toEqual(["associate 2026-12-31 near", "interviews 2026-12-31 coming"]);
    const { rows: traces } = await tenant.run((tx) =>
      sql<{
        action: string;
      }>`select action from platform.audit where action like 'accompaniment.%'`.execute(tx),
    );
    expect(traces.map(({ action }) => action).sort()).toEqual([
      "accompaniment.admission.cancel",
      "accompaniment.admission.record",
    ]);
  });

  it("refuse un jour à venir, une seconde admission, une personne d’ailleurs, et qui n’en a pas le droit", async () => {
    expect(await admit(payroll, "2026-11-28")).toMatchObject({ code: "admission.future", field: "admittedOn" });
    expect(await admit(karim, "2026-11-20")).toMatchObject({ code: "admission.notAllowed" });
    expect(await admit(entrepreneur, "2026-11-20")).toMatchObject({ code: "admission.notAllowed" });
    const elsewhere = await freshTenant();
    const stranger = await elsewhere.person();
    expect(await admit(payroll, "2026-11-20", stranger.personId)).toMatchObject({ code: "admission.personMissing" });
    expect(await admit(payroll, "2026-11-20")).toHaveProperty("admissionId");
    expect(await admit(payroll, "2026-11-21")).toMatchObject({
      code: "admission.already",
      facts: { date: { day: "2026-11-20" } },
    });
    const missing = { admissionId: tenant.newId<"admission">() };
    expect(await execute(tenant.host, payroll.caller, cancelAdmission, missing)).toMatchObject({
      code: "admission.missing",
    });
  });

  it("pendant qu’une autre s’enregistre, la seconde attend, puis est refusée avec sa phrase", async () => {
    let second: Promise<unknown> = Promise.resolve();
    await tenant.run(async (tx) => {
      await sql`select 1 from membership.person where id = ${entrepreneur.personId} for update`.execute(tx);
      await sql`insert into membership.fact (organization_id, id, person_id, dimension, subject_id, effect_on, value, recorded_at)
        values (${tenant.organizationId}, ${tenant.newId<"fact">()}, ${entrepreneur.personId}, 'associate',
          ${tenant.newId<"admission">()}, '2026-11-20', 'true', now())`.execute(tx);
      second = admit(payroll, "2026-11-21");
      // The second waits for this transaction, which has not told anybody yet.
      await waitingForALock(tx);
    });
    expect(await second).toMatchObject({ code: "admission.already", facts: { date: { day: "2026-11-20" } } });
  });

  it("ce qui est tapé de travers est dit près du champ, et gardé", async () => {
    const form = {
      intention: "admit",
      personId: entrepreneur.personId,
      admittedOn: "31/02/2026",
      cle: "cle-de-page-2",
    };
    const answer = await answerOf(() => deadlines.action(as(payroll, { form })));
    expect(answer).toMatchObject({ status: 422, body: { typed: { admittedOn: "31/02/2026" } } });
  });
});

describe("Les autres alertes", () => {
  const act = (command: Command<never, unknown>, input: object) =>
    execute(tenant.host, direction.caller, command as Command<unknown, unknown>, input);
  const alerts = async () => {
    const answer = await answerOf(() => deadlines.loader(as(karim)));
    const { rows } = answer.body as { rows: { personId: string; kind: string; urgency: string; about?: string }[] };
    return rows
      .filter(({ personId }) => personId === entrepreneur.personId)
      .map(({ kind, urgency }) => `${kind} ${urgency}`);
  };
  let direction: TestPerson;

  beforeEach(async () => {
    direction = await tenant.person({ roles: ["direction"] });
    await sign(entrepreneur, "cape", "2026-03-01", "2027-02-28");
  });

  it("un CAPE se déclare à l’URSSAF et à France Travail : noté, l’alerte s’éteint", async () => {
    expect(await alerts()).toEqual(expect.arrayContaining(["noticeUrssaf late", "noticeFranceTravail late"]));
    const { rows } = await tenant.run((tx) => sql<{ id: string }>`select id from membership.contract`.execute(tx));
    const notice = { contractId: rows[0]?.id, body: "urssaf", on: "2026-03-02" };
    expect(await act(notifyBody as never, { ...notice, on: "2026-11-28" })).toMatchObject({
      code: "contract.noticeFuture",
    });
    expect(await act(notifyBody as never, notice)).toHaveProperty("contractId");
    expect(await alerts()).not.toContain("noticeUrssaf late");
    expect(await alerts()).toContain("noticeFranceTravail late");
  });

  it("une activité à deux demande une convention, un métier exigeant son assurance, un titre de séjour son renouvellement", async () => {
    const activityId = [...(await presence(entrepreneur))][0] ?? "";
    const yann = await tenant.person({ activities: [activityId as never] });
    expect(await alerts()).toContain("agreement late");
    const shares = { [entrepreneur.personId]: "60", [yann.personId]: "40" };
    expect(
      await act(recordAgreement as never, {
        activityId,
        startsOn: "2026-11-01",
        shares: { ...shares, [yann.personId]: "30" },
      }),
    ).toMatchObject({ code: "agreement.shares" });
    expect(await act(recordAgreement as never, { activityId, startsOn: "2026-11-01", shares })).toHaveProperty(
      "agreementId",
    );
    expect(await alerts()).not.toContain("agreement late");
    await act(requireCovers as never, { activityId, insurance: true });
    expect(await alerts()).toContain("insurance late");
    const cover = { activityId, kind: "insurance", label: "Assureur 12", startsOn: "2026-01-01", endsOn: "2026-12-15" };
    await act(recordCover as never, cover);
    expect(await alerts()).toContain("insurance near");
    await tenant.run((tx) =>
      sql`insert into membership.fact (organization_id, id, person_id, dimension, effect_on, value, recorded_at)
        values (${tenant.organizationId}, ${tenant.newId()}, ${entrepreneur.personId}, 'residence_permit_end', '2026-01-01', '"2026-11-26"', now())`.execute(
        tx,
      ),
    );
    expect(await alerts()).toContain("residencePermit late");
  });

  const presence = async (who: TestPerson) =>
    (await tenant.run((tx) => loadPresence(tx, who.caller, NOW as never)))?.actor.own.keys() ?? [];
});
