import type { SupportRole } from "#kernel/actor.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import type { SocialFileRefusalCode } from "./social-file.fr.ts";

/** Who keeps social files, each within their reach: those who accompany, pay or direct. An accountant does not. */
export const KEEPERS: readonly SupportRole[] = ["accompagnateur", "payroll", "direction", "administrator"];

/** What the policy asks: is it the actor themselves, and does a role that keeps social files reach the person. */
export type FileFacts = { readonly self: boolean; readonly kept: boolean };

/**
 * Reading: oneself (RGPD art. 15) and those who keep files. Changing, and the history: those who keep files. To anybody
 * else the person does not exist.
 */
export function maySocialFile(
  action: "read" | "change" | "history",
  { self, kept }: FileFacts,
): Refusal<SocialFileRefusalCode> | null {
  if (kept || (self && action === "read")) return null;
  return self ? refuse("forbidden", "socialFile.notAllowed") : refuse("missing", "socialFile.personMissing");
}
