/** L’agenda extérieur d’un accompagnateur : donné, lu, montré, et ce dont il prévient. Sur la vraie base. */
import { sql } from "kysely";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { toDay } from "#kernel/day.ts";
import type { App } from "#platform/app.ts";
import { type Command, execute } from "#platform/command.ts";
import type { Asked } from "#platform/diary/fetch-diary.ts";
import type { OutboxEvent } from "#platform/outbox/drain.ts";
import { answerOf, pageArguments, testApp } from "#testing/page.ts";
import { freshTenant, type TestPerson, type TestTenant } from "#testing/tenant.ts";
import * as agenda from "../appointment/agenda.page.tsx";
import { planAppointment, updateAppointment } from "../appointment/plan-appointment.command.ts";
import * as subscription from "../calendar/subscription.page.tsx";
import { bookSlot, openPermanence } from "../permanence/permanence.command.ts";
import * as permanences from "../permanence/permanences.page.tsx";
import { busyDays } from "./busy-days.ts";
import { resealAddresses } from "./external.store.ts";
import { nextReading } from "./external-calendar.ts";
import {
  addExternalCalendar,
  CALENDAR_ASKED,
  refreshExternalCalendar,
  removeExternalCalendar,
} from "./keep-calendar.command.ts";
import { readExternalCalendar } from "./read-calendar.job.ts";

const SECRET = "https://agenda.example/prive-4f2a.ics";
/** Tuesday the first of December 2026, from two to three in Brest. */
const DENTIST = `BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
UID:1
SUMMARY:Dentiste
DTSTART:20261201T130000Z
DTEND:20261201T140000Z
END:VEVENT
END:VCALENDAR`;

let app: App;
let tenant: TestTenant;
let slug: string;
let karim: TestPerson;
let samira: TestPerson;

beforeAll(async () => {
  ({ app } = await testApp());
});
beforeEach(async () => {
  tenant = await freshTenant({ now: "2026-11-27T09:00:00.000Z" });
  Object.assign(app, { clock: () => tenant.host.clock() });
  slug = tenant.slug;
  karim = await tenant.person({ roles: ["accompagnateur"] });
  samira = await tenant.person({ activities: [await tenant.activity()] });
});

const run = <Input, Output>(who: TestPerson, command: Command<Input, Output>, input: unknown = {}) =>
  execute(tenant.host, who.caller, command, input);
async function add(who = karim): Promise<string> {
  const answer = await run(who, addExternalCalendar, { address: SECRET });
  if ("refused" in answer) throw new Error(answer.code);
  return answer.calendarId;
}
const read = (calendarId: string, answer: Asked = { text: DENTIST }) =>
  readExternalCalendar(
    app,
    { organizationId: tenant.organizationId, payload: { calendarId } } as unknown as OutboxEvent,
    async (address) => (address === SECRET ? answer : { fault: "refused" }),
  );
const rows = async (query: ReturnType<typeof sql>) =>
  (await tenant.run((tx) => query.execute(tx))).rows as Record<string, unknown>[];
const page = (who: TestPerson, path: string, form?: Record<string, string>) => {
  const { signedIn } = who;
  const more = form === undefined ? {} : { form };
  return pageArguments(app, { path: `/${slug}/${path}`, params: { cooperative: slug }, signedIn, ...more }) as never;
};
const slots = () => rows(sql`select starts_at, ends_at from accompaniment.busy_slot`);
const DAY = { day: "2026-12-01", minutes: "60", mode: "onSite", nature: "interview" };
const plan = (time: string, more: Record<string, unknown> = {}) =>
  run(karim, planAppointment, { ...DAY, personIds: [samira.personId], time, ...more });

