import type { Actor } from "#kernel/actor.ts";
import type { PersonId } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { mayKeepPrivacy } from "../access/access.policy.ts";
import type { ErasureRefusalCode } from "./erasure.fr.ts";

/** Asking to be forgotten: for oneself, or from a letter that direction or administration received. */
export function mayAskErasure(actor: Actor, personId: PersonId): Refusal<ErasureRefusalCode> | null {
  return actor.personId === personId ? null : mayErase(actor);
}

/** Erasing: direction and administration alone. To anybody else there is nothing. */
export function mayErase(actor: Actor): Refusal<ErasureRefusalCode> | null {
  return mayKeepPrivacy(actor) === null ? null : refuse("missing", "erasure.personMissing");
}
