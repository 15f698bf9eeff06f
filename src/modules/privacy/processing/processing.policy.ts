import type { Actor } from "#kernel/actor.ts";
import type { Refusal } from "#kernel/refusal.ts";
import type { PrivacyRefusalCode } from "../access/access.fr.ts";
import { mayKeepPrivacy } from "../access/access.policy.ts";

/** Who keeps the register: those who keep data protection. */
export function mayKeepRegister(actor: Actor): Refusal<PrivacyRefusalCode> | null {
  return mayKeepPrivacy(actor);
}
