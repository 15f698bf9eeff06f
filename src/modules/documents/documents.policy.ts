import { type Actor, hasGeneralRole, hasRole, type SupportRole } from "#kernel/actor.ts";
import type { ActivityId, PersonId } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import type { PersonFacts } from "#modules/membership/index.server.ts";
import type { DocumentRefusalCode } from "./document/document.fr.ts";
import type { PieceRefusalCode } from "./piece/piece.fr.ts";

type Refused = Refusal<DocumentRefusalCode> | null;

/** Those who keep the files of persons, for the whole cooperative. */
const KEEPERS: readonly SupportRole[] = ["payroll", "direction", "administrator"];

/** Who writes templates and names the articles in force: what every contract will say. */
export function mayKeepTemplates(actor: Actor): Refused {
  return hasGeneralRole(actor, KEEPERS) ? null : refuse("forbidden", "document.templatesNotAllowed");
}

/** Who reads the lists of the cooperative's documents: the support team, but for those who keep the books alone. */
export function mayReadDesk(actor: Actor): Refused {
  const roles: readonly SupportRole[] = ["accompagnateur", ...KEEPERS];
  return actor.grants.some(({ role }) => roles.includes(role)) ? null : refuse("forbidden", "document.notAllowed");
}

/** Whether a support role of the actor, other than the books, covers a person. */
function follows(actor: Actor, person: PersonFacts, roles: readonly SupportRole[]): boolean {
  return actor.grants.some(({ role, reach }) => roles.includes(role) && (reach === "all" || person.reached));
}

export type DocumentAction = "read" | "make" | "give" | "decide" | "readSensitive";

/**
 * What an actor may do with the documents of a person. One's own: reading and giving. Within one's reach: making and
 * deciding. What touches identity or health is for those who keep the files, and for the person.
 */
export function mayDocuments(actor: Actor, action: DocumentAction, person: PersonFacts): Refused {
  const own = actor.personId === person.personId;
  if (own && (action === "read" || action === "give" || action === "readSensitive")) return null;
  if (hasGeneralRole(actor, KEEPERS) || follows(actor, person, KEEPERS)) return null;
  const accompanies = follows(actor, person, ["accompagnateur"]);
  if (action !== "readSensitive" && accompanies) return null;
  // A person out of reach does not exist for the actor.
  if (!own && !accompanies) return refuse("missing", "document.personMissing");
  return refuse("forbidden", action === "readSensitive" ? "document.sensitive" : "document.notAllowed");
}

/**
 * The pieces of an activity: its own people read and give them; those who keep files or accompany it decide too. Those who keep
 * the books alone read none.
 */
export function mayActivityPieces(
  actor: Actor,
  action: "read" | "give" | "decide",
  activityId: ActivityId,
): Refusal<DocumentRefusalCode | PieceRefusalCode> | null {
  if (hasRole(actor, ["accompagnateur", ...KEEPERS], activityId)) return null;
  if (!actor.own.has(activityId)) return refuse("missing", "piece.activityMissing");
  return action === "decide" ? refuse("forbidden", "document.notAllowed") : null;
}

/** The activities whose pieces a member of the support team reads. */
export function reachedActivities(actor: Actor): "all" | ReadonlySet<ActivityId> {
  const grants = actor.grants.filter(({ role }) => role === "accompagnateur" || KEEPERS.includes(role));
  if (grants.some(({ reach }) => reach === "all")) return "all";
  return new Set(grants.flatMap(({ reach }) => (reach === "all" ? [] : [...reach])));
}

/** Who may sign for the cooperative. */
export const SIGNING_ROLES: readonly SupportRole[] = ["direction", "administrator"];

/** Nobody signs for another: only those to whom the document was sent. */
export function maySign(actor: Actor, signers: readonly { readonly personId: PersonId }[]): boolean {
  return signers.some(({ personId }) => personId === actor.personId);
}
