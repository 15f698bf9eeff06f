/** Le rapport et les données : ce que chacun peut lire, et rien d’une phase ouverte. Sur la vraie base. */
import PizZip from "pizzip";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { isRefusal } from "#kernel/refusal.ts";
import { addStructure, giveSeat } from "#modules/network/index.server.ts";
import type { StructureId } from "#modules/network/index.ts";
import { openRoom } from "#modules/room/index.server.ts";
import type { App } from "#platform/app.ts";
import { type Command, execute } from "#platform/command.ts";
import { pageArguments, testApp } from "#testing/page.ts";
import { freshTenant, type TestPerson, type TestTenant } from "#testing/tenant.ts";
import { giveAnswer, recordGathering } from "../answer/give-answer.command.ts";
import { axesOf } from "../consultation/consultation.store.ts";
import { CONSULTED, type ConsultationId } from "../consultation/consultation.ts";
import { prepareConsultation, savePhase } from "../consultation/prepare-consultation.command.ts";
import { closePhase, openPhase } from "../consultation/run-phase.command.ts";
import { announceEvent } from "../event/save-event.command.ts";
import { addLandscapeLine } from "../landscape/tell-landscape.command.ts";
import { publishPosition } from "../position/publish-position.command.ts";
import { openRoadmap, recordAdoption } from "../roadmap/keep-roadmap.command.ts";
import * as dataPage from "./data.page.ts";
import * as reportPage from "./report.page.ts";

let app: App;
let network: TestTenant;
let team: TestPerson;
let lea: TestPerson;
let etabli: StructureId;
let varlope: StructureId;
let consultationId: ConsultationId;

async function done<I, O>(who: TestPerson, command: Command<I, O>, input: unknown) {
  const result = await execute(network.host, who.caller, command, input);
  if (isRefusal(result)) throw new Error(JSON.stringify(result));
  return result as Exclude<O, { refused: true }>;
}
const ranks = async (order: readonly number[], note = "") => {
  const axes = await network.run((tx) => axesOf(tx, network.organizationId, consultationId));
  return axes.map(({ id }, place) => ({ axisId: id, rank: order[place], note: place === 0 ? note : "" }));
};

beforeAll(async () => {
  ({ app } = await testApp());
});
afterAll(() => app.changes.close());
beforeEach(async () => {
  network = await freshTenant({ now: "2026-10-01T09:00:00.000Z", house: "network" });
  Object.assign(app, { clock: () => network.host.clock() });
  team = await network.person({ roles: ["facilitator"] });
  lea = await network.person();
  const cae = { kind: "cae", postalCode: "29200", city: "Brest" };
  etabli = (await done(team, addStructure, { ...cae, name: "L’Établi" })).structureId;
  varlope = (await done(team, addStructure, { ...cae, name: "La Varlope" })).structureId;
  await done(team, giveSeat, { personId: lea.personId, structureId: etabli, startsOn: "2026-01-01" });
  const asked = { title: "Quel commun ?", question: "Que faire ?", audience: "cae", axes: "Peser\nDire\nCompter" };
  const first = { phaseTitle: "Premier tour", opensOn: "2026-10-01", closesOn: "2026-10-10" };
  const prepared = await done(team, prepareConsultation, { ...asked, ...first });
  consultationId = prepared.consultationId;
  await done(team, openPhase, { phaseId: prepared.phaseId });
  const of = { phaseId: prepared.phaseId };
  await done(lea, giveAnswer, {
    ...of,
    structureId: etabli,
    ranks: await ranks([1, 2, 3], "Être connues"),
    comment: "",
  });
  const met = { heldOn: "2026-10-01", place: "Quimper", attendees: "12", minutes: "On a parlé <longtemps>." };
  await done(team, recordGathering, { ...of, ...met, structureId: varlope, ranks: await ranks([3, 1, 2]) });
  await done(team, closePhase, of);
  network.setNow("2026-10-12T09:00:00.000Z");
  const second = { consultationId, phaseTitle: "Second tour", opensOn: "2026-10-12", closesOn: "2026-10-30" };
  const { phaseId } = await done(team, savePhase, second);
  await done(team, openPhase, { phaseId });
  await done(lea, giveAnswer, {
    phaseId,
    structureId: etabli,
    ranks: await ranks([2, 1, 3]),
    comment: "Pas encore lu",
  });
});

