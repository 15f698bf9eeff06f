/** Each person chooses for themself. */

import type { Actor } from "#kernel/actor.ts";
import type { PersonId } from "#kernel/id.ts";

/** Whose choices an actor may change: their own, and nobody else's. */
export function cadenceOwner(actor: Actor): { organizationId: Actor["organizationId"]; personId: PersonId } {
  return { organizationId: actor.organizationId, personId: actor.personId };
}
