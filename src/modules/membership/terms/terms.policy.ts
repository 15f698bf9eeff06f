import { type Actor, hasGeneralRole, type SupportRole } from "#kernel/actor.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import type { TermsRefusalCode } from "./terms.fr.ts";

/** Who reads the terms of contracts, each within their reach: those who accompany, pay or direct. */
export const TERMS_READERS: readonly SupportRole[] = ["accompagnateur", "payroll", "direction", "administrator"];

/** Reading: the person, and those readers whose reach holds them. Changing: those who record contracts. */
export function mayTerms(
  actor: Actor,
  action: "read" | "change",
  facts: { readonly self: boolean; readonly reached: boolean },
): Refusal<TermsRefusalCode> | null {
  if (!facts.self && !facts.reached) return refuse("missing", "terms.personMissing");
  if (action === "read" || hasGeneralRole(actor, ["payroll", "direction", "administrator"])) return null;
  return refuse("forbidden", "terms.notAllowed");
}