const args = (who: TestPerson, id: string = consultationId) => {
  const params = { cooperative: network.slug, consultationId: id };
  return pageArguments(app, { path: "/x", params, signedIn: who.signedIn }) as never;
};
async function opened(who: TestPerson) {
  const answer = await dataPage.loader(args(who));
  const zip = new PizZip(await answer.arrayBuffer());
  const text = (name: string) => zip.file(name)?.asText() ?? "";
  return { names: Object.keys(zip.files).sort(), text, told: JSON.parse(text("consultation.json")) };
}

describe("Toutes les données", () => {
  it("ce que chaque réponse a dit, ce qui compte, et les points comptés à la main", async () => {
    const { names, text, told } = await opened(lea);
    expect(names).toEqual([
      ...["classements.csv", "consultation.json", "participation.csv", "reponses.csv", "resultats.csv"],
    ]);
    expect(told.figures.map(({ axis, points, place }: Record<string, unknown>) => [axis, points, place])).toEqual([
      ["Dire", 3, 1],
      ["Peser", 2, 2],
      ["Compter", 1, 3],
    ]);
    expect(text("reponses.csv").split("\r\n")).toEqual([
      "\ufeffPhase;Structure;Numéro;Canal;Jour;Compte;Texte libre;Lieu;Personnes présentes;Compte rendu",
      "Premier tour;L’Établi;1;Formulaire en ligne;2026-10-01;oui;;;;",
      "Premier tour;La Varlope;1;Réunion territoriale;2026-10-01;oui;;Quimper;12;On a parlé <longtemps>.",
      "",
    ]);
  });

  it("rien d’une phase ouverte pour qui n’est pas de l’équipe", async () => {
    const phases = async (who: TestPerson) => {
      const { told, text } = await opened(who);
      expect(text("reponses.csv").includes("Pas encore lu")).toBe(who === team);
      return [...new Set(told.answers.map(({ phase }: { phase: string }) => phase))];
    };
    expect(await phases(lea)).toEqual(["Premier tour"]);
    expect(await phases(team)).toEqual(["Premier tour", "Second tour"]);
  });

  it("d’une autre maison, ou d’une consultation qui n’existe pas : 404", async () => {
    const stranger = await (await freshTenant({ house: "network" })).person({ roles: ["facilitator"] });
    for (const page of [dataPage, reportPage]) {
      await expect(page.loader(args(stranger))).rejects.toMatchObject({ init: { status: 404 } });
      await expect(page.loader(args(team, network.newId()))).rejects.toMatchObject({ init: { status: 404 } });
    }
  });
});

describe("Le rapport", () => {
  it("s’imprime avec ce qui en découle", async () => {
    const days = { startsOn: "2026-10-12", endsOn: "2026-10-13" };
    await done(team, announceEvent, { title: "Assises", ...days, place: "Rennes", consultationId });
    const { roadmapId } = await done(team, openRoadmap, { title: "Suites", consultationId });
    await done(team, recordAdoption, {
      roadmapId,
      structureId: varlope,
      choice: "adapted",
      comment: "Sans le premier",
    });
    const subject = { kind: CONSULTED, id: consultationId };
    await done(team, openRoom, { title: "Atelier", kind: "contributions", subject });
    const event = await done(team, announceEvent, {
      title: "Atelier régional",
      ...days,
      place: "Brest",
      consultationId,
    });
    const held = { kind: "consultation.event", id: event.eventId };
    await done(team, openRoom, { title: "En direct", kind: "contributions", subject: held });
    await done(lea, addLandscapeLine, {
      consultationId,
      structureId: etabli,
      kind: "strength",
      body: "Quarante métiers",
    });
    const stance = { consultationId, structureId: etabli, takenOn: "2026-10-02" };
    await done(lea, publishPosition, { ...stance, body: "D’accord." });
    await done(lea, publishPosition, { ...stance, body: "D’accord, à trois." });
    const answer = await reportPage.loader(args(lea));
    expect(answer.headers.get("content-type")).toBe("application/pdf");
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
    const { names, text } = await opened(lea);
    expect(names).toContain("adoptions.csv");
    expect(text("etat-des-lieux.csv")).toContain("Force;L’Établi;Quarante métiers");
    expect(text("positions.csv")).toContain("L’Établi;2;2026-10-02;D’accord, à trois.");
  });
});
