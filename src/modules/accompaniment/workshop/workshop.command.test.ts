import { PDF } from "@libpdf/core";
import { sql } from "kysely";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { App } from "#platform/app.ts";
import { type Command, execute } from "#platform/command.ts";
import type { OutboxEvent } from "#platform/outbox/drain.ts";
import { answerOf, pageArguments, testApp } from "#testing/page.ts";
import { freshTenant, type TestPerson, type TestTenant } from "#testing/tenant.ts";
import * as attendance from "../attendance/attendance.page.tsx";
import { attendedMinutes, unsignedSessions } from "../attendance/attendance.store.ts";
import * as sheet from "../attendance/sheet.page.ts";
import { keepAttendance, signAttendance } from "../attendance/sign-attendance.command.ts";
import { askForWorkshop, voteForDemand } from "../demand/demand.command.ts";
import { openDemands } from "../demand/demand.store.ts";
import { accompanimentEffects } from "../effects.job.ts";
import { joinWorkshop, leaveWorkshop } from "./register.command.ts";
import { cancelWorkshop, createWorkshop, updateWorkshop } from "./save-workshop.command.ts";
import { countPastWorkshops, findWorkshop, listWorkshops } from "./workshop.store.ts";
import { type SessionId, seated, type Workshop, type WorkshopId, waiting } from "./workshop.ts";

const NOW = "2026-11-27T09:00:00.000Z";
const DRAWN = "M10 10L20 30L40 40L60 20L90 80";
let app: App;
let tenant: TestTenant;
let karim: TestPerson;
let people: TestPerson[];

beforeAll(async () => {
  ({ app } = await testApp());
});
beforeEach(async () => {
  tenant = await freshTenant({ now: NOW });
  Object.assign(app, { clock: tenant.host.clock });
  karim = await tenant.person({ roles: ["accompagnateur"] });
  const activity = await tenant.activity();
  people = await Promise.all([1, 2, 3].map(() => tenant.person({ activities: [activity] })));
});

function run<Input, Output>(who: TestPerson, command: Command<Input, Output>, input: unknown) {
  return execute(tenant.host, who.caller, command, input);
}
const DATE = { day: "2026-12-01", time: "14:30", minutes: "120" };
const WORDS = { title: "Fixer ses prix", capacity: "2", signup: "open", place: "Brest" };
async function create(changes: Record<string, unknown> = {}): Promise<WorkshopId> {
  const answer = await run(karim, createWorkshop, { ...WORDS, trainerId: karim.personId, dates: [DATE], ...changes });
  if ("refused" in answer) throw new Error(answer.code);
  return answer.workshopId;
}
const read = (id: WorkshopId) => tenant.run((tx) => findWorkshop(tx, tenant.organizationId, id)) as Promise<Workshop>;
const join = (who: TestPerson | undefined, workshopId: string, changes: Record<string, unknown> = {}) =>
  run(who as TestPerson, joinWorkshop, { workshopId, ...changes });
const rows = async (query: ReturnType<typeof sql>) =>
  (await tenant.run((tx) => query.execute(tx))).rows as Record<string, unknown>[];
const effect = async (
  name: string,
  id = "11111111-1111-4111-8111-111111111111",
  payload: Record<string, unknown> = {},
) => {
  const [handle] = new Map(accompanimentEffects(app)).get(name) ?? [];
  await handle?.({ organizationId: tenant.organizationId, id, event: name, payload, attempts: 1 } as OutboxEvent);
};
const dayOf = async (id: WorkshopId) => (await read(id)).sessions[0]?.id as SessionId;

it("les ateliers passés se lisent page par page, le dernier d’abord", async () => {
  for (const day of ["2026-12-01", "2026-12-02", "2026-12-03"]) await create({ title: day, dates: [{ ...DATE, day }] });
  const past = (limit: number, offset: number) =>
    tenant.run((tx) =>
      listWorkshops(tx, tenant.organizationId, "2026-12-03T09:00:00.000Z" as never, "past", limit, offset),
    );
  expect((await past(1, 1)).map(({ title }) => title)).toEqual(["2026-12-01"]);
  const count = (now: string) => tenant.run((tx) => countPastWorkshops(tx, tenant.organizationId, now as never));
  expect([await count(NOW), await count("2026-12-03T09:00:00.000Z")]).toEqual([0, 2]);
});

