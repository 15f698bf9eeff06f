/** Un événement, de l’annonce à qui est venu. Sur la vraie base. */
import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import { addStructure, giveSeat } from "#modules/network/index.server.ts";
import type { StructureId } from "#modules/network/index.ts";
import { executePublic } from "#platform/public-command.ts";
import { playing } from "#testing/playing.ts";
import { freshTenant, type TestPerson, type TestTenant } from "#testing/tenant.ts";
import { runPhases } from "../effects.job.ts";
import { consultationSubjects } from "../subjects.store.ts";
import { addAttendee, cancelAttendee, noteAttendee, registerSelf } from "./attend.command.ts";
import { attendeesOf, partsOf } from "./event.store.ts";
import type { EventId } from "./event.ts";
import { registerPublicly } from "./register-publicly.command.ts";
import { addPart, announceEvent, cancelEvent, changePart, updateEvent } from "./save-event.command.ts";

const GIVEN = { title: "Assises", startsOn: "2026-12-01", endsOn: "2026-12-02", place: "Rennes" };
let network: TestTenant;
let team: TestPerson;
let lea: TestPerson;
let member: TestPerson;
let etabli: StructureId;

const { as, done } = playing(() => network);
const announce = async (changes: object = {}) => (await done(team, announceEvent, { ...GIVEN, ...changes })).eventId;
const there = (eventId: EventId) => network.run((tx) => attendeesOf(tx, network.organizationId, eventId));
const publicly = (input: object) => {
  const door = { organizationId: network.organizationId, timeZone: "Europe/Paris" };
  return executePublic(network.host, door, registerPublicly, input);
};

beforeEach(async () => {
  network = await freshTenant({ now: "2026-11-22T10:00:00.000Z", house: "network" });
  team = await network.person({ roles: ["facilitator"] });
  [lea, member] = [await network.person(), await network.person()];
  etabli = (await done(team, addStructure, { kind: "cae", name: "L’Établi" })).structureId;
  await done(team, giveSeat, { personId: lea.personId, structureId: etabli });
});

describe("Un événement", () => {
  it("ouvre une salle pour qui est du réseau, et pour aucun autre réseau", async () => {
    const eventId = await announce();
    const asked = (house: TestTenant, who: TestPerson, id: string, kind: keyof typeof consultationSubjects) =>
      house.run(async (tx) => {
        const presence = await house.host.loadPresence(tx, who.caller, house.host.clock());
        if (presence === null) throw new Error("nobody");
        return consultationSubjects[kind]({ tx, actor: presence.actor, organizationId: house.organizationId }, id);
      });
    expect(await asked(network, team, eventId, "consultation.event")).toBe(true);
    expect(await asked(network, team, eventId, "consultation.consultation")).toBe(false);
    expect(await asked(network, team, network.newId(), "consultation.event")).toBe(false);
    const other = await freshTenant({ now: "2026-11-22T10:00:00.000Z", house: "network" });
    expect(await asked(other, await other.person({ roles: ["facilitator"] }), eventId, "consultation.event")).toBe(
      false,
    );
  });

  it("se refuse par une phrase au bon endroit, se corrige, s’annule avant de commencer", async () => {
    expect(await as(lea, announceEvent, GIVEN)).toMatchObject({ code: "network.notStaff" });
    expect(await as(team, announceEvent, { ...GIVEN, endsOn: "2026-11-30" })).toMatchObject({ field: "endsOn" });
    expect(await as(team, announceEvent, { ...GIVEN, capacity: "zéro" })).toMatchObject({ field: "capacity" });
    const eventId = await announce();
    await done(team, updateEvent, { ...GIVEN, eventId, version: 1, place: "Brest" });
    expect(await as(team, updateEvent, { ...GIVEN, eventId, version: 1 })).toMatchObject({ code: "event.changed" });
    await done(team, cancelEvent, { eventId });
    expect(await as(lea, registerSelf, { eventId })).toMatchObject({ code: "event.cancelled" });
    const part = { eventId, kind: "plenary", title: "Ouverture", day: "2026-12-01", time: "09:00", duration: "30" };
    expect(await as(team, addPart, part)).toMatchObject({ code: "event.cancelled" });
    const other = await announce();
    network.setNow("2026-12-01T10:00:00.000Z");
    expect(await as(team, cancelEvent, { eventId: other })).toMatchObject({ code: "event.begun" });
  });

  it("a un programme dans ses dates ; un atelier garde ce que la plénière en a entendu", async () => {
    const eventId = await announce();
    const part = { eventId, kind: "workshop", title: "Freins", day: "2026-12-01", time: "10:00", duration: "90" };
    expect(await as(team, addPart, { ...part, day: "2026-12-03" })).toMatchObject({ code: "part.outside" });
    const { partId } = await done(team, addPart, part);
    await done(team, changePart, { eventId, partId, restitution: "Trois freins." });
    network.setNow("2026-12-02T10:00:00.000Z");
    expect(await as(team, changePart, { eventId, partId, removed: "oui" })).toMatchObject({ code: "part.held" });
    const [kept] = await network.run((tx) => partsOf(tx, network.organizationId, eventId));
    expect(kept).toMatchObject({ restitution: "Trois freins.", startsAt: "2026-12-01T09:00:00.000Z" });
  });
});

