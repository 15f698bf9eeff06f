/** L’état des lieux et les positions : chacun les siens, rien ne se réécrit, rien ne bouge une fois tout clos. Sur la vraie base. */
import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import { addStructure, giveSeat } from "#modules/network/index.server.ts";
import type { StructureId } from "#modules/network/index.ts";
import { playing } from "#testing/playing.ts";
import { freshTenant, type TestPerson, type TestTenant } from "#testing/tenant.ts";
import type { ConsultationId, PhaseId } from "../consultation/consultation.ts";
import { prepareConsultation } from "../consultation/prepare-consultation.command.ts";
import { closePhase, openPhase } from "../consultation/run-phase.command.ts";
import { positionsOf } from "../position/position.store.ts";
import { stancesOf } from "../position/position.ts";
import { publishPosition } from "../position/publish-position.command.ts";
import { landscapeOf } from "./landscape.store.ts";
import { addLandscapeLine, withdrawLandscapeLine } from "./tell-landscape.command.ts";

let network: TestTenant;
let team: TestPerson;
let lea: TestPerson;
let etabli: StructureId;
let batir: StructureId;
let consultationId: ConsultationId;
let phaseId: PhaseId;

const { as, done } = playing(() => network);
const told = () => network.run((tx) => landscapeOf(tx, network.organizationId, consultationId));

beforeEach(async () => {
  network = await freshTenant({ now: "2026-10-01T09:00:00.000Z", house: "network" });
  team = await network.person({ roles: ["facilitator"] });
  lea = await network.person();
  etabli = (await done(team, addStructure, { kind: "cae", name: "L’Établi" })).structureId;
  batir = (await done(team, addStructure, { kind: "network", name: "Bâtir" })).structureId;
  await done(team, giveSeat, { personId: lea.personId, structureId: etabli, startsOn: "2026-01-01" });
  ({ consultationId, phaseId } = await done(team, prepareConsultation, {
    ...{ title: "Quel commun ?", question: "Que faire ?", audience: "cae", axes: "Peser\nDire" },
    ...{ phaseTitle: "Tour", opensOn: "2026-10-01", closesOn: "2026-10-10" },
  }));
});

describe("Un état des lieux", () => {
  it("chacun dit le sien, l’équipe pour tous ; une ligne se retire et reste en trace", async () => {
    const own = { consultationId, structureId: etabli, kind: "strength", body: "Quarante métiers" };
    const { lineId } = await done(lea, addLandscapeLine, own);
    network.setNow("2026-10-01T09:05:00.000Z");
    await done(team, addLandscapeLine, { ...own, structureId: batir, kind: "plannedProject", body: "Un observatoire" });
    expect((await told()).map(({ structureName, kind, body }) => [structureName, kind, body])).toEqual([
      ["L’Établi", "strength", "Quarante métiers"],
      ["Bâtir", "plannedProject", "Un observatoire"],
    ]);
    expect(await as(lea, addLandscapeLine, own)).toMatchObject({ code: "landscape.same", field: "body" });
    expect(await as(lea, addLandscapeLine, { ...own, structureId: batir })).toMatchObject({
      code: "network.notSeated",
    });
    expect(await as(team, addLandscapeLine, { ...own, structureId: network.newId() })).toMatchObject({
      code: "structure.missing",
      field: "structureId",
    });
    expect(await as(lea, addLandscapeLine, { ...own, consultationId: network.newId() })).toMatchObject({
      code: "consultation.missing",
    });
    const other = (await told())[1]?.id;
    expect(await as(lea, withdrawLandscapeLine, { lineId: other })).toMatchObject({ code: "network.notSeated" });
    await done(lea, withdrawLandscapeLine, { lineId });
    expect(await as(lea, withdrawLandscapeLine, { lineId })).toMatchObject({ code: "landscape.gone" });
    expect(await as(lea, withdrawLandscapeLine, { lineId: network.newId() })).toMatchObject({
      code: "landscape.missing",
    });
    expect(await told()).toHaveLength(1);
    const { rows } = await network.run((tx) => sql`select body from consultation.landscape_line`.execute(tx));
    expect(rows).toHaveLength(2);
    await expect(
      network.run((tx) => sql`update consultation.landscape_line set body = 'Autre chose'`.execute(tx)),
    ).rejects.toThrow("never rewritten");
  });

  it("ne bouge plus quand toutes les phases sont closes, même en base", async () => {
    const own = { consultationId, structureId: etabli, kind: "need", body: "Un juriste" };
    const { lineId } = await done(lea, addLandscapeLine, own);
    await done(team, openPhase, { phaseId });
    await done(team, closePhase, { phaseId });
    expect(await as(lea, addLandscapeLine, { ...own, body: "Deux" })).toMatchObject({ code: "landscape.over" });
    expect(await as(lea, withdrawLandscapeLine, { lineId })).toMatchObject({ code: "landscape.over" });
    await expect(
      network.run((tx) =>
        sql`update consultation.landscape_line set withdrawn_at = now(), withdrawn_by = added_by`.execute(tx),
      ),
    ).rejects.toThrow("is over");
  });
});

describe("Une position", () => {
  it("est datée ; la suivante la remplace et la laisse lire ; les réseaux viennent d’abord", async () => {
    const first = { consultationId, structureId: etabli, takenOn: "2026-09-20", body: "Plutôt une lettre commune." };
    await done(lea, publishPosition, first);
    const tried = (changes: object) => as(lea, publishPosition, { ...first, ...changes });
    expect(await tried({})).toMatchObject({ code: "position.same", field: "body" });
    expect(await tried({ takenOn: "2026-10-02", body: "Demain" })).toMatchObject({ code: "position.later" });
    expect(await tried({ takenOn: "2026-09-19", body: "Hier" })).toMatchObject({
      code: "position.before",
      field: "takenOn",
    });
    expect(await tried({ structureId: batir })).toMatchObject({ code: "network.notSeated" });
    expect(await tried({ consultationId: network.newId() })).toMatchObject({ code: "consultation.missing" });
    expect(await done(lea, publishPosition, { ...first, takenOn: "2026-10-01", body: "Et un poste." })).toEqual({
      number: 2,
    });
    await done(team, publishPosition, { ...first, structureId: batir, body: "Favorables à une structure commune." });
    const all = await network.run((tx) => positionsOf(tx, network.organizationId, consultationId));
    expect(
      stancesOf(all).map(({ last, before }) => [last.structureName, last.body, before.map(({ body }) => body)]),
    ).toEqual([
      ["Bâtir", "Favorables à une structure commune.", []],
      ["L’Établi", "Et un poste.", ["Plutôt une lettre commune."]],
    ]);
    await expect(
      network.run((tx) => sql`update consultation.position set body = 'Rien'`.execute(tx)),
    ).rejects.toThrow();
  });
});
