import type { Day } from "#kernel/day.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { findStructure } from "#modules/network/index.server.ts";
import type { StructureId } from "#modules/network/index.ts";
import type { OpenContext } from "#platform/command.ts";
import type { EventRefusalCode } from "./event.fr.ts";
import { attendeesOf, findEvent } from "./event.store.ts";
import { type Attendee, type EventId, isFull, type NetworkEvent, refuseUnlessComing } from "./event.ts";

type Refused = Refusal<EventRefusalCode>;

/** The event held for the act: seats are given one at a time. */
export async function held(context: OpenContext, eventId: EventId) {
  const { tx, organizationId } = context;
  const event = await findEvent(tx, organizationId, eventId, true);
  if (event === null) return refuse("missing", "event.missing" satisfies EventRefusalCode);
  return { event, attendees: await attendeesOf(tx, organizationId, eventId) };
}

export function refuseSeat(event: NetworkEvent, attendees: readonly Attendee[], today: Day): Refused | null {
  const over = refuseUnlessComing(event, today);
  if (over) return over;
  return isFull(event, attendees.length) ? refuse("conflict", "event.full") : null;
}

export async function knownStructure(context: OpenContext, id: StructureId | null): Promise<string | Refused> {
  if (id === null) return "";
  const found = await findStructure(context.tx, context.organizationId, id);
  return found?.name ?? refuse("missing", "event.structure", {}, "structureId");
}
