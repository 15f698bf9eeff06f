import type { Actor } from "#kernel/actor.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { EVALUATORS } from "../evaluation/evaluation.policy.ts";
import type { NeedRefusalCode } from "./need.fr.ts";

/** Who reads what people need to learn: those who accompany, each counting the persons within their reach. */
export function mayReadNeeds(actor: Actor): Refusal<NeedRefusalCode> | null {
  return actor.grants.some(({ role }) => EVALUATORS.includes(role)) ? null : refuse("forbidden", "need.notAllowed");
}
