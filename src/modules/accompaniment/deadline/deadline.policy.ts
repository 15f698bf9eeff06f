import type { Actor, SupportRole } from "#kernel/actor.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import type { DeadlineRefusalCode } from "./deadline.fr.ts";

const READERS: readonly SupportRole[] = ["accompagnateur", "payroll", "direction", "administrator"];

/** Who reads deadlines, each within their reach: those who accompany, those who keep contracts. */
export function mayReadDeadlines(actor: Actor): Refusal<DeadlineRefusalCode> | null {
  return actor.grants.some(({ role }) => READERS.includes(role)) ? null : refuse("forbidden", "deadline.notAllowed");
}
