/** Une consultation, de l’appel aux résultats qui ne changent plus. Sur la vraie base. */
import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import { addStructure, giveSeat, recordAffiliation } from "#modules/network/index.server.ts";
import type { StructureId } from "#modules/network/index.ts";
import { playing } from "#testing/playing.ts";
import { freshTenant, type TestPerson, type TestTenant } from "#testing/tenant.ts";
import { answersOf, askedBy } from "./answer/answer.store.ts";
import { type Channel, standing } from "./answer/answer.ts";
import { giveAnswer, recordGathering } from "./answer/give-answer.command.ts";
import { axesOf, findConsultation, findPhase, phasesOf } from "./consultation/consultation.store.ts";
import type { ConsultationId, PhaseId } from "./consultation/consultation.ts";
import { prepareConsultation, savePhase, updateConsultation } from "./consultation/prepare-consultation.command.ts";
import { closePhase, openPhase, publishSynthesis, remindPhase } from "./consultation/run-phase.command.ts";
import { runPhases } from "./effects.job.ts";

const NOW = "2026-10-01T09:00:00.000Z";
const GIVEN = {
  title: "Quel commun entre nos CAE ?",
  question: "Que voulez-vous faire ensemble ?",
  audience: "cae",
  axes: "Représentation\nCommunication\nJuridique\nObservatoire",
  ...{ phaseTitle: "Premier tour", opensOn: "2026-10-01", closesOn: "2026-10-31" },
};

let network: TestTenant;
let team: TestPerson;
let lea: TestPerson;
let paul: TestPerson;
let member: TestPerson;
let etabli: StructureId;
let varlope: StructureId;
let reseau: StructureId;

const { as, done } = playing(() => network);
const add = async (name: string, kind = "cae") =>
  (await done(team, addStructure, { kind, name, postalCode: "29200", city: "Brest" })).structureId;

beforeEach(async () => {
  network = await freshTenant({ now: NOW, house: "network" });
  team = await network.person({ roles: ["facilitator"] });
  [lea, paul, member] = [await network.person(), await network.person(), await network.person()];
  [etabli, varlope] = [await add("L’Établi"), await add("La Varlope")];
  reseau = await add("Bâtir", "network");
  await done(team, giveSeat, { personId: lea.personId, structureId: etabli, startsOn: "2026-01-01" });
  await done(team, giveSeat, { personId: paul.personId, structureId: varlope, startsOn: "2026-01-01" });
  await done(team, recordAffiliation, { structureId: etabli, networkId: reseau, startsOn: "2026-01-01" });
});

async function prepare(changes: Record<string, unknown> = {}) {
  const { consultationId } = await done(team, prepareConsultation, { ...GIVEN, ...changes });
  const [phase] = await network.run((tx) => phasesOf(tx, network.organizationId, consultationId));
  return { consultationId, phaseId: phase?.id as PhaseId };
}
async function opened(changes: Record<string, unknown> = {}) {
  const prepared = await prepare(changes);
  await done(team, openPhase, { phaseId: prepared.phaseId });
  return prepared;
}
async function ranks(consultationId: ConsultationId, order: readonly number[], note = "") {
  const axes = await network.run((tx) => axesOf(tx, network.organizationId, consultationId));
  return axes.map(({ id }, index) => ({ axisId: id, rank: order[index], note: index === 0 ? note : "" }));
}
const phaseOf = (id: PhaseId) => network.run((tx) => findPhase(tx, network.organizationId, id));
async function stands(
  phaseId: PhaseId,
  structureId: StructureId,
): Promise<{ number: number; channel: Channel } | null> {
  const answers = await network.run((tx) => answersOf(tx, network.organizationId, phaseId, structureId));
  const held = standing(answers).get(structureId);
  return held ? { number: held.number, channel: held.channel } : null;
}
async function told(who: TestPerson): Promise<string[]> {
  const { rows } = await network.run((tx) =>
    sql<{ topic: string }>`select topic from notification.notice where person_id = ${who.personId} and done_at is null
      order by topic`.execute(tx),
  );
  return rows.map(({ topic }) => topic.replace("consultation.", ""));
}
const meeting = { heldOn: "2026-10-03", place: "Quimper", attendees: "12", minutes: "On a parlé longtemps." };

