import type { Actor } from "#kernel/actor.ts";
import type { PersonId } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import type { ConsentRefusalCode } from "./consent.fr.ts";

/** A consent is given by oneself: nobody agrees for another. */
export function mayAnswer(actor: Pick<Actor, "personId">, personId: PersonId): Refusal<ConsentRefusalCode> | null {
  return actor.personId === personId ? null : refuse("forbidden", "consent.notAllowed");
}
