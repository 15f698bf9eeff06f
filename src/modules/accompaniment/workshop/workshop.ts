/** Workshops: several people learn together, at one or several dates, as long as there are seats. */
import type { Instant } from "#kernel/day.ts";
import type { Id, PersonId } from "#kernel/id.ts";

export type WorkshopId = Id<"workshop">;
export type SessionId = Id<"workshopSession">;
export type DemandId = Id<"workshopDemand">;

export const SIGNUPS = ["open", "closed"] as const;
export type Signup = (typeof SIGNUPS)[number];

export type WorkshopSession = { readonly id: SessionId; readonly startsAt: Instant; readonly minutes: number };

export type Registration = {
  readonly personId: PersonId;
  readonly askedAt: Instant;
  readonly seatedAt: Instant | null;
};

export type Workshop = {
  readonly id: WorkshopId;
  readonly title: string;
  readonly description: string;
  readonly themes: string;
  readonly place: string;
  readonly outsideTrainer: string;
  readonly capacity: number;
  readonly signup: Signup;
  readonly demandId: DemandId | null;
  readonly createdBy: PersonId;
  readonly cancelledAt: Instant | null;
  readonly cancelReason: string;
  readonly version: number;
  readonly trainers: readonly PersonId[];
  /** In the order of time. */
  readonly sessions: readonly WorkshopSession[];
  /** Those who stand, in the order in which they asked. */
  readonly registrations: readonly Registration[];
};

export const seated = (workshop: Pick<Workshop, "registrations">): readonly Registration[] =>
  workshop.registrations.filter(({ seatedAt }) => seatedAt !== null);
export const waiting = (workshop: Pick<Workshop, "registrations">): readonly Registration[] =>
  workshop.registrations.filter(({ seatedAt }) => seatedAt === null);
export const freeSeats = (workshop: Pick<Workshop, "registrations" | "capacity">): number =>
  Math.max(0, workshop.capacity - seated(workshop).length);

/** Those who wait and may sit now, the first who asked first. */
export function toSeat(workshop: Pick<Workshop, "registrations" | "capacity">): readonly Registration[] {
  return waiting(workshop).slice(0, freeSeats(workshop));
}

/** Its last date has begun: nobody joins it any more. */
export const isOver = (workshop: Pick<Workshop, "sessions">, now: Instant): boolean =>
  workshop.sessions.every(({ startsAt }) => startsAt <= now);