describe("Une consultation", () => {
  it("se prépare sans prévenir personne, s’ouvre en appelant celles qui sont consultées, et alors ne change plus", async () => {
    const { consultationId, phaseId } = await prepare();
    expect(await told(lea)).toEqual([]);
    const changed = { ...GIVEN, consultationId, version: 1, axes: "Un\nDeux" };
    await done(team, updateConsultation, changed);
    expect(await as(team, updateConsultation, changed)).toMatchObject({ code: "consultation.changed" });
    expect((await done(team, openPhase, { phaseId })).told).toBe(2);
    expect(await told(lea)).toEqual(["answer.called"]);
    expect(await told(member)).toEqual([]);
    expect(await as(team, openPhase, { phaseId })).toMatchObject({ code: "phase.already" });
    expect(await as(team, updateConsultation, { ...changed, version: 2 })).toMatchObject({
      code: "consultation.asked",
    });
    await expect(
      network.run((tx) => sql`delete from consultation.axis where consultation_id = ${consultationId}`.execute(tx)),
    ).rejects.toThrow("never changes");
  });

  it("est refusée par une phrase au bon endroit", async () => {
    const tried = (changes: Record<string, unknown>) => as(team, prepareConsultation, { ...GIVEN, ...changes });
    expect(await tried({ axes: "Un seul" })).toMatchObject({ code: "consultation.fewAxes", field: "axes" });
    expect(await tried({ axes: "Un\nun" })).toMatchObject({ code: "consultation.sameAxis", field: "axes" });
    const many = Array.from({ length: 13 }, (_, rank) => `Axe ${rank}`).join("\n");
    expect(await tried({ axes: many })).toMatchObject({ code: "consultation.manyAxes", field: "axes" });
    expect(await tried({ axes: `Un\n${"x".repeat(121)}` })).toMatchObject({
      code: "consultation.longAxis",
      field: "axes",
    });
    expect(await tried({ closesOn: "2026-09-30" })).toMatchObject({ code: "phase.endsBefore", field: "closesOn" });
    const past = { opensOn: "2026-09-01", closesOn: "2026-09-30" };
    expect(await tried(past)).toMatchObject({ code: "phase.past", field: "closesOn" });
    expect(await as(lea, prepareConsultation, GIVEN)).toMatchObject({ code: "network.notStaff" });
    const { consultationId, phaseId } = await prepare();
    const second = { consultationId, phaseTitle: "Second tour", opensOn: "2026-10-15", closesOn: "2026-11-30" };
    expect(await as(team, savePhase, second)).toMatchObject({ code: "phase.overlaps", field: "opensOn" });
    const { phaseId: later } = await done(team, savePhase, { ...second, opensOn: "2026-11-02" });
    expect(await as(team, openPhase, { phaseId: later })).toMatchObject({ code: "phase.previous" });
    expect(await as(team, remindPhase, { phaseId: later })).toMatchObject({ code: "phase.notOpen" });
    expect(await as(team, closePhase, { phaseId: later })).toMatchObject({ code: "phase.notOpen" });
    for (let year = 2027; year <= 2030; year++) {
      await done(team, savePhase, { ...second, opensOn: `${year}-01-05`, closesOn: `${year}-02-05` });
    }
    const seventh = { ...second, opensOn: "2031-01-05", closesOn: "2031-02-05" };
    expect(await as(team, savePhase, seventh)).toMatchObject({ code: "phase.many" });
    expect(await as(team, openPhase, { phaseId: network.newId() })).toMatchObject({ code: "phase.missing" });
    const nowhere = { ...second, consultationId: network.newId() };
    expect(await as(team, savePhase, nowhere)).toMatchObject({ code: "consultation.missing" });
    const longer = { ...second, phaseId, opensOn: "2026-10-01", closesOn: "2026-11-05" };
    expect(await as(team, savePhase, longer)).toMatchObject({ code: "phase.overlaps", field: "closesOn" });
  });
});

