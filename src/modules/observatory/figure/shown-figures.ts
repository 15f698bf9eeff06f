/** An edition as its pages show it: what was published, of one circle. */
import type { Day } from "#kernel/day.ts";

export type ShownCell = {
  readonly indicator: string;
  readonly category: string;
  readonly answers: number;
  readonly value: bigint;
  /** The edition it was reckoned for, when it is an earlier one. */
  readonly carriedFrom: number | null;
};

export type ShownFigures = {
  readonly network: string;
  readonly release: {
    readonly period: string;
    readonly rank: number;
    readonly answered: number;
    readonly expected: number;
    readonly releasedOn: Day;
  };
  readonly years: readonly string[];
  readonly circle: string;
  readonly circles: readonly { readonly value: string; readonly label: string }[];
  readonly cells: readonly ShownCell[];
  /** Totals of every year, the oldest first. */
  readonly series: readonly { readonly year: string; readonly indicator: string; readonly value: bigint }[];
};

export type ReadFigures = ShownFigures | { readonly network: string; readonly release: null };