describe("Donner son agenda", () => {
  it("une adresse publique, chiffrée, une seule à la fois, de qui accompagne", async () => {
    expect(await run(samira, addExternalCalendar, { address: SECRET })).toMatchObject({ code: "external.notAllowed" });
    for (const address of ["http://agenda.example/a", "https://192.168.1.10/a", "mon agenda"]) {
      expect(await run(karim, addExternalCalendar, { address })).toMatchObject({
        ...{ code: "external.address", field: "address" },
      });
    }
    await add();
    expect(await run(karim, addExternalCalendar, { address: SECRET })).toMatchObject({ code: "external.already" });
    const all = JSON.stringify([
      await rows(sql`select * from accompaniment.external_calendar`),
      await rows(sql`select * from platform.audit`),
      await rows(sql`select * from platform.outbox`),
    ]);
    expect(all).not.toContain("prive-4f2a");
    const seen = await answerOf(() => subscription.loader(page(karim, "agenda/abonnement")));
    expect(seen.body).toMatchObject({ elsewhere: { host: "agenda.example", read: null, fault: null } });
    expect(JSON.stringify(seen.body)).not.toContain("prive-4f2a");
  });

  it("par un formulaire : lu, relu, retiré ; refusé, la phrase est à côté", async () => {
    const act = (form: Record<string, string>) =>
      answerOf(() => subscription.action(page(karim, "agenda/abonnement", form)));
    expect(await act({ intention: "addExternal", address: "non" })).toMatchObject({
      ...{ status: 422, body: { problem: { fields: { address: expect.stringContaining("https://") } } } },
    });
    expect((await act({ intention: "refreshExternal" })).status).toBe(404);
    expect((await act({ intention: "addExternal", address: SECRET })).status).toBe(302);
    expect((await act({ intention: "removeExternal" })).status).toBe(302);
    expect((await answerOf(() => subscription.loader(page(samira, "agenda/abonnement")))).body).toMatchObject({
      ...{ receives: false, elsewhere: null },
    });
  });

  it("un changement de clé la chiffre de nouveau", async () => {
    await add();
    const place = { organizationId: tenant.organizationId };
    const other = { ...tenant.host.vault, currentKey: () => "demain" };
    expect(await tenant.run((tx) => resealAddresses({ tx, ...place }, tenant.host.vault))).toEqual({
      done: 0,
      closed: 0,
    });
    expect(await tenant.run((tx) => resealAddresses({ tx, ...place }, other))).toEqual({ done: 1, closed: 0 });
    const lost = { ...other, open: () => ({ fault: "key" as const }) };
    expect(await tenant.run((tx) => resealAddresses({ tx, ...place }, lost))).toEqual({ done: 0, closed: 1 });
  });
});

describe("Le lire", () => {
  it("les moments pris, sans titre ; puis chaque heure, une fois, quoi qu’on demande à la main", async () => {
    const id = await add();
    await read(id);
    await read(id);
    expect(await slots()).toEqual([{ starts_at: "2026-12-01T13:00:00.000Z", ends_at: "2026-12-01T14:00:00.000Z" }]);
    expect(JSON.stringify(await rows(sql`select * from accompaniment.busy_slot`))).not.toContain("Dentiste");
    const asked = await rows(
      sql`select next_attempt_at as at from platform.outbox where event = ${CALENDAR_ASKED} and next_attempt_at > '2026-11-27T09:30:00Z'`,
    );
    expect(asked).toEqual([{ at: nextReading(id as never, tenant.host.clock()) }]);
    expect(await run(karim, refreshExternalCalendar)).toMatchObject({ code: "external.askedAlready" });
    tenant.setNow("2026-11-27T09:02:00.000Z");
    expect(await run(karim, refreshExternalCalendar)).toHaveProperty("calendarId");
    // Clicked twice, before anything was read.
    expect(await run(karim, refreshExternalCalendar)).toMatchObject({ code: "external.askedAlready" });
  });

  it("une lecture qui échoue garde ce que disait la précédente, et dit pourquoi", async () => {
    const id = await add();
    await read(id);
    tenant.setNow("2026-11-27T10:00:00.000Z");
    await read(id, { fault: "unreachable" });
    expect(await slots()).toHaveLength(1);
    const { body } = await answerOf(() => subscription.loader(page(karim, "agenda/abonnement")));
    expect(body).toMatchObject({ elsewhere: { fault: "unreachable", read: { day: "2026-11-27", time: "10:00" } } });
    await read(id, { text: DENTIST.replaceAll("20261201", "20261202") });
    expect(await slots()).toMatchObject([{ starts_at: "2026-12-02T13:00:00.000Z" }]);
  });

  it("retiré, il n’est plus lu et ce qu’il disait est oublié ; de qui est parti non plus", async () => {
    const id = await add();
    await read(id);
    expect(await run(karim, removeExternalCalendar)).toHaveProperty("calendarId");
    expect(await run(karim, removeExternalCalendar)).toMatchObject({ code: "external.none" });
    await read(id);
    expect(await slots()).toEqual([]);
    expect(await rows(sql`select address from accompaniment.external_calendar`)).toEqual([{ address: "" }]);
    const again = await add();
    await tenant.run((tx) =>
      sql`update membership.person set archived_at = now() where id = ${karim.personId}`.execute(tx),
    );
    await read(again);
    expect(await slots()).toEqual([]);
  });
});

