/** Une feuille de route, et ce que chaque structure en fait. Sur la vraie base. */
import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import { addStructure, giveSeat } from "#modules/network/index.server.ts";
import type { StructureId } from "#modules/network/index.ts";
import { playing } from "#testing/playing.ts";
import { freshTenant, type TestPerson, type TestTenant } from "#testing/tenant.ts";
import {
  addMilestone,
  addWorkstream,
  logDecision,
  openRoadmap,
  reachMilestone,
  recordAdoption,
  seatCommittee,
  updateRoadmap,
} from "./keep-roadmap.command.ts";
import { adoptionsOf, committeeOf, decisionsOf, workstreamsOf } from "./roadmap.store.ts";
import { latest, type RoadmapId } from "./roadmap.ts";

let network: TestTenant;
let team: TestPerson;
let lea: TestPerson;
let etabli: StructureId;
let varlope: StructureId;
let roadmapId: RoadmapId;

const { as, done } = playing(() => network);
const cae = async (name: string) => (await done(team, addStructure, { kind: "cae", name })).structureId;

beforeEach(async () => {
  network = await freshTenant({ now: "2026-11-22T10:00:00.000Z", house: "network" });
  team = await network.person({ roles: ["facilitator"] });
  lea = await network.person();
  [etabli, varlope] = [await cae("L’Établi"), await cae("La Varlope")];
  await done(team, giveSeat, { personId: lea.personId, structureId: etabli });
  ({ roadmapId } = await done(team, openRoadmap, { title: "Après les assises", mandate: "Suivre." }));
});

describe("Une feuille de route", () => {
  it("tient chantiers, jalons, comité et décisions ; l’équipe seule l’écrit", async () => {
    expect(await as(lea, openRoadmap, { title: "La mienne" })).toMatchObject({ code: "network.notStaff" });
    expect(await as(team, openRoadmap, { title: "Autre", consultationId: network.newId() })).toMatchObject({
      code: "roadmap.consultation",
      field: "consultationId",
    });
    const nowhere = { roadmapId: network.newId(), title: "Ailleurs" };
    expect(await as(team, addWorkstream, nowhere)).toMatchObject({ code: "roadmap.missing" });
    const unknown = { roadmapId, milestoneId: network.newId(), reached: "oui" };
    expect(await as(team, reachMilestone, unknown)).toMatchObject({ code: "roadmap.milestone" });
    const { workstreamId } = await done(team, addWorkstream, {
      roadmapId,
      title: "Un plaidoyer commun",
      structureId: etabli,
    });
    await done(team, addMilestone, { roadmapId, workstreamId, title: "Une note", dueOn: "2027-01-31" });
    const stray = { roadmapId, workstreamId: network.newId(), title: "Ailleurs", dueOn: "2027-01-31" };
    expect(await as(team, addMilestone, stray)).toMatchObject({ code: "roadmap.workstream" });
    const read = () => network.run((tx) => workstreamsOf(tx, network.organizationId, roadmapId));
    const milestoneId = (await read())[0]?.milestones[0]?.id;
    await done(team, reachMilestone, { roadmapId, milestoneId, reached: "oui" });
    expect((await read())[0]).toMatchObject({ structureName: "L’Établi", milestones: [{ reachedOn: "2026-11-22" }] });

    await done(team, seatCommittee, { roadmapId, personId: lea.personId, function: "présidente" });
    const committee = () => network.run((tx) => committeeOf(tx, network.organizationId, roadmapId));
    expect(await committee()).toMatchObject([{ function: "présidente" }]);
    await done(team, seatCommittee, { roadmapId, personId: lea.personId, leaves: "oui" });
    expect(await committee()).toEqual([]);

    const decision = { roadmapId, title: "Un poste partagé", decidedOn: "2026-11-23" };
    expect(await as(team, logDecision, decision)).toMatchObject({ code: "roadmap.decisionLater" });
    await done(team, logDecision, { ...decision, decidedOn: "2026-11-20" });
    expect(await network.run((tx) => decisionsOf(tx, network.organizationId, roadmapId))).toHaveLength(1);
    await expect(network.run((tx) => sql`delete from consultation.roadmap_decision`.execute(tx))).rejects.toThrow();
    await done(team, updateRoadmap, { roadmapId, version: 1, title: "Suites", mandate: "" });
    expect(await as(team, updateRoadmap, { roadmapId, version: 1, title: "Suites" })).toMatchObject({
      code: "roadmap.changed",
    });
  });

  it("chaque structure dit elle-même ce qu’elle en fait ; ses réponses d’avant restent", async () => {
    const own = { roadmapId, structureId: etabli };
    await done(lea, recordAdoption, { ...own, choice: "notYet", comment: "Après notre assemblée." });
    expect(
      await as(lea, recordAdoption, { ...own, choice: "notYet", comment: "Après notre assemblée." }),
    ).toMatchObject({
      code: "roadmap.same",
    });
    await done(lea, recordAdoption, { ...own, choice: "adapted", comment: "Sans le premier chantier." });
    expect(await as(lea, recordAdoption, { ...own, structureId: varlope, choice: "adopted" })).toMatchObject({
      code: "network.notSeated",
    });
    await done(team, recordAdoption, { ...own, structureId: varlope, choice: "declined" });
    expect(await as(team, recordAdoption, { ...own, choice: "" })).toMatchObject({
      fields: { choice: "field.choose" },
    });
    const { structureId: reseau } = await done(team, addStructure, { kind: "network", name: "Bâtir" });
    expect(await as(team, recordAdoption, { ...own, structureId: reseau, choice: "adopted" })).toMatchObject({
      code: "roadmap.network",
    });
    const all = await network.run((tx) => adoptionsOf(tx, network.organizationId, roadmapId));
    expect(all.length).toBe(3);
    expect(latest(all).map(({ structureName, choice }) => [structureName, choice])).toEqual([
      ["L’Établi", "adapted"],
      ["La Varlope", "declined"],
    ]);
    await expect(
      network.run((tx) => sql`update consultation.adoption set choice = 'adopted'`.execute(tx)),
    ).rejects.toThrow();
  });
});
