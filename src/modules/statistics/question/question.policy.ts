import { type Actor, hasGeneralRole, type SupportRole } from "#kernel/actor.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import type { QuestionRefusalCode } from "./question.fr.ts";

/** Who counts people, each within their reach: those who accompany, pay or direct. Neither accountants nor entrepreneurs. */
export const READERS: readonly SupportRole[] = ["accompagnateur", "payroll", "direction", "administrator"];

export function mayReadStatistics(actor: Actor): Refusal<QuestionRefusalCode> | null {
  return actor.grants.some(({ role }) => READERS.includes(role)) ? null : refuse("forbidden", "statistics.notAllowed");
}

/** True when the actor counts the persons they reach only: the page says so. */
export function countsAPart(actor: Actor): boolean {
  return !hasGeneralRole(actor, READERS);
}
