import type { Actor } from "#kernel/actor.ts";
import type { PersonId } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import type { MeetingRefusalCode } from "../meeting/meeting.fr.ts";
import { mayConvene } from "../meeting/meeting.policy.ts";
import type { ProposalRefusalCode } from "./proposal.fr.ts";
import type { Proposal } from "./proposal.ts";

/** Everybody of the cooperative proposes, supports, says what they think: a presence is enough. */
export function mayPropose(_: Actor): Refusal<ProposalRefusalCode> | null {
  return null;
}

/** Whoever calls meetings puts proposals on their agenda and records what became of them. */
export function mayAnswer(actor: Actor): Refusal<MeetingRefusalCode> | null {
  return mayConvene(actor);
}

/** Whoever proposed takes it back, nobody else. */
export function mayWithdraw(
  actor: { readonly personId: PersonId },
  { filedBy }: Pick<Proposal, "filedBy">,
): Refusal<ProposalRefusalCode> | null {
  return filedBy === actor.personId ? null : refuse("forbidden", "proposal.notYours");
}
