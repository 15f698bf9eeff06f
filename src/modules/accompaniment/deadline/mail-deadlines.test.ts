/** Les échéances par courriel : qui les reçoit, quel matin, ce qui s’y lit. Sur la vraie base. */
import { sql } from "kysely";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Instant, toDay } from "#kernel/day.ts";
import { recordContract } from "#modules/membership/index.server.ts";
import { chooseCadence } from "#modules/notification/cadence/choose-cadence.command.ts";
import type { App } from "#platform/app.ts";
import { execute } from "#platform/command.ts";
import { awaitMorning, MORNING, morningsFollow } from "#platform/outbox/morning.ts";
import { testApp } from "#testing/page.ts";
import { freshTenant, type TestPerson, type TestTenant } from "#testing/tenant.ts";
import { accompanimentMornings } from "../effects.job.ts";
import type { DeadlineKind } from "./deadline.ts";
import { DEADLINES, isTurn, spanOf, writeDigest } from "./digest.ts";

let app: App;
let tenant: TestTenant;
let payroll: TestPerson;
let karim: TestPerson;

beforeAll(async () => {
  ({ app } = await testApp());
});
beforeEach(async () => {
  tenant = await freshTenant({ now: "2026-11-27T10:00:00.000Z" });
  Object.assign(app, { clock: () => tenant.host.clock() });
  payroll = await tenant.person({ roles: ["payroll"] });
  karim = await tenant.person({ roles: ["accompagnateur"] });
  await choose(payroll, "never");
});

const choose = (who: TestPerson, choice: string) =>
  execute(tenant.host, who.caller, chooseCadence, { choices: { [DEADLINES.key]: choice } });
async function signed(startsOn: string): Promise<TestPerson> {
  const person = await tenant.person({ activities: [await tenant.activity()] });
  const contract = { personId: person.personId, kind: "cesa", startsOn, endsOn: "" };
  expect(await execute(tenant.host, payroll.caller, recordContract, contract)).toHaveProperty("contractId");
  return person;
}

/** A morning, told twice as when a process dies before it says so. */
async function morning(day: string, today = day): Promise<void> {
  tenant.setNow(`${today}T07:00:10.000Z`);
  const event = { organizationId: tenant.organizationId, id: `morning ${day}`, event: MORNING, payload: { day } };
  for (const handle of accompanimentMornings(app)) {
    for (const attempts of [1, 2]) await handle({ ...event, attempts });
  }
}
async function mails(who: TestPerson = karim): Promise<{ subject: string; body: string }[]> {
  const recipient = `${who.personId}@etabli.example`;
  const { rows } = await tenant.run((tx) =>
    sql<{ subject: string; body: string }>`select subject, body from platform.mail
      where recipient = ${recipient} order by at, id`.execute(tx),
  );
  return rows;
}

describe("La liste des échéances par courriel", () => {
  it("la veille du jour où l’échéance se montre, rien ; ce jour et le lendemain, une fois chacun", async () => {
    await choose(karim, "daily");
    // A trial of eight months, shown thirty days before its end: from the tenth of August to the ninth of September.
    await signed("2026-01-10");
    await morning("2026-08-09");
    expect(await mails()).toEqual([]);
    await morning("2026-08-10");
    expect((await mails()).map(({ subject }) => subject)).toEqual(["1 échéance à suivre, Coopérative L’Établi"]);
    for (const day of ["2026-08-11", "2026-09-09"]) await morning(day);
    const spans = (await mails()).map(({ body }) => body.split("\n\n")[1]?.split("\n")[0]);
    expect(spans).toEqual(["Plus tard", "Dans les 30 jours", "Dans les 7 jours"]);
    await morning("2026-09-10");
    expect(await mails()).toHaveLength(3);
  });

  it("nomme la personne et l’échéance, mène à chacune, et ne dit rien d’autre", async () => {
    const person = await signed("2026-05-01");
    await tenant.run((tx) =>
      sql`update membership.person set last_name = 'Le Goff', phone = '0611223344' where id = ${person.personId}`.execute(
        tx,
      ),
    );
    await choose(karim, "daily");
    await morning("2026-12-05");
    const [mail] = await mails();
    expect(mail?.body).toContain(
      `Dans les 30 jours\n- Samira Le Goff : Fin de la période d’essai, jeudi 31 décembre 2026\n  ${app.settings.publicUrl}/`,
    );
    expect(mail?.body).toContain(`/personnes/${person.personId}\n`);
    expect(mail?.body).toMatch(/\/echeances\n/);
    expect(mail?.body).not.toMatch(/0611223344|@etabli|Plomberie/);
  });

  it("arrive le lundi à qui n’a rien choisi, chaque jour ou jamais à qui le demande", async () => {
    await signed("2026-05-01");
    const never = await tenant.person({ roles: ["direction"] });
    await choose(never, "never");
    const daily = await tenant.person({ roles: ["direction"] });
    await choose(daily, "daily");
    // 2026-12-07 is a Monday.
    for (const day of ["2026-12-06", "2026-12-07", "2026-12-08"]) await morning(day);
    const counts = [karim, never, daily, payroll].map(async (who) => (await mails(who)).length);
    expect(await Promise.all(counts)).toEqual([1, 0, 3, 0]);
  });

  it("suit la portée de chacun ; ni les entrepreneurs, ni la comptabilité, ni qui est parti n’en reçoivent", async () => {
    const person = await signed("2026-05-01");
    const lucie = await tenant.person({ roles: ["accompagnateur"] });
    const accountant = await tenant.person({ roles: ["accountant"] });
    const gone = await tenant.person({ roles: ["direction"] });
    await tenant.run(async (tx) => {
      await sql`update membership.role_grant set followed_only = true where person_id = ${lucie.personId}`.execute(tx);
      await sql`update membership.person set archived_at = now() where id = ${gone.personId}`.execute(tx);
    });
    await morning("2026-12-07");
    const all = [karim, lucie, accountant, gone, person];
    expect(await Promise.all(all.map(async (who) => (await mails(who)).length))).toEqual([1, 0, 0, 0, 0]);
    await tenant.run((tx) =>
      sql`update membership.person set follower_id = ${lucie.personId} where id = ${person.personId}`.execute(tx),
    );
    await morning("2026-12-14");
    expect(await mails(lucie)).toHaveLength(1);
  });

  it("rattrape un lundi qu’un serveur a passé à dormir", async () => {
    await signed("2026-05-01");
    await morning("2026-12-06", "2026-12-09");
    expect(await mails()).toHaveLength(1);
    await morning("2026-12-10");
    expect(await mails()).toHaveLength(1);
  });

  it("se tait pendant que la démonstration s’écrit", async () => {
    await signed("2026-05-01");
    Object.assign(app, { demo: () => ({ progress: { percent: 10, day: "2026-01-01" } }) });
    await morning("2026-12-07");
    Object.assign(app, { demo: undefined });
    expect(await mails()).toEqual([]);
  });
});

