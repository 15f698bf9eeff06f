/** Events of a network: a day or more together, who registers, who came. */
import type { Day, Instant } from "#kernel/day.ts";
import type { Id, PersonId } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import type { StructureId } from "#modules/network/index.ts";
import type { ConsultationId } from "../consultation/consultation.ts";
import type { EventRefusalCode } from "./event.fr.ts";

export type EventId = Id<"event">;
export type PartId = Id<"eventPart">;
export type AttendeeId = Id<"attendee">;

export const PART_KINDS = ["welcome", "roundTable", "workshop", "plenary"] as const;
export type PartKind = (typeof PART_KINDS)[number];
/** Who registered somebody: they did, the team did, a public form did, or they came without a word. */
export type Origin = "self" | "team" | "public" | "door";

export type NetworkEvent = {
  readonly id: EventId;
  readonly consultationId: ConsultationId | null;
  readonly title: string;
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly place: string;
  readonly description: string;
  /** Null: as many as come. */
  readonly capacity: number | null;
  readonly public: boolean;
  readonly cancelledAt: Instant | null;
  readonly version: number;
};

export type EventPart = {
  readonly id: PartId;
  readonly kind: PartKind;
  readonly title: string;
  readonly startsAt: Instant;
  readonly duration: number;
  readonly place: string;
  readonly restitution: string;
};

export type Attendee = {
  readonly id: AttendeeId;
  readonly personId: PersonId | null;
  readonly structureId: StructureId | null;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  /** The structure as the network knows it, else as they wrote it. */
  readonly structureName: string;
  readonly origin: Origin;
  readonly seenAt: Instant | null;
};

type Standing = Pick<NetworkEvent, "endsOn" | "cancelledAt">;

/** Until its last day one registers; a cancelled event takes nobody. */
export function refuseUnlessComing(event: Standing, today: Day): Refusal<EventRefusalCode> | null {
  if (event.cancelledAt !== null) return refuse("conflict", "event.cancelled");
  return today > event.endsOn ? refuse("conflict", "event.over") : null;
}

/** From its first day one notes who came. */
export function refuseUnlessBegun(
  event: Pick<NetworkEvent, "startsOn" | "cancelledAt">,
  today: Day,
): Refusal<EventRefusalCode> | null {
  if (event.cancelledAt !== null) return refuse("conflict", "event.cancelled");
  return today < event.startsOn ? refuse("conflict", "event.notBegun") : null;
}

export const isFull = (event: Pick<NetworkEvent, "capacity">, registered: number): boolean =>
  event.capacity !== null && registered >= event.capacity;

/** How many structures of those known an event reached: each counts once, however many people it sent. */
export function reached(
  attendees: readonly Pick<Attendee, "structureId" | "seenAt">[],
  known: ReadonlySet<StructureId>,
): { readonly registered: number; readonly came: number } {
  const count = (among: readonly Pick<Attendee, "structureId">[]) =>
    new Set(among.flatMap(({ structureId }) => (structureId !== null && known.has(structureId) ? [structureId] : [])))
      .size;
  return { registered: count(attendees), came: count(attendees.filter(({ seenAt }) => seenAt !== null)) };
}
