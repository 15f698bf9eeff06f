/** Un groupe de travail, de sa création à une trame reprise par deux CAE ; un besoin et une offre qui se rencontrent. Sur la vraie base. */
import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import { addStructure, giveSeat } from "#modules/network/index.server.ts";
import type { StructureId } from "#modules/network/index.ts";
import { playing } from "#testing/playing.ts";
import { freshTenant, type TestPerson, type TestTenant } from "#testing/tenant.ts";
import { membersOf } from "./group/group.store.ts";
import { addMember, closeGroup, describeGroup, endMember, formGroup } from "./group/keep-group.command.ts";
import { capacitiesOf, encountersOf, functionsOf } from "./matrix/matrix.store.ts";
import { saveFunctions, sayCapacity, sayEncounter, withdrawCapacity } from "./matrix/say-capacity.command.ts";
import { planSession, writeMinutes } from "./session/hold-session.command.ts";
import { minutesOf } from "./session/session.store.ts";
import { publishTemplate, sayUptake } from "./template/adopt-template.command.ts";
import { uptakesOf } from "./template/template.store.ts";
import { logDecision, shareVersion } from "./work/record-work.command.ts";
import { decisionsOf, deliverablesOf } from "./work/work.store.ts";

const NOW = "2026-10-01T09:00:00.000Z";
const TODAY = "2026-10-01";
let network: TestTenant;
let team: TestPerson;
let lea: TestPerson;
let paul: TestPerson;
let member: TestPerson;
let etabli: StructureId;
let varlope: StructureId;

const { as, done } = playing(() => network);
const read: TestTenant["run"] = (work) => network.run(work);
const add = async (name: string) =>
  (await done(team, addStructure, { kind: "cae", name, postalCode: "29200", city: "Brest" })).structureId;
async function told(who: TestPerson) {
  const { rows } = await read((tx) =>
    sql<{
      topic: string;
    }>`select topic from notification.notice where person_id = ${who.personId} order by topic`.execute(tx),
  );
  return rows.map(({ topic }) => topic);
}

beforeEach(async () => {
  network = await freshTenant({ now: NOW, house: "network" });
  team = await network.person({ roles: ["facilitator"] });
  [lea, paul, member] = [await network.person(), await network.person(), await network.person()];
  [etabli, varlope] = [await add("L’Établi"), await add("La Varlope")];
  await done(team, giveSeat, { personId: lea.personId, structureId: etabli, startsOn: "2026-01-01" });
  await done(team, giveSeat, { personId: paul.personId, structureId: varlope, startsOn: "2026-01-01" });
});

const formed = async (readers = "network") =>
  (await done(team, formGroup, { title: "Stratégie de développement", readers, leadId: lea.personId })).workgroupId;