describe("Une réponse", () => {
  it("une structure, une réponse par phase : la plus récente des deux voies compte, et la trace reste", async () => {
    const { consultationId, phaseId } = await opened();
    const of = { phaseId, structureId: etabli };
    const first = { ...of, ranks: await ranks(consultationId, [1, 2, 3, 4], "Peser à Paris") };
    network.setNow("2026-10-05T09:00:00.000Z");
    expect((await done(lea, giveAnswer, first)).stands).toBe(true);
    expect(await told(lea)).toEqual([]);

    // A meeting of the 3rd, entered on the 10th, is earlier than the form of the 5th.
    network.setNow("2026-10-10T09:00:00.000Z");
    const met = { ...of, ...meeting, ranks: await ranks(consultationId, [4, 3, 2, 1]) };
    expect((await done(team, recordGathering, met)).stands).toBe(false);
    expect(await stands(phaseId, etabli)).toEqual({ number: 1, channel: "form" });

    expect((await done(lea, recordGathering, { ...met, heldOn: "2026-10-08" })).stands).toBe(true);
    expect(await stands(phaseId, etabli)).toEqual({ number: 3, channel: "gathering" });
    await done(lea, giveAnswer, first);
    expect(await stands(phaseId, etabli)).toEqual({ number: 4, channel: "form" });
    const trace = await network.run((tx) => answersOf(tx, network.organizationId, phaseId, etabli));
    expect(trace.map(({ channel }) => channel)).toEqual(["form", "gathering", "gathering", "form"]);
    await expect(
      network.run((tx) => sql`update consultation.answer set comment = 'autre'`.execute(tx)),
    ).rejects.toThrow();
  });

  it("n’est donnée que par qui représente la structure, avec une place à chaque axe", async () => {
    const { consultationId, phaseId } = await opened();
    const given = { phaseId, structureId: etabli, ranks: await ranks(consultationId, [1, 2, 3, 4]) };
    for (const who of [team, paul, member]) {
      expect(await as(who, giveAnswer, given)).toMatchObject({ code: "network.notSeated" });
    }
    expect(await as(paul, recordGathering, { ...given, ...meeting })).toMatchObject({ code: "network.notSeated" });
    const same = { ...given, ranks: await ranks(consultationId, [1, 2, 2, 4]) };
    expect(await as(lea, giveAnswer, same)).toMatchObject({ code: "answer.sameRank", field: "ranks.2.rank" });
    const empty = { ...given, ranks: given.ranks.map((one, index) => (index === 1 ? { ...one, rank: "" } : one)) };
    expect(await as(lea, giveAnswer, empty)).toMatchObject({ code: "answer.unranked", field: "ranks.1.rank" });
    expect(await as(lea, giveAnswer, { ...given, ranks: given.ranks.slice(1) })).toMatchObject({
      code: "answer.unranked",
    });
    const bad = { ...given, ...meeting };
    expect(await as(team, recordGathering, { ...bad, heldOn: "2026-10-02" })).toMatchObject({
      code: "gathering.after",
    });
    expect(await as(team, recordGathering, { ...bad, heldOn: "2026-09-02" })).toMatchObject({
      code: "gathering.before",
    });
    expect(await as(team, recordGathering, { ...bad, heldOn: "2026-10-01", minutes: "" })).toMatchObject({
      code: "gathering.minutes",
      field: "minutes",
    });
    const today = { ...bad, heldOn: "2026-10-01" };
    expect(await as(team, recordGathering, { ...today, heldOn: "" })).toMatchObject({ code: "gathering.day" });
    expect(await as(team, recordGathering, { ...today, place: "" })).toMatchObject({ code: "gathering.place" });
    expect(await as(team, recordGathering, { ...today, attendees: "0" })).toMatchObject({
      code: "gathering.attendees",
      field: "attendees",
    });
    expect(await as(team, recordGathering, { ...given, gatheringId: network.newId() })).toMatchObject({
      code: "gathering.missing",
      field: "gatheringId",
    });
    expect(await as(team, recordGathering, { ...bad, structureId: reseau })).toMatchObject({ code: "answer.notAsked" });
  });
});

