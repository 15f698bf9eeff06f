import type { Actor } from "#kernel/actor.ts";
import type { Refusal } from "#kernel/refusal.ts";
import type { PrivacyRefusalCode } from "../access/access.fr.ts";
import { mayKeepPrivacy } from "../access/access.policy.ts";

/** Who says for how long data are kept, and erases before the night does: those who keep data protection. */
export function mayKeepRules(actor: Actor): Refusal<PrivacyRefusalCode> | null {
  return mayKeepPrivacy(actor);
}