describe("Un groupe de travail", () => {
  it("est formé par l’équipe, tenu par la personne qui l’anime, et garde toujours quelqu’un pour l’animer", async () => {
    expect(await as(paul, formGroup, { title: "X", readers: "network", leadId: lea.personId })).toMatchObject({
      code: "network.notStaff",
    });
    const workgroupId = await formed();
    expect(await told(lea)).toEqual(["workgroup.member.joined"]);
    await done(lea, addMember, { workgroupId, personId: paul.personId });
    expect(await as(lea, addMember, { workgroupId, personId: paul.personId })).toMatchObject({
      code: "workgroup.memberAlready",
      field: "personId",
    });
    expect(await as(paul, addMember, { workgroupId, personId: member.personId })).toMatchObject({
      code: "workgroup.notLead",
    });
    const members = () => read((tx) => membersOf(tx, network.organizationId, TODAY as never, workgroupId));
    const [first, second] = await members();
    expect([first?.leads, first?.structures, second?.structures]).toEqual([true, "L’Établi", "La Varlope"]);
    expect(await as(lea, endMember, { workgroupId, memberId: first?.id })).toMatchObject({
      code: "workgroup.lastLead",
    });
    await done(lea, endMember, { workgroupId, memberId: second?.id });
    expect(await members()).toHaveLength(1);
    await done(lea, describeGroup, { workgroupId, title: "Stratégie", readers: "network", version: 1 });
    expect(
      await as(lea, describeGroup, { workgroupId, title: "Stratégie", readers: "network", version: 1 }),
    ).toMatchObject({ code: "workgroup.changedMeanwhile" });
    await done(lea, closeGroup, { workgroupId });
    expect(await as(lea, addMember, { workgroupId, personId: paul.personId })).toMatchObject({
      code: "workgroup.closed",
    });
  });

  it("réservé à ses membres, n’existe pas pour les autres", async () => {
    const workgroupId = await formed("members");
    const heldOn = { workgroupId, heldOn: TODAY };
    expect(await as(paul, planSession, heldOn)).toMatchObject({ kind: "missing", code: "workgroup.missing" });
    const { templateId } = await done(lea, publishTemplate, { workgroupId, title: "Trame", steps: "Un" });
    const uptake = { workgroupId, templateId, structureId: varlope, state: "adopted" };
    expect(await as(paul, sayUptake, uptake)).toMatchObject({ code: "workgroup.missing" });
    expect(await told(paul)).toEqual([]);
  });

  it("tient des séances dont chaque compte rendu reste, avec qui est venu", async () => {
    const workgroupId = await formed();
    await done(lea, addMember, { workgroupId, personId: paul.personId });
    const { sessionId } = await done(lea, planSession, {
      workgroupId,
      heldOn: TODAY,
      startsAt: "14:30",
      agenda: "Tour",
    });
    expect(await told(paul)).toContain("workgroup.session.called");
    await done(lea, planSession, { workgroupId, sessionId, version: 1, heldOn: TODAY, place: "Brest" });
    const { sessionId: later } = await done(lea, planSession, { workgroupId, heldOn: "2026-11-01" });
    expect(await as(lea, writeMinutes, { workgroupId, sessionId: later, body: "x" })).toMatchObject({
      code: "workgroup.sessionLater",
    });
    const first = { workgroupId, sessionId, body: "On a parlé.", came: [lea.personId] };
    expect(await as(member, writeMinutes, first)).toMatchObject({ code: "workgroup.notMember" });
    expect(await as(paul, writeMinutes, { ...first, came: [member.personId] })).toMatchObject({ field: "came" });
    await done(paul, writeMinutes, first);
    await done(paul, writeMinutes, { ...first, body: "On a décidé.", came: [lea.personId, paul.personId] });
    const minutes = await read((tx) => minutesOf(tx, network.organizationId, sessionId));
    expect(minutes.map(({ number, body, came }) => [number, body, came.length])).toEqual([
      [2, "On a décidé.", 2],
      [1, "On a parlé.", 1],
    ]);
    expect(await as(lea, planSession, { workgroupId, sessionId, heldOn: TODAY })).toMatchObject({
      code: "workgroup.sessionHeld",
    });
    await expect(read((tx) => sql`update workgroup.minutes set body = 'autre'`.execute(tx))).rejects.toThrow(
      "permission denied",
    );
  });

  it("écrit ses décisions dans un journal : on remplace, on n’efface pas", async () => {
    const workgroupId = await formed();
    const decide = (body: string, supersedes = "") =>
      as(lea, logDecision, { workgroupId, body, decidedOn: TODAY, supersedes });
    const first = (await decide("Un séminaire par semestre")) as { decisionId: string };
    await decide("Deux par an", first.decisionId);
    expect(await decide("Trois", first.decisionId)).toMatchObject({ code: "workgroup.decisionReplaced" });
    const log = await read((tx) => decisionsOf(tx, network.organizationId, workgroupId));
    expect(log.map((one) => [one.number, one.supersedes, one.supersededBy])).toEqual([
      [2, 1, null],
      [1, null, 2],
    ]);
    expect(await as(lea, logDecision, { workgroupId, body: "x", decidedOn: "2026-10-02" })).toMatchObject({
      code: "workgroup.decidedLater",
    });
    await expect(read((tx) => sql`delete from workgroup.decision`.execute(tx))).rejects.toThrow();
  });

  it("partage des livrables, version après version", async () => {
    const workgroupId = await formed();
    const shared = { workgroupId, title: "Guide", kind: "deliverable" };
    expect(await as(lea, shareVersion, shared)).toMatchObject({ code: "workgroup.fileNeeded", field: "file" });
    await done(lea, shareVersion, { ...shared, link: "https://exemple.fr/guide-1" });
    const list = () => read((tx) => deliverablesOf(tx, network.organizationId, workgroupId));
    const deliverableId = (await list())[0]?.id;
    await done(lea, shareVersion, { workgroupId, deliverableId, link: "https://exemple.fr/guide-2", note: "Relu" });
    expect((await list())[0]?.versions.map(({ number, note }) => [number, note])).toEqual([
      [2, "Relu"],
      [1, ""],
    ]);
  });

  it("publie une trame que chaque CAE reprend librement, et l’histoire reste", async () => {
    const workgroupId = await formed();
    const { templateId } = await done(lea, publishTemplate, {
      workgroupId,
      title: "Trame",
      steps: "Définir\n\nMesurer",
    });
    expect(await told(paul)).toEqual(["workgroup.template.published"]);
    const say = (who: TestPerson, structureId: StructureId, state: string, body = "") =>
      as(who, sayUptake, { workgroupId, templateId, structureId, state, body });
    expect(await say(paul, etabli, "adopted")).toMatchObject({ code: "network.notSeated" });
    expect(await say(paul, varlope, "adapted")).toMatchObject({ code: "workgroup.ownTextNeeded", field: "body" });
    await say(lea, etabli, "adopted");
    await say(paul, varlope, "notYet");
    network.setNow("2026-10-02T09:00:00.000Z");
    await say(paul, varlope, "adapted", "Nos trois étapes");
    const said = await read((tx) => uptakesOf(tx, network.organizationId, [templateId]));
    expect(said.filter((one) => one.structureId === varlope).map(({ state }) => state)).toEqual(["adapted", "notYet"]);
    expect(said.filter((one) => one.structureId === etabli).map(({ state }) => state)).toEqual(["adopted"]);
  });
});

