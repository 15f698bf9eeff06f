/** Ce qu’un groupe de travail et la matrice refusent, un refus après l’autre. Sur la vraie base. */
import { beforeEach, describe, expect, it } from "vitest";
import { isRefusal } from "#kernel/refusal.ts";
import { addStructure, giveSeat } from "#modules/network/index.server.ts";
import type { StructureId } from "#modules/network/index.ts";
import type { Command } from "#platform/command.ts";
import { playing } from "#testing/playing.ts";
import { freshTenant, type TestPerson, type TestTenant } from "#testing/tenant.ts";
import type { WorkgroupId } from "./group/group.ts";
import { addMember, endMember, formGroup } from "./group/keep-group.command.ts";
import { capacitiesOf } from "./matrix/matrix.store.ts";
import { saveFunctions, sayCapacity, sayEncounter, withdrawCapacity } from "./matrix/say-capacity.command.ts";
import { planSession, writeMinutes } from "./session/hold-session.command.ts";
import { publishTemplate, sayUptake } from "./template/adopt-template.command.ts";
import { logDecision, shareVersion } from "./work/record-work.command.ts";

const TODAY = "2026-10-01";
let network: TestTenant;
let team: TestPerson;
let lea: TestPerson;
let etabli: StructureId;
let workgroupId: WorkgroupId;

const { as, done } = playing(() => network);
/** The code of a refusal, and the field beside which it is said. */
async function refused<I, O>(who: TestPerson, command: Command<I, O>, input: unknown): Promise<string> {
  const result = await as(who, command, input);
  if (!isRefusal(result)) throw new Error("it was not refused");
  return result.field === undefined ? result.code : `${result.code} ${result.field}`;
}

beforeEach(async () => {
  network = await freshTenant({ now: `${TODAY}T09:00:00.000Z`, house: "network" });
  team = await network.person({ roles: ["facilitator"] });
  lea = await network.person();
  etabli = (await done(team, addStructure, { kind: "cae", name: "L’Établi" })).structureId;
  await done(team, giveSeat, { personId: lea.personId, structureId: etabli, startsOn: "2026-01-01" });
  const formed = { title: "Accueillir", readers: "network", leadId: lea.personId };
  ({ workgroupId } = await done(team, formGroup, formed));
});

describe("Un groupe de travail refuse", () => {
  it("des personnes qui n’en sont pas", async () => {
    const nobody = network.newId();
    const given = { title: "Autre", readers: "network", leadId: nobody };
    expect(await refused(team, formGroup, given)).toBe("workgroup.personMissing leadId");
    expect(await refused(lea, addMember, { workgroupId, personId: nobody })).toBe("workgroup.personMissing personId");
    expect(await refused(lea, endMember, { workgroupId, memberId: nobody })).toBe("workgroup.memberMissing");
  });

  it("une séance qui n’existe pas, ou que quelqu’un d’autre a changée ; un compte rendu écrit deux fois", async () => {
    const heldOn = { workgroupId, heldOn: TODAY };
    const nowhere = { ...heldOn, sessionId: network.newId() };
    expect(await refused(lea, planSession, nowhere)).toBe("workgroup.sessionMissing");
    expect(await refused(lea, writeMinutes, { ...nowhere, body: "x" })).toBe("workgroup.sessionMissing");
    const { sessionId, told } = await done(lea, planSession, heldOn);
    expect(told).toBe(true);
    expect((await done(lea, planSession, { ...heldOn, heldOn: "2026-09-30" })).told).toBe(false);
    await done(team, planSession, { ...heldOn, sessionId, version: 1, place: "Brest" });
    for (const version of [1, undefined]) {
      const mine = { ...heldOn, sessionId, version, place: "Rennes" };
      expect(await refused(lea, planSession, mine)).toBe("workgroup.sessionChanged");
    }
    const minutes = { workgroupId, sessionId, body: "On a parlé.", came: [lea.personId] };
    await done(lea, writeMinutes, minutes);
    expect(await refused(lea, writeMinutes, minutes)).toBe("workgroup.sameMinutes");
    await done(lea, writeMinutes, { ...minutes, came: [] });
  });

  it("de remplacer une décision d’ailleurs, de partager sans titre ni contenu", async () => {
    const elsewhere = { workgroupId, body: "Oui", decidedOn: TODAY, supersedes: network.newId() };
    expect(await refused(lea, logDecision, elsewhere)).toBe("workgroup.decisionMissing supersedes");
    const link = "exemple.fr/guide";
    expect(await refused(lea, shareVersion, { workgroupId, link })).toBe("workgroup.titleNeeded title");
    const other = { workgroupId, link, deliverableId: network.newId() };
    expect(await refused(lea, shareVersion, other)).toBe("workgroup.deliverableMissing");
    const unknown = { workgroupId, title: "Guide", heldFileId: network.newId() };
    expect(await refused(lea, shareVersion, unknown)).toBe("workgroup.fileNeeded file");
  });

  it("une trame trop longue ou déjà publiée, une réponse à une autre trame ou pour une structure inconnue", async () => {
    const steps = (count: number) => Array.from({ length: count }, (_, rank) => `Étape ${rank}`).join("\n");
    const template = { workgroupId, title: "Trame", steps: steps(40) };
    expect(await refused(lea, publishTemplate, { ...template, steps: steps(41) })).toBe("workgroup.manySteps steps");
    const { templateId } = await done(lea, publishTemplate, template);
    expect(await refused(lea, publishTemplate, { ...template, steps: `${steps(40)}\r\n\r\n` })).toBe(
      "workgroup.sameTemplate",
    );
    await done(lea, publishTemplate, { ...template, introduction: "Relue." });
    const uptake = { workgroupId, templateId, structureId: etabli, state: "adopted" };
    expect(await refused(lea, sayUptake, { ...uptake, templateId: network.newId() })).toBe("workgroup.templateMissing");
    const nobody = { ...uptake, structureId: network.newId() };
    expect(await refused(team, sayUptake, nobody)).toBe("structure.missing structureId");
  });
});

