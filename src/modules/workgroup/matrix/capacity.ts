/** What a structure needs or offers of a function, and which need meets which offer. Pure. */
import type { Day } from "#kernel/day.ts";
import type { Id } from "#kernel/id.ts";
import type { StructureId } from "#modules/network/index.ts";

export const SIDES = ["need", "offer"] as const;
export type Side = (typeof SIDES)[number];
export const UNITS = ["days", "fte"] as const;
export type Unit = (typeof UNITS)[number];

export const ENCOUNTER_STATES = ["discussed", "agreed", "dropped"] as const;
export type EncounterState = (typeof ENCOUNTER_STATES)[number];

export type SharedFunction = { readonly id: Id<"sharedFunction">; readonly title: string };

export type Capacity = {
  readonly id: Id<"capacity">;
  readonly structureId: StructureId;
  readonly structureName: string;
  readonly functionId: SharedFunction["id"];
  /** Also of a function that is not proposed any more. */
  readonly functionTitle: string;
  readonly side: Side;
  /** Hundredths of a day a month, or of a full-time job. */
  readonly quantity: number;
  readonly unit: Unit;
  readonly startsOn: Day;
  readonly endsOn: Day | null;
  readonly note: string;
};

export type Match = {
  readonly need: Capacity;
  readonly offer: Capacity;
  readonly from: Day;
  readonly to: Day | null;
  /** What both have, in hundredths: the smaller of the two. */
  readonly common: number;
  /** True when the offer answers the whole need. */
  readonly whole: boolean;
};

/** A need and an offer meet: same function, same unit, two structures, days in common that are not all past. */
export function meet(need: Capacity, offer: Capacity, today: Day): Match | null {
  if (need.side !== "need" || offer.side !== "offer") return null;
  if (need.functionId !== offer.functionId || need.unit !== offer.unit) return null;
  if (need.structureId === offer.structureId) return null;
  const [, from = need.startsOn] = [need.startsOn, offer.startsOn].sort();
  const ends = [need.endsOn, offer.endsOn].filter((end) => end !== null).sort();
  const to = ends[0] ?? null;
  if (to !== null && (to < from || to < today)) return null;
  const common = Math.min(need.quantity, offer.quantity);
  return { need, offer, from, to, common, whole: offer.quantity >= need.quantity };
}

/** Every pair that meets: those that answer the whole need first, then the largest. */
export function matchesOf(capacities: readonly Capacity[], today: Day): Match[] {
  const offers = capacities.filter(({ side }) => side === "offer");
  return capacities
    .filter(({ side }) => side === "need")
    .flatMap((need) => offers.map((offer) => meet(need, offer, today)).filter((match) => match !== null))
    .sort((a, b) => Number(b.whole) - Number(a.whole) || b.common - a.common || (a.from < b.from ? -1 : 1));
}

/** "2,5" or "2.5" as hundredths; null when it is not a positive number of two decimals at most. */
export function readHundredths(text: string): number | null {
  const found = /^(\d{1,3})(?:[.,](\d{1,2}))?$/.exec(text.trim());
  if (found === null) return null;
  const value = Number(found[1]) * 100 + Number((found[2] ?? "").padEnd(2, "0"));
  return value > 0 ? value : null;
}