describe("Ce que dit le courriel", () => {
  const today = toDay("2026-11-27");
  const row = (on: string, urgency: "late" | "near" | "coming" = "coming", name = "Ana") => ({
    ...{ personId: "p", name, kind: "capeEnd" as DeadlineKind, on: toDay(on), urgency },
  });
  const write = (rows: ReturnType<typeof row>[]) =>
    writeDigest({ firstName: "Karim", cooperative: "L’Établi", rows, today, link: (path) => `https://x/${path}` });

  it("range par moments : en retard, dans les 7 jours, dans les 30 jours, plus tard", () => {
    const spans = ["2026-11-26", "2026-11-27", "2026-12-03", "2026-12-04", "2026-12-26", "2026-12-27"];
    expect(spans.map((on) => spanOf(row(on), today))).toEqual(["late", "week", "week", "month", "month", "later"]);
    expect(spanOf(row("2026-12-27", "late"), today)).toBe("late");
    const { subject, body } = write([row("2026-11-20", "late"), row("2026-12-04")]);
    expect(subject).toBe("2 échéances à suivre, dont 1 en retard, L’Établi");
    expect(body.indexOf("En retard")).toBeLessThan(body.indexOf("Dans les 30 jours"));
    expect(body).not.toContain("Dans les 7 jours");
  });

  it("s’arrête à cent lignes et dit combien restent", () => {
    const many = (length: number) =>
      write(Array.from({ length }, (_, rank) => row("2026-12-04", "coming", `N${rank}.`)));
    const { body } = many(103);
    expect(many(101).body).toContain("Et une autre, à lire");
    expect(many(100).body).not.toContain("à lire dans la liste");
    expect(body).toContain("N99.");
    expect(body).not.toContain("N100.");
    expect(body).toContain("Et 3 autres");
  });

  it("a son tour le lundi, même manqué", () => {
    const turn = (choice: "daily" | "weekly" | "never", from: string, until = from) =>
      isTurn(choice, toDay(from), toDay(until));
    expect(["2026-11-29", "2026-11-30", "2026-12-01"].map((day) => turn("weekly", day))).toEqual([false, true, false]);
    expect([turn("weekly", "2026-11-28", "2026-12-02"), turn("weekly", "2026-12-01", "2026-12-06")]).toEqual([
      true,
      false,
    ]);
    expect([turn("daily", "2026-12-01"), turn("never", "2026-11-30")]).toEqual([true, false]);
  });
});

describe("Les matins", () => {
  it("se suivent, un par jour, quoi qu’on demande deux fois", async () => {
    const now = "2031-03-29T10:00:00.000Z" as Instant;
    tenant.setNow(now);
    const place = { organizationId: tenant.organizationId, now };
    await tenant.run((tx) => awaitMorning({ tx, ...place }, "Europe/Paris"));
    const follow = morningsFollow(tenant.host, async () => "Europe/Paris");
    const came = (day: string) =>
      follow({ organizationId: tenant.organizationId, id: day, event: MORNING, payload: { day }, attempts: 1 });
    // The next day is the day of summer time. Told a second too early by another clock, it still brings the one after.
    for (const at of ["2031-03-30T05:59:59.000Z", "2031-03-30T06:00:00.000Z"]) {
      tenant.setNow(at);
      await came("2031-03-30");
    }
    const { rows } = await tenant.run((tx) =>
      sql`select payload->>'day' as day, next_attempt_at as at from platform.outbox where event = ${MORNING} order by 1`.execute(
        tx,
      ),
    );
    expect(rows).toEqual([
      { day: "2031-03-30", at: "2031-03-30T06:00:00.000Z" },
      { day: "2031-03-31", at: "2031-03-31T06:00:00.000Z" },
    ]);
  });

  it("d’une histoire racontée au passé commencent avec la machine", async () => {
    await tenant.run((tx) =>
      awaitMorning(
        { tx, organizationId: tenant.organizationId, now: "2020-01-01T10:00:00.000Z" as Instant },
        "Europe/Paris",
      ),
    );
    const { rows } = await tenant.run((tx) =>
      sql<{
        ahead: boolean;
      }>`select next_attempt_at > now() as ahead from platform.outbox where event = ${MORNING}`.execute(tx),
    );
    expect(rows).toEqual([{ ahead: true }]);
  });
});
