/** A training on given days: the seats that structures book, and how they share its cost. Pure. */
import { allocate } from "#kernel/allocation.ts";
import type { Day, Instant } from "#kernel/day.ts";
import type { Id } from "#kernel/id.ts";
import type { Cents } from "#kernel/money.ts";
import type { StructureId } from "#modules/network/index.ts";
import type { CourseId } from "../course/course.ts";

export type RunId = Id<"trainingRun">;

/** seats: in proportion to the seats booked · structures: the same for each structure that comes. */
export const SPLITS = ["seats", "structures"] as const;
export type Split = (typeof SPLITS)[number];

export type Run = {
  readonly id: RunId;
  readonly courseId: CourseId;
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly place: string;
  /** How many there are. */
  readonly seats: number;
  /** Of the whole, excluding tax, whoever comes: foreseen, then real once settled. */
  readonly cost: Cents;
  readonly split: Split;
  readonly cancelledOn: Day | null;
  readonly reason: string;
  readonly settledAt: Instant | null;
};

/** What a structure booked last; nobody is named. */
export type Booking = {
  readonly structureId: StructureId;
  readonly structureName: string;
  readonly seats: number;
};

export type Share = Booking & { readonly amount: Cents };

export const RUN_STATES = ["toCome", "underWay", "toSettle", "settled", "cancelled"] as const;
export type RunState = (typeof RUN_STATES)[number];

export function stateOf(run: Pick<Run, "startsOn" | "endsOn" | "cancelledOn" | "settledAt">, today: Day): RunState {
  if (run.cancelledOn !== null) return "cancelled";
  if (run.settledAt !== null) return "settled";
  if (today < run.startsOn) return "toCome";
  return today <= run.endsOn ? "underWay" : "toSettle";
}

export const takenOf = (bookings: readonly Pick<Booking, "seats">[]): number =>
  bookings.reduce((total, { seats }) => total + seats, 0);

/** How many seats a structure may still have, its own included. */
export function freeFor(run: Pick<Run, "seats">, bookings: readonly Booking[], structureId: StructureId): number {
  return run.seats - takenOf(bookings.filter((one) => one.structureId !== structureId));
}

/** What each structure that comes bears: the parts make the cost to the cent, by largest remainder; none when nobody comes. */
export function sharesOf(cost: Cents, split: Split, bookings: readonly Booking[]): Share[] {
  const coming = bookings.filter(({ seats }) => seats > 0);
  if (coming.length === 0) return [];
  const amounts = allocate(
    cost,
    coming.map(({ seats }) => (split === "seats" ? BigInt(seats) : 1n)),
  );
  return coming.map((booking, index) => ({ ...booking, amount: amounts[index] as Cents }));
}
