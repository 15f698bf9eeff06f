/** A multi-year agreement of objectives between structures of a network. Pure. */
import type { Day } from "#kernel/day.ts";
import type { Id } from "#kernel/id.ts";
import type { StructureId } from "#modules/network/index.ts";

export type ConventionId = Id<"convention">;

export type Party = { readonly structureId: StructureId; readonly name: string };

export type Convention = {
  readonly id: ConventionId;
  readonly title: string;
  /** "CPO 2026-03", as its parties name it. */
  readonly reference: string;
  readonly purpose: string;
  readonly startsOn: Day;
  readonly endsOn: Day;
  /** Who carries the funds in the name of all. */
  readonly leadId: StructureId;
  readonly leadName: string;
  /** Null as long as it is being written. */
  readonly signedOn: Day | null;
  readonly version: number;
};

export type Amendment = { readonly number: number; readonly agreedOn: Day; readonly body: string };

export const yearOf = (day: Day): number => Number(day.slice(0, 4));

/** The calendar years that a convention covers, in order. */
export function yearsOf({ startsOn, endsOn }: Pick<Convention, "startsOn" | "endsOn">): readonly number[] {
  const first = yearOf(startsOn);
  return Array.from({ length: yearOf(endsOn) - first + 1 }, (_, rank) => first + rank);
}

/** The year that a reader asks for among those covered; the current one, or the nearest, otherwise. */
export function yearToShow(years: readonly number[], asked: string | null, today: Day): number {
  const wanted = Number(asked);
  if (years.includes(wanted)) return wanted;
  const current = yearOf(today);
  return Math.min(Math.max(current, years[0] ?? current), years.at(-1) ?? current);
}
