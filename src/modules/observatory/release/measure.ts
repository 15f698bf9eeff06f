/** What a cooperative is compared on: a figure divided by another, so that small and large ones stand side by side. */
import type { Language } from "#kernel/language.ts";
import { roundDivide } from "#kernel/money.ts";
import type { Line } from "../adhesion/aggregate.ts";
import { FEWEST_PEERS, POOLED } from "../indicator/indicator.ts";

type Part = { readonly indicator: string; readonly categories: readonly string[] };

export type Measure = {
  readonly key: string;
  readonly words: Readonly<Record<Language, string>>;
  /** "percent": of the whole; else an amount for each. */
  readonly unit: "percent" | "cents" | "minutes" | "count";
  readonly part: Part;
  /** Null: the figure itself. */
  readonly whole: Part | null;
};

const total = (indicator: string): Part => ({ indicator, categories: [""] });
const of = (indicator: string, ...categories: string[]): Part => ({ indicator, categories });

export const MEASURES: readonly Measure[] = [
  {
    key: "present",
    words: { fr: "Personnes accompagnées au dernier jour", en: "Persons accompanied on the last day" },
    unit: "count",
    part: total("present"),
    whole: null,
  },
  {
    key: "women",
    words: { fr: "Part des femmes", en: "Share of women" },
    unit: "percent",
    part: of("women", "woman"),
    whole: of("women", "woman", "notWoman"),
  },
  {
    key: "cesa",
    words: { fr: "Part des entrepreneurs salariés", en: "Share of salaried entrepreneurs" },
    unit: "percent",
    part: of("contract", "cesa"),
    whole: of("contract", "cesa", "cape"),
  },
  {
    key: "associates",
    words: { fr: "Part des associés", en: "Share of associates" },
    unit: "percent",
    part: of("associates", "associate"),
    whole: of("associates", "associate", "notAssociate"),
  },
  {
    key: "turnover",
    words: { fr: "Chiffre d’affaires par enseigne", en: "Turnover of each trade name" },
    unit: "cents",
    part: total("turnover"),
    whole: total("enseignes"),
  },
  {
    key: "entries",
    words: { fr: "Entrées pour cent personnes accompagnées", en: "Entries for a hundred persons accompanied" },
    unit: "percent",
    part: total("entries"),
    whole: total("accompanied"),
  },
  {
    key: "exits",
    words: { fr: "Sorties pour cent personnes accompagnées", en: "Exits for a hundred persons accompanied" },
    unit: "percent",
    part: total("exits"),
    whole: total("accompanied"),
  },
  {
    key: "accompaniment",
    words: { fr: "Temps d’accompagnement par personne", en: "Time of accompaniment for each person" },
    unit: "minutes",
    part: total("accompaniment"),
    whole: total("accompanied"),
  },
];

/** In thousandths; null when a part of it was not told, or when there is nobody to divide by. */
export function measured({ part, whole }: Measure, lines: readonly Line[]): bigint | null {
  const sum = ({ indicator, categories }: Part): bigint | null => {
    const own = lines.filter((line) => line.indicator === indicator);
    const told = (name: string) => own.find(({ category }) => category === name);
    // A category of nobody may be a few who are in the pool: what is reckoned without them would be another figure.
    const isPooled = (told(POOLED)?.weight ?? 0n) > 0n;
    const found = categories.map(told);
    if (found.some((line) => line === undefined || (isPooled && line.weight === 0n))) return null;
    return found.reduce((all, line) => all + (line?.value ?? 0n), 0n);
  };
  const value = sum(part);
  if (value === null) return null;
  if (whole === null) return value * 1000n;
  const divided = sum(whole);
  return divided === null || divided <= 0n ? null : roundDivide(value * 1000n, divided);
}

export type Spread = { readonly answers: number; readonly low: bigint; readonly middle: bigint; readonly high: bigint };

/**
 * The quartiles of at least eight cooperatives, each between the two values around it: nobody's figure is told as it is,
 * and three digits are kept.
 */
export function spreadOf(values: readonly bigint[]): Spread | null {
  if (values.length < FEWEST_PEERS) return null;
  const sorted = [...values].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const at = (quarter: bigint): bigint => {
    const place = quarter * BigInt(sorted.length - 1);
    const [below, rest] = [Number(place / 4n), place % 4n];
    const [low, high] = [sorted[below] ?? 0n, sorted[Math.min(below + 1, sorted.length - 1)] ?? 0n];
    // On a value itself: half of its two neighbours, so that it is not anybody's.
    if (rest === 0n) return rounded(roundDivide((sorted[below - 1] ?? low) + high, 2n));
    return rounded(low + roundDivide((high - low) * rest, 4n));
  };
  return { answers: sorted.length, low: at(1n), middle: at(2n), high: at(3n) };
}

function rounded(value: bigint): bigint {
  const size = String(value < 0n ? -value : value).length;
  const unit = 10n ** BigInt(Math.max(0, size - 3));
  return roundDivide(value, unit) * unit;
}
