import { isRefusal, type Refusal, refuse } from "#kernel/refusal.ts";
import { next } from "#kernel/transition.ts";
import type { CommandContext } from "#platform/command.ts";
import type { CandidateId } from "../tables.ts";
import type { CandidateRefusalCode } from "./candidate.fr.ts";
import { mayCandidate } from "./candidate.policy.ts";
import { findCandidate } from "./candidate.store.ts";
import { type Candidate, type CandidateAction, type CandidateStatus, candidateTransitions } from "./candidate.ts";

/** Steps that every act on a candidate begins with: who may, and whether the table of states allows it. */

/** The candidate, locked, for an actor who may act on them. One merged into another is read there. */
export async function loadCandidate(
  { tx, organizationId, actor }: CommandContext,
  id: CandidateId,
): Promise<Candidate | Refusal<CandidateRefusalCode>> {
  const candidate = await findCandidate(tx, organizationId, id, true);
  if (candidate === null || candidate.mergedInto !== null) return refuse("missing", "candidate.missing");
  return mayCandidate(actor, candidate) ?? candidate;
}

/** The same with the state that an action leads to. */
export async function loadMoving(
  context: CommandContext,
  id: CandidateId,
  action: CandidateAction,
): Promise<{ readonly candidate: Candidate; readonly status: CandidateStatus } | Refusal<CandidateRefusalCode>> {
  const candidate = await loadCandidate(context, id);
  if (isRefusal(candidate)) return candidate;
  const status = next(candidateTransitions, candidate.status, action);
  if (status === null) return refuse("conflict", "candidate.notPossible");
  return { candidate, status };
}
