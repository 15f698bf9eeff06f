import { type Actor, hasGeneralRole, type SupportRole } from "#kernel/actor.ts";
import type { PersonId } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import type { CandidateRefusalCode } from "./candidate.fr.ts";

const RECEIVING: readonly SupportRole[] = ["accompagnateur", "direction", "administrator"];

/** What the actor reaches of the candidates: all of them, or their own and those whom nobody follows; nothing. */
export function candidatesReached(actor: Actor): "all" | "own" | "none" {
  if (hasGeneralRole(actor, RECEIVING)) return "all";
  return actor.grants.some((grant) => RECEIVING.includes(grant.role)) ? "own" : "none";
}

/** Who receives candidates: accompagnateurs, direction, administration. Their meetings are everybody's among these. */
export function mayReceiveCandidates(actor: Actor): Refusal<CandidateRefusalCode> | null {
  return candidatesReached(actor) === "none" ? refuse("forbidden", "candidate.notAllowed") : null;
}

/** Who cancels a meeting, and so writes to everybody who would come: those who reach everybody. */
export function mayCancelMeeting(actor: Actor): Refusal<CandidateRefusalCode> | null {
  return candidatesReached(actor) === "all" ? null : refuse("forbidden", "candidate.notAllowed");
}

/** Reading and acting: within reach; a candidate whom a colleague follows does not exist for a limited role. */
export function mayCandidate(
  actor: Actor,
  candidate: { readonly followerId: PersonId | null },
): Refusal<CandidateRefusalCode> | null {
  const reached = candidatesReached(actor);
  const own = candidate.followerId === null || candidate.followerId === actor.personId;
  // That somebody asks to join is nobody else's business: for the others there is no such candidate.
  return reached === "all" || (reached === "own" && own) ? null : refuse("missing", "candidate.missing");
}

/** Who gives a candidate to whom: anybody of the whole team, to anybody; a limited role, to itself or to nobody. */
export function mayAssign(actor: Actor, followerId: PersonId | null): Refusal<CandidateRefusalCode> | null {
  if (candidatesReached(actor) === "all" || followerId === null || followerId === actor.personId) return null;
  return refuse("forbidden", "candidate.assignsSelfOnly", {}, "followerId");
}

/** Who reads the notes of an interview kept to its author: they, and the direction. */
export function mayReadNotes(actor: Actor, interview: { privacy: "team" | "author"; writtenBy: PersonId }): boolean {
  return interview.privacy === "team" || interview.writtenBy === actor.personId || hasGeneralRole(actor, ["direction"]);
}

/** Who opens the public page and says what it asks: those who answer for the cooperative. */
export function mayKeepIntake(actor: Actor): Refusal<CandidateRefusalCode> | null {
  return hasGeneralRole(actor, ["direction", "administrator"]) ? null : refuse("forbidden", "candidate.notAllowed");
}
