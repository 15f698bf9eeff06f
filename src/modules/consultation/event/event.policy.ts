import type { Actor } from "#kernel/actor.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { isStaff, mayEnter, mayPrepare } from "#modules/network/index.server.ts";
import type { NetworkRefusalCode } from "#modules/network/index.ts";
import type { EventRefusalCode } from "./event.fr.ts";
import type { Attendee } from "./event.ts";

type Refused = Refusal<EventRefusalCode | NetworkRefusalCode>;

/** Everybody of the network reads an event, its programme and how many come. */
export function mayReadEvent(actor: Actor): Refused | null {
  return mayEnter(actor);
}

/** The team announces events, keeps who comes and prints badges: names of those who registered are for it. */
export function mayRunEvent(actor: Actor): Refused | null {
  return mayPrepare(actor);
}

/** One gives one's own seat back; the team, anybody's. */
export function mayLeave(actor: Actor, attendee: Pick<Attendee, "personId">): Refused | null {
  const entered = mayEnter(actor);
  if (entered) return entered;
  return isStaff(actor) || attendee.personId === actor.personId ? null : refuse("forbidden", "event.notYours");
}