describe("Une phase close", () => {
  it("ne prend plus rien, et compte sur les structures du jour de sa fin", async () => {
    const { consultationId, phaseId } = await opened();
    const given = { phaseId, structureId: etabli, ranks: await ranks(consultationId, [1, 2, 3, 4]) };
    await done(lea, giveAnswer, given);
    expect(await as(team, publishSynthesis, { consultationId, body: "Déjà" })).toMatchObject({
      code: "synthesis.early",
    });
    await done(team, closePhase, { phaseId });
    expect(await told(lea)).toEqual(["results.ready"]);
    expect(await told(paul)).toEqual(["results.ready"]);
    expect(await as(lea, giveAnswer, given)).toMatchObject({ code: "phase.over" });
    await add("Une coopérative de plus");
    const ground = await network.run(async (tx) => {
      const phase = await findPhase(tx, network.organizationId, phaseId);
      const consultation = await findConsultation(tx, network.organizationId, consultationId);
      if (phase === null || consultation === null) throw new Error("missing");
      return askedBy(tx, network.organizationId, consultation, phase, "2026-12-01" as never);
    });
    expect(ground.map(({ name, networks }) => [name, networks])).toEqual([
      ["L’Établi", ["Bâtir"]],
      ["La Varlope", []],
    ]);
    // The database says no by itself, whatever the code would do.
    const late = sql`insert into consultation.answer (organization_id, id, phase_id, structure_id, number, channel,
        given_on, recorded_at, recorded_by)
      values (${network.organizationId}, ${network.newId()}, ${phaseId}, ${varlope}, 1, 'form', '2026-10-01', ${NOW}, ${lea.personId})`;
    await expect(network.run((tx) => late.execute(tx))).rejects.toThrow("takes no more answers");
    await expect(
      network.run((tx) => sql`update consultation.phase set status = 'open', closed_at = null`.execute(tx)),
    ).rejects.toThrow("never changes");
    await done(team, publishSynthesis, { consultationId, body: "Elles veulent peser." });
    expect(await as(team, publishSynthesis, { consultationId, body: "Elles veulent peser." })).toMatchObject({
      code: "synthesis.same",
    });
  });

  it("s’ouvre, rappelle et se clôt par ses dates, chaque matin une seule fois", async () => {
    const { phaseId } = await prepare({ opensOn: "2026-10-05", closesOn: "2026-10-20" });
    const morning = async (day: string) => {
      network.setNow(`${day}T06:00:00.000Z`);
      const app = { database: network.database.app, clock: () => network.host.clock(), wake: () => {} };
      await runPhases(app, network);
      await runPhases(app, network);
      return (await phaseOf(phaseId))?.status;
    };
    expect(await morning("2026-10-04")).toBe("prepared");
    expect(await morning("2026-10-05")).toBe("open");
    expect(await told(lea)).toEqual(["answer.called"]);
    expect(await morning("2026-10-17")).toBe("open");
    expect(await told(lea)).toEqual(["answer.recalled"]);
    expect(await as(team, remindPhase, { phaseId })).toMatchObject({ code: "phase.remindedToday" });
    expect(await morning("2026-10-20")).toBe("open");
    network.setNow("2026-10-21T05:00:00.000Z");
    expect(await as(team, remindPhase, { phaseId })).toMatchObject({ code: "phase.over" });
    expect(await morning("2026-10-21")).toBe("closed");
    expect(await phaseOf(phaseId)).toMatchObject({ closesOn: "2026-10-20" });
    const { rows } = await network.run((tx) =>
      sql<{ due: string }>`select details ->> 'due' as due from platform.audit
        where action = 'consultation.phase.come' order by at`.execute(tx),
    );
    expect(rows.map(({ due }) => due)).toEqual(["open", "remind", "close"]);
  });
});