describe("Ce qui est refusé", () => {
  it("chaque chose par sa phrase, à sa place", async () => {
    const tried = (changes: object) => as(team, announceEvent, { ...GIVEN, ...changes });
    expect(await tried({ endsOn: "2026-11-30" })).toMatchObject({ code: "event.endsBefore", field: "endsOn" });
    expect(await tried({ capacity: "0" })).toMatchObject({ code: "event.capacity", field: "capacity" });
    const stray = { consultationId: network.newId() };
    expect(await tried(stray)).toMatchObject({ code: "event.consultation", field: "consultationId" });
    const eventId = await announce();
    const part = { eventId, kind: "workshop", title: "Freins", day: "2026-12-01", time: "10:00", duration: "2" };
    expect(await as(team, addPart, part)).toMatchObject({ code: "part.duration", field: "duration" });
    const unknown = { eventId, partId: network.newId() };
    expect(await as(team, changePart, unknown)).toMatchObject({ code: "part.missing" });
    const ana = { eventId, firstName: "Ana", lastName: "Roux", email: "ana@exemple.fr" };
    expect(await as(team, addAttendee, { ...ana, structureId: network.newId() })).toMatchObject({
      code: "event.structure",
      field: "structureId",
    });
    await done(team, addAttendee, ana);
    expect(await as(team, addAttendee, ana)).toMatchObject({ code: "event.alreadyThem", field: "email" });
    const gone = { eventId, attendeeId: network.newId(), there: "oui" };
    expect(await as(team, cancelAttendee, gone)).toMatchObject({ code: "event.attendee" });
    network.setNow("2026-12-03T10:00:00.000Z");
    expect(await as(lea, registerSelf, { eventId })).toMatchObject({ code: "event.over" });
    expect(await as(lea, registerSelf, { eventId: network.newId() })).toMatchObject({ code: "event.missing" });
  });

  it("la page publique s’arrête à soixante inscriptions dans l’heure", async () => {
    const eventId = await announce({ public: "oui" });
    const guest = (rank: number) => ({ eventId, firstName: "Nora", lastName: "Le Goff", email: `n${rank}@exemple.fr` });
    for (let rank = 0; rank < 60; rank++) await publicly(guest(rank));
    expect(await publicly(guest(60))).toMatchObject({ code: "event.tooMany" });
    network.setNow("2026-11-22T11:00:01.000Z");
    expect(await publicly(guest(60))).toEqual({ received: true });
  });
});

describe("Une inscription", () => {
  it("qui n’a pas de siège mais a une place apprend aussi que l’événement est annulé", async () => {
    const eventId = await announce();
    await done(member, registerSelf, { eventId });
    await done(team, cancelEvent, { eventId });
    const { rows } = await network.run((tx) =>
      sql<{ topic: string }>`select topic from notification.notice where person_id = ${member.personId}`.execute(tx),
    );
    expect(rows).toEqual([{ topic: "consultation.event.cancelled" }]);
  });

  it("chacun la sienne, pour la structure qu’il représente, tant qu’il reste des places", async () => {
    const eventId = await announce({ capacity: "2" });
    const { attendeeId } = await done(lea, registerSelf, { eventId });
    expect((await there(eventId))[0]).toMatchObject({ structureId: etabli, structureName: "L’Établi", origin: "self" });
    expect(await as(lea, registerSelf, { eventId })).toMatchObject({ code: "event.already" });
    expect(await as(member, registerSelf, { eventId, structureId: etabli })).toMatchObject({
      code: "network.notSeated",
    });
    await done(member, registerSelf, { eventId });
    const ana = { eventId, firstName: "Ana", lastName: "Roux" };
    expect(await as(team, addAttendee, ana)).toMatchObject({ code: "event.full" });
    expect(await as(member, cancelAttendee, { eventId, attendeeId })).toMatchObject({ code: "event.notYours" });
    await done(lea, cancelAttendee, { eventId, attendeeId });
    await done(team, addAttendee, ana);
  });

  it("la présence se note dès le premier jour, et qui vient sans inscription entre aussi", async () => {
    const eventId = await announce({ capacity: "1" });
    const { attendeeId } = await done(lea, registerSelf, { eventId });
    const noted = { eventId, attendeeId, there: "oui" };
    expect(await as(team, noteAttendee, noted)).toMatchObject({ code: "event.notBegun" });
    network.setNow("2026-12-01T10:00:00.000Z");
    expect(await as(lea, noteAttendee, noted)).toMatchObject({ code: "network.notStaff" });
    await done(team, noteAttendee, noted);
    await done(team, addAttendee, { eventId, firstName: "Ana", lastName: "Roux", there: "oui" });
    expect((await there(eventId)).map(({ seenAt }) => seenAt !== null)).toEqual([true, true]);
  });

  it("sans compte : par la page publique quand elle est ouverte, une fois par adresse, oubliée un an après", async () => {
    const closed = await announce();
    const form = { firstName: "Nora", lastName: "Le Goff", email: "nora@exemple.fr", structureName: "Un tiers-lieu" };
    expect(await publicly({ ...form, eventId: closed })).toMatchObject({ code: "event.missing" });
    const eventId = await announce({ public: "oui" });
    expect(await publicly({ ...form, eventId })).toEqual({ received: true });
    expect(await publicly({ ...form, eventId })).toEqual({ received: true });
    expect(await there(eventId)).toMatchObject([{ lastName: "Le Goff", origin: "public" }]);
    const app = { database: network.database.app, clock: () => network.host.clock(), wake: () => {} };
    network.setNow("2027-12-02T10:00:00.000Z");
    await runPhases(app, network);
    expect(await there(eventId)).toMatchObject([{ lastName: "Le Goff" }]);
    network.setNow("2027-12-03T10:00:00.000Z");
    await runPhases(app, network);
    expect(await there(eventId)).toMatchObject([{ lastName: "effacée", email: "" }]);
  });
});
