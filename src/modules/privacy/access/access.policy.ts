import { type Actor, hasGeneralRole } from "#kernel/actor.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import type { PrivacyRefusalCode } from "./access.fr.ts";

/** Who keeps data protection: direction and administration. */
export function mayKeepPrivacy(actor: Actor): Refusal<PrivacyRefusalCode> | null {
  return hasGeneralRole(actor, ["direction", "administrator"]) ? null : refuse("forbidden", "privacy.notAllowed");
}
