/** The network of the world: a house of its own, where people of both cooperatives speak for them. */
import { addDays } from "#kernel/day.ts";
import type { PersonId } from "#kernel/id.ts";
import { announceEvent, openPhase, openRoadmap, prepareConsultation } from "#modules/consultation/index.server.ts";
import { conveneAssembly, decideApplication, fileApplication, moveShares } from "#modules/governance/index.server.ts";
import { importIndicators, openRound, publishModel, startModel, startProject } from "#modules/grid/index.server.ts";
import {
  giveEvidence,
  importCriteria,
  publishEdition,
  registerStructure,
  startReferential,
} from "#modules/label/index.server.ts";
import { addPerson, createCooperative, grantRole } from "#modules/membership/index.server.ts";
import { addPlace, addStructure, giveSeat, savePublicPage } from "#modules/network/index.server.ts";
import {
  addIndicator,
  addObjective,
  amendConvention,
  beginConvention,
  planJointAction,
  planTranche,
  signConvention,
} from "#modules/objectives/index.server.ts";
import { closeRoom, openRoom } from "#modules/room/index.server.ts";
import {
  formGroup,
  planSession,
  publishTemplate,
  saveFunctions,
  sayCapacity,
  shareVersion,
} from "#modules/workgroup/index.server.ts";
import type { App } from "#platform/app.ts";
import { execute } from "#platform/command.ts";
import { today } from "./days.ts";
import { beginBid } from "./world-bids.ts";
import { assemblyInPreparation } from "./world-houses.ts";
import { accepted, emailOf, PASSWORD } from "./world-inputs.ts";
import type { Act } from "./world-sales.ts";
import { proposeTraining } from "./world-training.ts";

/** Who belongs to the network only. The direction of the home speaks there for A, `stranger` for B; `both` has no seat. */
export const NETWORK_ROLES = ["networkChief", "animator"] as const;
export type NetworkRole = (typeof NETWORK_ROLES)[number];

/** What a network knows of one structure, and what that structure has there: a growing list. */
export type NetworkThings = {
  readonly structureId: string;
  readonly placeId: string;
  readonly seatId: string;
  /** A consultation whose first phase is open: the same for every structure. */
  readonly consultationId: string;
  readonly phaseId: string;
  /** A closed room, and one that is open. */
  readonly roomId: string;
  readonly openRoomId: string;
  /** A published referential, the same for every structure; the structure's own way to the label, and what it shows. */
  readonly editionId: string;
  readonly labellingId: string;
  /** A published grid, the same for every structure; the structure's own project, and a round that its delegate rates. */
  readonly gridModelId: string;
  readonly gridProjectId: string;
  readonly gridRoundId: string;
  readonly evidenceId: string;
  /** An event of tomorrow that anybody may register to. */
  readonly eventId: string;
  readonly roadmapId: string;
  /** A group kept to its members, that the delegate of the structure leads. */
  readonly workgroupId: string;
  readonly sessionId: string;
  readonly templateId: string;
  readonly versionId: string;
  /** What the structure needs. */
  readonly needId: string;
  readonly functionId: string;
  /** A course that the structure proposes, and its session to come, where it has a seat. */
  readonly courseId: string;
  readonly runId: string;
  /** The structure is an associate, for which its delegate speaks; the assembly that was called is the same for every structure. */
  readonly associateId: string;
  readonly shareMovementId: string;
  readonly assemblyId: string;
  readonly motionId: string;
  readonly enclosureId: string;
  /** An agreement of objectives that the structure leads, signed and amended once, with another party. */
  readonly conventionId: string;
  readonly partyId: string;
  readonly objectiveId: string;
  readonly objectiveIndicatorId: string;
  readonly trancheId: string;
  readonly jointActionId: string;
  /** A joint bid that its delegate leads, and their part. */
  readonly bidId: string;
  readonly partId: string;
};

export type NetworkWorld = {
  readonly slug: string;
  readonly logIns: Readonly<Record<NetworkRole, string>>;
  /** A: of L'Établi, for which `direction` speaks; B: of the other cooperative, for which `stranger` does. */
  readonly things: Readonly<Record<"A" | "B", NetworkThings>>;
  /** A person of the network. */
  readonly personId: string;
};

export const NETWORK_SLUG = "le-faisceau";