describe("Ce dont il prévient", () => {
  it("un rendez-vous donné ou déplacé sur un moment pris, que l’on peut donner quand même", async () => {
    await read(await add());
    for (const time of ["13:30", "14:00", "14:59"]) {
      expect(await plan(time)).toMatchObject({ code: "external.busy", field: "time", facts: { name: "Samira Roux" } });
    }
    const { appointmentId } = (await plan("15:00")) as { appointmentId: string };
    const move = { ...DAY, appointmentId, version: 1 };
    expect(await run(karim, updateAppointment, { ...move, time: "14:30" })).toMatchObject({ code: "external.busy" });
    expect(await run(karim, updateAppointment, { ...move, time: "14:30", evenBusy: "oui" })).toHaveProperty(
      "appointmentId",
    );
    // What stays at its moment asks nothing again.
    const words = { ...move, version: 2, time: "14:30", place: "Brest" };
    expect(await run(karim, updateAppointment, words)).toHaveProperty("appointmentId");
    expect(await plan("13:00")).toHaveProperty("appointmentId");
  });

  it("une permanence, le jour dit ; ses créneaux pris ne sont pas proposés", async () => {
    await read(await add());
    const held = { town: "Quimper", starts: "14:00", ends: "16:00", slotMinutes: "60" };
    const weekly = { ...held, day: "2026-11-24", weekly: "oui", untilDay: "2026-12-08" };
    expect(await run(karim, openPermanence, weekly)).toMatchObject({
      ...{ code: "external.busyPermanence", facts: { day: { day: "2026-12-01" } } },
    });
    const opened = await run(karim, openPermanence, { ...weekly, evenBusy: "oui" });
    const { permanenceId } = opened as { permanenceId: string };
    const { body } = await answerOf(() => permanences.loader(page(samira, "permanences")));
    expect(body).toMatchObject({
      towns: [
        {
          days: [
            { day: "2026-12-01", times: ["15:00"] },
            { day: "2026-12-08", times: ["14:00", "15:00"] },
          ],
        },
      ],
    });
    const slot = { permanenceId, day: "2026-12-01", time: "14:00" };
    expect(await run(samira, bookSlot, slot)).toMatchObject({ code: "permanence.taken" });
  });

  it("se voit dans son agenda, de soi seul", async () => {
    await read(await add());
    const busy = async (who: TestPerson) => {
      const { body } = await answerOf(() => agenda.loader(page(who, "agenda?date=2026-12-01")));
      return (body as { days: { day: string; busy: unknown[] }[] }).days.flatMap((one) => one.busy);
    };
    expect(await busy(karim)).toEqual([{ day: "2026-12-01", from: "14:00", until: "15:00", whole: false }]);
    expect(await busy(await tenant.person({ roles: ["direction"] }))).toEqual([]);
  });

  it("d’un jour à l’autre, chaque jour a sa part", () => {
    const night = { startsAt: "2026-12-01T21:00:00.000Z", endsAt: "2026-12-03T09:00:00.000Z" } as never;
    expect(busyDays([night], toDay("2026-11-30"), "Europe/Paris")).toEqual([
      { day: "2026-12-01", from: "22:00", until: "00:00", whole: false },
      { day: "2026-12-02", from: "00:00", until: "00:00", whole: true },
      { day: "2026-12-03", from: "00:00", until: "10:00", whole: false },
    ]);
  });

  it("l’agenda d’une autre coopérative ne prévient de rien ici", async () => {
    await read(await add());
    const elsewhere = await freshTenant({ now: "2026-11-27T09:00:00.000Z" });
    const other = await elsewhere.person({ roles: ["accompagnateur"] });
    const person = await elsewhere.person({ activities: [await elsewhere.activity()] });
    const given = { ...DAY, personIds: [person.personId], time: "14:00" };
    expect(await execute(elsewhere.host, other.caller, planAppointment, given)).toHaveProperty("appointmentId");
  });
});