describe("Les places", () => {
  it("la dernière va à une seule personne, même demandée au même instant", async () => {
    const workshopId = await create({ capacity: "1" });
    const answers = await Promise.all(people.map((who) => join(who, workshopId)));
    expect(answers.filter((answer) => "seated" in answer && answer.seated)).toHaveLength(1);
    const workshop = await read(workshopId);
    expect([seated(workshop).length, waiting(workshop).length]).toEqual([1, 2]);
  });

  it("une place rendue va à qui attend depuis le plus longtemps, qui est prévenu ; plus de places, plus d’assis", async () => {
    const workshopId = await create({ capacity: "1" });
    for (const [index, who] of people.entries()) {
      tenant.setNow(`2026-11-27T09:0${index}:00.000Z`);
      expect(await join(who, workshopId)).toEqual({ workshopId, seated: index === 0 });
    }
    expect(await join(people[0], workshopId)).toMatchObject({ code: "workshop.inAlready" });
    await run(people[0] as TestPerson, leaveWorkshop, { workshopId });
    expect(seated(await read(workshopId)).map(({ personId }) => personId)).toEqual([people[1]?.personId]);
    const asked = await rows(sql`select payload from platform.outbox where event = 'accompaniment.workshop.told.v1'`);
    expect(asked).toEqual([{ payload: { workshopId, personId: people[1]?.personId, news: "seated" } }]);
    await effect("accompaniment.workshop.told.v1", undefined, asked[0]?.payload as Record<string, unknown>);
    await effect("accompaniment.workshop.told.v1", undefined, asked[0]?.payload as Record<string, unknown>);
    expect(await rows(sql`select recipient, subject from platform.mail`)).toEqual([
      { recipient: `${people[1]?.personId}@etabli.example`, subject: "Une place s’est libérée : Fixer ses prix" },
    ]);
    expect(await run(karim, updateWorkshop, { workshopId, version: 1, ...WORDS, capacity: "5" })).toEqual({
      workshopId,
    });
    expect(waiting(await read(workshopId))).toEqual([]);
    expect(await run(karim, updateWorkshop, { workshopId, version: 1, ...WORDS })).toMatchObject({
      code: "workshop.changed",
    });
  });

  it("se refuse avec sa phrase : inscription fermée, atelier commencé, annulé, d’ailleurs, de quelqu’un d’autre", async () => {
    const workshopId = await create({ signup: "closed" });
    const [samira, other] = people as [TestPerson, TestPerson];
    expect(await join(samira, workshopId)).toMatchObject({ code: "workshop.signupClosed" });
    expect(await join(samira, workshopId, { personId: other.personId })).toMatchObject({
      code: "workshop.personMissing",
    });
    expect(await join(karim, workshopId, { personId: samira.personId })).toEqual({ workshopId, seated: true });
    expect(await join(karim, workshopId)).toMatchObject({ code: "workshop.signupClosed" });
    expect(await run(other, leaveWorkshop, { workshopId })).toMatchObject({ code: "workshop.notIn" });
    expect(await run(samira, createWorkshop, { ...WORDS, dates: [DATE] })).toMatchObject({
      code: "workshop.notAllowed",
    });
    expect(await run(karim, createWorkshop, { ...WORDS, dates: [DATE] })).toMatchObject({ code: "workshop.noTrainer" });
    expect(await run(karim, createWorkshop, { ...WORDS, outsideTrainer: "X", dates: [DATE, DATE] })).toMatchObject({
      code: "workshop.sameDate",
      field: "dates.1.day",
    });
    const elsewhere = await freshTenant();
    const stranger = await elsewhere.person({ roles: ["direction"] });
    expect(await execute(elsewhere.host, stranger.caller, joinWorkshop, { workshopId })).toMatchObject({
      code: "workshop.missing",
    });
    tenant.setNow("2026-12-01T14:00:00.000Z");
    expect(await run(samira, leaveWorkshop, { workshopId })).toMatchObject({ code: "workshop.begun" });
    expect(await join(karim, workshopId, { personId: other.personId })).toMatchObject({ code: "workshop.over" });
    expect(await run(karim, cancelWorkshop, { workshopId, reason: "x" })).toMatchObject({ code: "workshop.begun" });
    tenant.setNow(NOW);
    expect(await run(karim, cancelWorkshop, { workshopId, reason: "Salle fermée" })).toEqual({ workshopId });
    expect(await join(karim, workshopId, { personId: other.personId })).toMatchObject({
      code: "workshop.cancelledAlready",
    });
  });
});