export async function makeNetwork(app: App, settled: () => Promise<void>): Promise<NetworkWorld> {
  const founderEmail = `fondation@${NETWORK_SLUG}.example`;
  const userId = await app.identity.ensureUser({ email: founderEmail, name: "Fondation", password: PASSWORD });
  const identity = { legalName: "Réseau Le Faisceau", slug: NETWORK_SLUG, siren: "", siret: "" };
  const founder = { firstName: "Camille", lastName: "Fondation", administratorEmail: founderEmail };
  const options = { userId, installers: app.installers, house: "network" } as const;
  const made = accepted(await createCooperative(app, { ...identity, ...founder }, options));
  if (!("organizationId" in made)) throw new Error(JSON.stringify(made));
  const caller = { organizationId: made.organizationId, userId };
  const act: Act = async (command, input) => accepted(await execute(app, caller, command, input));

  const join = async (role: string) => {
    await app.identity.ensureUser({ email: emailOf(role), name: "Dominique", password: PASSWORD });
    const person = { firstName: "Dominique", lastName: "Delegue", email: emailOf(role), invite: true };
    return (await act(addPerson, person)).personId as PersonId;
  };
  const chief = await join("networkChief");
  for (const role of ["direction", "administrator"]) {
    await act(grantRole, { personId: chief, role, siteId: "" });
  }
  await act(grantRole, { personId: await join("animator"), role: "facilitator", siteId: "" });
  const personId = await join("both");
  await act(savePublicPage, { open: "oui", version: 0 });

  const consulted = await act(prepareConsultation, {
    ...{
      title: "Quel commun entre nos CAE ?",
      question: "Que faire ensemble ?",
      audience: "cae",
      axes: "Peser\nSe former",
    },
    ...{ phaseTitle: "Premier tour", opensOn: today(), closesOn: addDays(today(), 30) },
  });
  const { consultationId, phaseId } = consulted;
  const { editionId } = await act(startReferential, { name: "Référentiel du réseau" });
  await act(importCriteria, { editionId, text: "code;domaine;niveau;critère\nA1;Accueil;obligatoire;Un critère." });
  await act(publishEdition, { editionId });
  const tomorrow = { startsOn: addDays(today(), 1), endsOn: addDays(today(), 1) };
  const { eventId } = await act(announceEvent, { title: "Assises", ...tomorrow, place: "Rennes", public: "oui" });
  const { roadmapId } = await act(openRoadmap, { title: "Après les assises" });
  const { modelId: gridModelId } = await act(startModel, { name: "Grille du réseau" });
  const indicators =
    "code;objectif général;objectif principal;indicateur;niveau 0;niveau 1\nA1;Un;Premier;Une règle;non;oui";
  await act(importIndicators, { modelId: gridModelId, text: indicators });
  await act(publishModel, { modelId: gridModelId });
  const { functionIds } = await act(saveFunctions, { functions: "Paie et RH" });
  const functionId = functionIds[0] ?? "";
  const assembly = await assemblyInPreparation(app, act, caller);
  const structureOf = async (name: string, delegate: string): Promise<NetworkThings> => {
    const words = { kind: "cae", listed: "oui", postalCode: "29200", city: "Brest" };
    const { structureId } = await act(addStructure, { name, ...words, email: emailOf(delegate) });
    const place = { structureId, kind: "permanence", city: "Morlaix", department: "29" };
    const { placeId } = await act(addPlace, place);
    const delegateId = await join(delegate);
    // Whoever is invited becomes the person of their account after the commit.
    await settled();
    const { seatId } = await act(giveSeat, { personId: delegateId, structureId });
    const shared = { name: `Pôle de ${name}`, kind: "ptce", partnerIds: [structureId] };
    const { projectId: gridProjectId } = await act(startProject, shared);
    const rated = { projectId: gridProjectId, modelId: gridModelId, mode: "self", raterIds: [delegateId] };
    const { roundId: gridRoundId } = await act(openRound, rated);
    const room = { title: `Salle de ${name}`, kind: "contributions", guests: "oui" };
    const { roomId } = await act(openRoom, room);
    await act(closeRoom, { roomId });
    const { roomId: openRoomId } = await act(openRoom, room);
    const { labellingId } = await act(registerStructure, { structureId, editionId, mode: "peers" });
    const account = { email: emailOf(delegate), name: "Dominique", password: PASSWORD };
    const spoken = { ...caller, userId: await app.identity.ensureUser(account) };
    const shown = { structureId, title: "Notre page", link: "https://exemple.fr/page" };
    const { evidenceId } = accepted(await execute(app, spoken, giveEvidence, shown)) as { evidenceId: string };
    const asked = { kind: "organization", legalName: name, representativeId: delegateId, college: "1" };
    const { associateId } = await act(fileApplication, { ...asked, appliedOn: today() });
    const admitted = { associateId, decision: "admit", effectOn: today(), decidedBy: "assembly" };
    await act(decideApplication, admitted);
    const shares = { associateId, kind: "subscribe", shares: "5", effectOn: today() };
    const { movementId: shareMovementId } = await act(moveShares, shares);
    const label = { editionId, labellingId, evidenceId };
    const cooperation = { gridModelId, gridProjectId, gridRoundId };
    const agreed = await makeConvention(act, structureId, name);
    const common = await makeGroup(act, delegateId, { structureId, name }, functionId);
    return {
      ...{ structureId, placeId, seatId, consultationId, phaseId, eventId, roadmapId },
      ...{ ...assembly, associateId, shareMovementId },
      ...{ roomId, openRoomId, ...label, ...cooperation, ...common, ...agreed },
      ...(await proposeTraining(act, structureId, name)),
      ...(await beginBid(app, { ...caller, email: emailOf(delegate) }, { house: name, word: name })),
    };
  };
  const things = {
    A: await structureOf("L’Établi du réseau", "direction"),
    B: await structureOf("L’Autre Rive du réseau", "stranger"),
  };
  await act(conveneAssembly, { assemblyId: assembly.assemblyId });
  await act(openPhase, { phaseId });
  const logIns = Object.fromEntries(NETWORK_ROLES.map((role) => [role, emailOf(role)])) as Record<NetworkRole, string>;
  return { slug: NETWORK_SLUG, logIns, things, personId };
}

