import type { SupportRole } from "#kernel/actor.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import type { EvaluationRefusalCode } from "./evaluation.fr.ts";
import type { Side } from "./evaluation.ts";

/** Who sees where people stand, each within their reach: those who accompany them. Pay and books are no reason to. */
export const EVALUATORS: readonly SupportRole[] = ["accompagnateur", "direction", "administrator"];

/** What the policy asks: is it the actor themselves, and does a role that accompanies reach the person. */
export type EvaluationFacts = { readonly self: boolean; readonly reached: boolean };

/** From which side somebody looks: their own, the team's. To anybody else the person does not exist. */
export function sideOf({ self, reached }: EvaluationFacts): Side | null {
  if (self) return "self";
  return reached ? "team" : null;
}

/** Reading and evaluating alike: oneself, and those who accompany. */
export function mayEvaluate(facts: EvaluationFacts): Refusal<EvaluationRefusalCode> | null {
  return sideOf(facts) === null ? refuse("missing", "evaluation.personMissing") : null;
}