describe("Le rappel de la veille", () => {
  it("part la veille, une fois pour chacun, quoi que l’on essaie de nouveau ; jamais après, jamais annulé", async () => {
    const workshopId = await create();
    const asked = await rows(sql`select payload, next_attempt_at from platform.outbox where event like '%near%'`);
    expect(asked).toMatchObject([{ next_attempt_at: "2026-11-30T13:30:00.000Z" }]);
    await join(people[0], workshopId);
    const payload = asked[0]?.payload as Record<string, unknown>;
    const remind = (id?: string) => effect("accompaniment.session.near.v1", id, payload);
    await remind();
    expect(await rows(sql`select 1 from platform.mail`)).toEqual([]);
    tenant.setNow("2026-11-30T13:30:00.000Z");
    await remind();
    await remind();
    await remind("22222222-2222-4222-8222-222222222222");
    expect(await rows(sql`select recipient, subject from platform.mail`)).toEqual([
      { recipient: `${people[0]?.personId}@etabli.example`, subject: "Demain : Fixer ses prix" },
    ]);
    await join(people[1], workshopId);
    tenant.setNow("2026-12-01T13:30:00.000Z");
    await remind();
    expect(await rows(sql`select 1 from platform.mail`)).toHaveLength(1);
  });
});

describe("Les demandes", () => {
  it("se demandent, se votent, deviennent un atelier une seule fois, et qui votait est prévenu", async () => {
    const [samira, lou, ana] = people as [TestPerson, TestPerson, TestPerson];
    const { demandId } = (await run(samira, askForWorkshop, { title: "Vendre en ligne" })) as { demandId: string };
    await run(samira, voteForDemand, { demandId });
    await run(lou, voteForDemand, { demandId });
    await run(ana, voteForDemand, { demandId });
    await run(ana, voteForDemand, { demandId, withdrawn: "oui" });
    const open = () => tenant.run((tx) => openDemands(tx, tenant.organizationId, ana.personId));
    expect(await open()).toMatchObject([{ title: "Vendre en ligne", votes: 2, mine: false }]);
    const workshopId = await create({ demandId });
    expect(await open()).toEqual([]);
    const told = await rows(
      sql`select payload ->> 'personId' as who from platform.outbox where event like '%workshop.told%'`,
    );
    expect(told.map(({ who }) => who).sort()).toEqual([samira.personId, lou.personId].sort());
    expect(await run(ana, voteForDemand, { demandId })).toMatchObject({ code: "demand.answered" });
    expect(await run(karim, createWorkshop, { ...WORDS, outsideTrainer: "X", dates: [DATE], demandId })).toMatchObject({
      code: "demand.answered",
    });
    await run(karim, cancelWorkshop, { workshopId, reason: "x" });
    expect(await open()).toHaveLength(1);
    expect(await run(ana, voteForDemand, { demandId: tenant.newId() })).toMatchObject({ code: "demand.missing" });
  });
});

