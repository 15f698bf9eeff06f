import type { Actor } from "#kernel/actor.ts";
import type { PersonId } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import type { CalendarRefusalCode } from "./calendar.fr.ts";

/** Each person has an address of their own diary, and nobody another's. */
export function mayFeed(actor: Actor, personId: PersonId): Refusal<CalendarRefusalCode> | null {
  return actor.personId === personId ? null : refuse("missing", "calendar.none");
}
