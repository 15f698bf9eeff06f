/** The cooperatives of the world, and what each has for everybody. */
import { dayIn, type Instant } from "#kernel/day.ts";
import type { PersonId } from "#kernel/id.ts";
import { timeIn } from "#kernel/zoned.ts";
import { createWorkshop, firstSession } from "#modules/accompaniment/index.server.ts";
import {
  addEnclosure,
  addMotion,
  conveneAssembly,
  decideApplication,
  fileApplication,
  motionsOf,
  moveShares,
  prepareAssembly,
} from "#modules/governance/index.server.ts";
import { announceMeeting, fileProposal } from "#modules/meetings/index.server.ts";
import { createCooperative } from "#modules/membership/index.server.ts";
import type { App } from "#platform/app.ts";
import { type Caller, execute } from "#platform/command.ts";
import { withTenant } from "#platform/database/tenant.ts";
import { holdBytes } from "#platform/files/hold-bytes.ts";
import { inDays } from "./days.ts";
import { accepted, LOGO, PASSWORD } from "./world-inputs.ts";
import type { Act } from "./world-sales.ts";

const ZONE = "Europe/Paris";

export async function found(app: App, slug: string, legalName: string, siren: string, siret: string) {
  const founderEmail = `fondation@${slug}.example`;
  const userId = await app.identity.ensureUser({ email: founderEmail, name: "Fondation", password: PASSWORD });
  const identity = { legalName, slug, siren, siret, street: "12 rue de l’Atelier", postalCode: "29200", city: "Brest" };
  const input = { ...identity, firstName: "Camille", lastName: "Fondation", administratorEmail: founderEmail };
  const made = accepted(await createCooperative(app, input, { userId, installers: app.installers }));
  if (!("organizationId" in made)) throw new Error(JSON.stringify(made));
  const caller: Caller = { organizationId: made.organizationId, userId };
  return { caller };
}

/** A meeting to come of the whole house, and a proposal that awaits one. */
export async function meetingOfHouse(act: Act) {
  const moment = { day: inDays(1), time: "18:00", duration: "90" };
  const words = { title: "Réunion de rentrée", audience: "everybody", place: "Grande salle" };
  const { meetingId } = await act(announceMeeting, { ...moment, ...words });
  const { proposalId } = await act(fileProposal, { title: "Un four partagé", body: "L’acheter à plusieurs." });
  return { cooperativeMeetingId: meetingId as string, proposalId: proposalId as string };
}

/** An associate of the house, who subscribed ten shares. */
export async function associateOfHouse(app: App, act: Act, caller: Caller) {
  const presence = await withTenant(app.database, caller, (tx) => app.loadPresence(tx, caller, app.clock()));
  const today = inDays(0);
  const asked = { kind: "organization", legalName: "Régie du port", college: "1", appliedOn: today };
  const { associateId } = await act(fileApplication, { ...asked, representativeId: presence?.actor.personId });
  await act(decideApplication, { associateId, decision: "admit", effectOn: today, decidedBy: "assembly" });
  const shares = { associateId, kind: "subscribe", shares: "10", effectOn: today };
  const { movementId } = await act(moveShares, shares);
  const called = await assemblyInPreparation(app, act, caller);
  return { ...called, associateId: associateId as string, shareMovementId: movementId as string };
}

/** An assembly in a month, with a motion and a document. */
export async function assemblyInPreparation(app: App, act: Act, caller: Caller) {
  const words = {
    title: "Assemblée annuelle",
    kind: "ordinary",
    day: inDays(30),
    time: "18:00",
    place: "Grande salle",
  };
  const { assemblyId } = await act(prepareAssembly, words);
  await act(addMotion, { assemblyId, title: "Comptes", body: "Approuver.", rule: "ordinary", ballot: "open" });
  const motions = await withTenant(app.database, caller, (tx) => motionsOf(tx, caller.organizationId, assemblyId));
  const file = { bytes: LOGO, type: "image/png", name: "rapport.png" } as const;
  const held = await holdBytes(app, caller, "document", file);
  const report = { assemblyId, title: "Rapport de la gérance", heldFileId: held?.id };
  const { enclosureId } = await act(addEnclosure, report);
  return {
    assemblyId: assemblyId as string,
    motionId: String(motions[0]?.id),
    enclosureId: String(enclosureId),
  };
}

/** An assembly that was called three weeks ago and begins within the hour, of two associates more. */
export async function assemblyOfToday(app: App, caller: Caller, associates: readonly PersonId[]): Promise<string> {
  const before = Date.now() - 21 * 86_400_000;
  const host = { ...app, clock: () => new Date(before).toISOString() as Instant };
  const act: Act = async (command, input) => accepted(await execute(host, caller, command, input));
  const day = dayIn(host.clock(), ZONE);
  for (const personId of associates) {
    const asked = { kind: "person", personId, college: "1", appliedOn: day };
    const { associateId } = await act(fileApplication, asked);
    await act(decideApplication, { associateId, decision: "admit", effectOn: day, decidedBy: "assembly" });
  }
  const soon = new Date(Date.now() + 50 * 60_000).toISOString() as Instant;
  const moment = { day: dayIn(soon, ZONE), time: timeIn(soon, ZONE) };
  const words = { title: "Assemblée de printemps", kind: "ordinary", ...moment, place: "Grande salle" };
  const { assemblyId } = await act(prepareAssembly, words);
  for (const title of ["Approbation des comptes", "Affectation du résultat"]) {
    await act(addMotion, { assemblyId, title, body: "Approuver.", rule: "ordinary", ballot: "open" });
  }
  await act(conveneAssembly, { assemblyId });
  return assemblyId;
}

/** A workshop to come, open to everybody of the house. */
export async function workshopOfHouse(app: App, act: Act, { organizationId }: Caller) {
  const dates = [{ day: inDays(1), time: "14:00", minutes: "120" }];
  const words = { title: "Atelier ouvert", capacity: "8", signup: "open", outsideTrainer: "Dominique" };
  const { workshopId } = await act(createWorkshop, { ...words, dates });
  const sessionId = await withTenant(app.database, { organizationId, userId: null }, (tx) =>
    firstSession(tx, organizationId, workshopId),
  );
  return { workshopId: workshopId as string, sessionId: sessionId as string };
}