describe("L’émargement", () => {
  let workshopId: WorkshopId;
  let sessionId: SessionId;
  const sign = (who: TestPerson, whom: TestPerson, changes: Record<string, unknown> = { strokes: DRAWN }) =>
    run(who, signAttendance, { sessionId, personId: whom.personId, ...changes });
  beforeEach(async () => {
    workshopId = await create();
    sessionId = await dayOf(workshopId);
    await join(people[0], workshopId);
    await join(people[1], workshopId);
    await join(people[2], workshopId);
  });

  it("se signe à l’heure, chacun pour soi, d’un trait ou de son nom, une fois", async () => {
    const [samira, lou, ana] = people as [TestPerson, TestPerson, TestPerson];
    expect(await sign(samira, samira)).toMatchObject({ code: "signature.tooEarly" });
    tenant.setNow("2026-12-01T13:30:00.000Z");
    expect(await sign(samira, samira, { strokes: "M1 1L1 1" })).toMatchObject({ code: "signature.empty" });
    expect(await sign(samira, samira, { typedName: "Quelqu’un" })).toMatchObject({ code: "signature.otherName" });
    expect(await sign(samira, lou)).toMatchObject({ code: "signature.missing" });
    // She waits for a seat: she is not on the sheet.
    expect(await sign(ana, ana)).toMatchObject({ code: "signature.missing" });
    expect(await sign(karim, ana)).toMatchObject({ code: "signature.notRegistered" });
    expect(await sign(samira, samira)).toEqual({ sessionId });
    expect(await sign(samira, samira)).toMatchObject({ code: "signature.already" });
    // On the tablet of the room, by the keyboard.
    expect(await sign(karim, lou, { typedName: "samira ROUX" })).toEqual({ sessionId });
    expect(await sign(karim, karim)).toEqual({ sessionId });
    expect(
      await rows(
        sql`select part, method, length(digest) as digest from accompaniment.session_signature order by method, part`,
      ),
    ).toEqual([
      { part: "participant", method: "drawn", digest: 64 },
      { part: "trainer", method: "drawn", digest: 64 },
      { part: "participant", method: "typed", digest: 64 },
    ]);
    const ids = people.map(({ personId }) => personId);
    const minutes = await tenant.run((tx) =>
      attendedMinutes(tx, tenant.organizationId, ids, "2026-01-01" as never, "2026-12-31" as never),
    );
    expect(ids.map((id) => minutes.get(id) ?? 0)).toEqual([120, 120, 0]);
    await expect(
      tenant.run((tx) => sql`update accompaniment.session_signature set digest = ''`.execute(tx)),
    ).rejects.toThrow();
  });

  it("ce qui manque est dit, jusqu’à ce que tout le monde ait signé ou soit noté", async () => {
    const [samira, lou] = people as [TestPerson, TestPerson];
    const missing = (of: TestPerson | "all", before: string) =>
      tenant.run((tx) =>
        unsignedSessions(tx, tenant.organizationId, {
          before: before as never,
          since: "2026-10-01T00:00:00.000Z" as never,
          of: of === "all" ? "all" : of.personId,
        }),
      );
    expect(await missing("all", "2026-12-01T15:30:00.000Z")).toEqual([]);
    expect(await missing("all", "2026-12-01T15:30:01.000Z")).toMatchObject([{ title: "Fixer ses prix", missing: 3 }]);
    expect(await missing(karim, "2026-12-02T00:00:00.000Z")).toHaveLength(1);
    expect(await missing(samira, "2026-12-02T00:00:00.000Z")).toEqual([]);
    tenant.setNow("2026-12-01T13:30:00.000Z");
    await sign(samira, samira);
    tenant.setNow("2026-12-03T09:00:00.000Z");
    expect(await sign(karim, karim)).toMatchObject({ code: "signature.tooLate" });
    const keep = (who: TestPerson, whom: TestPerson, seen: string) =>
      run(who, keepAttendance, { sessionId, personId: whom.personId, seen });
    expect(await keep(samira, samira, "excused")).toMatchObject({ code: "signature.notAllowed" });
    expect(await keep(karim, lou, "excused")).toEqual({ sessionId });
    expect(await keep(karim, lou, "paper")).toMatchObject({ code: "signature.already" });
    expect(await keep(karim, samira, "absent")).toMatchObject({ code: "signature.already" });
    expect(await keep(karim, karim, "paper")).toEqual({ sessionId });
    expect(await missing("all", "2026-12-03T09:00:00.000Z")).toEqual([]);
  });

  it("la page de la salle montre à chacun ce qui est à lui, la feuille se télécharge vierge ou signée", async () => {
    const [samira, , ana] = people as [TestPerson, TestPerson, TestPerson];
    tenant.setNow("2026-12-01T13:30:00.000Z");
    await sign(samira, samira);
    const { slug } = tenant;
    const as = (who: TestPerson, query = "") => {
      const { signedIn } = who;
      const path = `/${slug}/ateliers/seances/${sessionId}${query}`;
      return pageArguments(app, { path, params: { cooperative: slug, sessionId }, signedIn }) as never;
    };
    const shown = async (who: TestPerson) => {
      const { status, body } = await answerOf(() => attendance.loader(as(who)));
      return [status, ((body ?? {}) as { attendees?: unknown[] }).attendees?.length];
    };
    expect([await shown(karim), await shown(samira), await shown(ana)]).toEqual([
      [200, 3],
      [200, 1],
      [404, undefined],
    ]);
    expect((await answerOf(() => sheet.loader(as(samira)))).status).toBe(403);
    const textOf = async (query: string) => {
      const response = (await sheet.loader(as(karim, query))) as Response;
      const pdf = await PDF.load(new Uint8Array(await response.arrayBuffer()));
      return pdf.getPages()[0]?.extractText().text ?? "";
    };
    const signed = await textOf("");
    expect(signed).toContain("Fixer ses prix");
    expect(signed).toContain("signature manuscrite");
    expect(signed).toContain("1 / 2");
    expect(await textOf("?forme=vierge")).not.toContain("manuscrite");
  });
});