/** An agreement that a structure leads, with a party of its own that nobody speaks for. */
async function makeConvention(act: Act, structureId: string, name: string) {
  const year = today().slice(0, 4);
  const partner = { kind: "authority", name: `Collectivité ${structureId}`, postalCode: "29200", city: "Brest" };
  const { structureId: partyId } = await act(addStructure, partner);
  const { conventionId } = await act(beginConvention, {
    ...{ title: `Coopérer avec ${name}`, startsOn: `${year}-01-01`, endsOn: `${year}-12-31`, leadId: structureId },
    partyIds: [structureId, partyId],
  });
  const { objectiveId } = await act(addObjective, { conventionId, title: "Accueillir ensemble" });
  const measure = { conventionId, objectiveId, label: "Personnes accueillies", targets: { [year]: "10" } };
  const { indicatorId: objectiveIndicatorId } = await act(addIndicator, measure);
  const share = { funderId: partyId, amount: "100", dueOn: today(), shares: { [structureId]: "100" } };
  const { trancheId } = await act(planTranche, { conventionId, label: "Une tranche", ...share });
  const shared = { conventionId, title: "Un salon commun", carrierId: structureId, plannedOn: today() };
  const { actionId: jointActionId } = await act(planJointAction, shared);
  await act(signConvention, { conventionId, signedOn: today() });
  await act(amendConvention, { conventionId, agreedOn: today(), body: "La cible monte." });
  return { conventionId, partyId, objectiveId, objectiveIndicatorId, trancheId, jointActionId };
}

/** What a structure has in working groups: a group of its own delegate, and a need. */
async function makeGroup(
  act: Act,
  leadId: PersonId,
  { structureId, name }: { readonly structureId: string; readonly name: string },
  functionId: string,
) {
  const { workgroupId } = await act(formGroup, { title: `Paie de ${name}`, readers: "members", leadId });
  const { sessionId } = await act(planSession, { workgroupId, heldOn: today() });
  const { templateId } = await act(publishTemplate, { workgroupId, title: "Trame", steps: "Définir\nMesurer" });
  const { versionId } = await act(shareVersion, { workgroupId, title: "Guide", link: "https://exemple.fr/guide" });
  const volume = { side: "need", quantity: "2", unit: "days", startsOn: today() };
  const { capacityId } = await act(sayCapacity, { structureId, functionId, ...volume });
  return { workgroupId, sessionId, templateId, versionId, needId: capacityId, functionId };
}