describe("La matrice refuse", () => {
  it("trop de fonctions ou trop longues, une ligne hors liste, à l’envers ou passée", async () => {
    const list = (count: number) => Array.from({ length: count }, (_, rank) => `Fonction ${rank}`).join("\n");
    expect(await refused(team, saveFunctions, { functions: list(41) })).toBe("workgroup.manyFunctions functions");
    expect(await refused(team, saveFunctions, { functions: "x".repeat(121) })).toBe("workgroup.longFunction functions");
    const { functionIds } = await done(team, saveFunctions, { functions: "Paie" });
    const line = { functionId: functionIds[0], side: "need", quantity: "2", unit: "days", startsOn: TODAY };
    const said = (changes: object) => refused(lea, sayCapacity, { ...line, structureId: etabli, ...changes });
    expect(await said({ functionId: network.newId() })).toBe("workgroup.functionMissing functionId");
    expect(await said({ endsOn: "2026-09-30" })).toBe("workgroup.endsBefore endsOn");
    expect(await said({ startsOn: "2026-09-01", endsOn: "2026-09-30" })).toBe("workgroup.endsPast endsOn");
    const stranger = { ...line, structureId: network.newId() };
    expect(await refused(team, sayCapacity, stranger)).toBe("structure.missing structureId");
    const nothing = network.newId();
    expect(await refused(lea, withdrawCapacity, { capacityId: nothing })).toBe("workgroup.capacityMissing");
    const pair = { needId: nothing, offerId: nothing, state: "agreed" };
    expect(await refused(lea, sayEncounter, pair)).toBe("workgroup.capacityMissing");
  });

  it("de proposer une fonction retirée, et garde le nom de ce qui en a été dit", async () => {
    const { functionIds } = await done(team, saveFunctions, { functions: "Paie" });
    const line = { functionId: functionIds[0], structureId: etabli, side: "need", quantity: "2", unit: "days" };
    await done(lea, sayCapacity, { ...line, startsOn: TODAY });
    await done(team, saveFunctions, { functions: "Communication" });
    expect(await refused(lea, sayCapacity, { ...line, startsOn: TODAY })).toBe("workgroup.functionMissing functionId");
    const left = await network.run((tx) => capacitiesOf(tx, network.organizationId, TODAY as never));
    expect(left.map(({ functionTitle }) => functionTitle)).toEqual(["Paie"]);
  });
});
