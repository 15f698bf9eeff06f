import { type Refusal, refuse } from "#kernel/refusal.ts";
import type { SensitiveRefusalCode } from "./sensitive.fr.ts";

/** What the policy asks: is it the actor themselves, and does a payroll role of theirs reach the person. */
export type SensitiveFacts = { readonly self: boolean; readonly paid: boolean };

/**
 * Values: payroll alone (décret 2019-341), neither direction nor administration. Who read them: payroll, and the person. To
 * anybody else there is no such page.
 */
export function maySensitive(
  action: "read" | "save" | "readings",
  { self, paid }: SensitiveFacts,
): Refusal<SensitiveRefusalCode> | null {
  if (paid || (self && action === "readings")) return null;
  return self ? refuse("forbidden", "sensitive.notAllowed") : refuse("missing", "sensitive.personMissing");
}