describe("La matrice des besoins et des offres", () => {
  it("est la liste du réseau : un besoin et une offre se rencontrent, et les deux structures disent où elles en sont", async () => {
    expect(await as(lea, saveFunctions, { functions: "Paie" })).toMatchObject({ code: "network.notStaff" });
    await done(team, saveFunctions, { functions: "Paie et RH\nCommunication\npaie et rh" });
    const functions = () => read((tx) => functionsOf(tx, network.organizationId));
    expect((await functions()).map(({ title }) => title)).toEqual(["Paie et RH", "Communication"]);
    const [paie] = await functions();
    const base = { functionId: paie?.id, quantity: "2,5", unit: "days", startsOn: TODAY };
    const need = { ...base, structureId: varlope, side: "need" };
    expect(await as(lea, sayCapacity, need)).toMatchObject({ code: "network.notSeated" });
    expect(await as(paul, sayCapacity, { ...need, quantity: "beaucoup" })).toMatchObject({
      fields: { quantity: "field.quantity" },
    });
    expect(await as(paul, sayCapacity, { ...need, endsOn: "2026-09-01" })).toMatchObject({ field: "endsOn" });
    const { capacityId: needId } = await done(paul, sayCapacity, need);
    const { capacityId: offerId } = await done(lea, sayCapacity, {
      ...base,
      structureId: etabli,
      side: "offer",
      quantity: "3",
    });
    expect(await as(member, sayEncounter, { needId, offerId, state: "agreed" })).toMatchObject({
      code: "network.notSeated",
    });
    await done(lea, sayEncounter, { needId, offerId, state: "discussed" });
    expect(await told(paul)).toContain("workgroup.encounter.said");
    network.setNow("2026-10-02T09:00:00.000Z");
    await done(paul, sayEncounter, { needId, offerId, state: "agreed", note: "Dès novembre" });
    const said = await read((tx) => encountersOf(tx, network.organizationId));
    expect(said.map(({ state }) => state)).toEqual(["agreed", "discussed"]);
    expect(await as(lea, sayEncounter, { needId: offerId, offerId: needId, state: "agreed" })).toMatchObject({
      code: "workgroup.apart",
    });
    expect(await as(lea, withdrawCapacity, { capacityId: needId })).toMatchObject({ code: "network.notSeated" });
    await done(paul, withdrawCapacity, { capacityId: needId });
    const left = await read((tx) => capacitiesOf(tx, network.organizationId, TODAY as never));
    expect(left.map(({ side, quantity }) => [side, quantity])).toEqual([["offer", 300]]);
    // What is taken out of the list is not proposed any more, and comes back as it was.
    await done(team, saveFunctions, { functions: "Communication" });
    expect(await functions()).toHaveLength(1);
    await done(team, saveFunctions, { functions: "Paie et RH" });
    expect((await functions())[0]?.id).toBe(paie?.id);
  });
});
