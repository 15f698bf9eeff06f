/** How figures are said: with their unit, a circle by its name, a category by its word. */
import type { Quantity } from "#kernel/decimal.ts";
import type { Language } from "#kernel/language.ts";
import { roundDivide, toCents } from "#kernel/money.ts";
import { toRate } from "#kernel/rate.ts";
import { count, eur, NBSP, percent, quantity } from "#ui/format.ts";
import { kindOf, nameOf } from "../adhesion/circle.ts";
import type { Indicator, Unit } from "../indicator/indicator.ts";
import { en } from "../observatory.en.ts";
import { fr } from "../observatory.fr.ts";
import type { Measure } from "../release/measure.ts";

export const wordsOf = (language: Language) => (language === "fr" ? fr : en);

export function valueText(unit: Unit, value: bigint, language: Language): string {
  if (unit === "cents") return eur(toCents(value), language);
  if (unit === "minutes") return `${count(roundDivide(value, 60n), language)}${NBSP}h`;
  return count(value, language);
}

export const categoryText = (category: string, language: Language): string => {
  const words: Readonly<Record<string, string>> = wordsOf(language).categories;
  return words[category] ?? category;
};

/** A circle by its name; a network by what the directory calls it. */
export function circleText(circle: string, names: ReadonlyMap<string, string>, language: Language): string {
  const { circles, ...words } = wordsOf(language);
  const kind = kindOf(circle);
  const name = nameOf(circle);
  if (kind === "all") return circles.all;
  if (kind === "network") return names.get(name) ?? circles.network;
  const of: Readonly<Record<string, string>> =
    kind === "size" ? words.sizes : kind === "region" ? words.regions : words.trades;
  return of[name] ?? name;
}

/** A measure in thousandths of its unit. */
export function measureText(unit: Measure["unit"], value: bigint, language: Language): string {
  if (unit === "percent") return percent(toRate(Number(value) * 10), language);
  if (unit === "cents") return eur(toCents(roundDivide(value, 1000n)), language);
  if (unit === "minutes") return `${decimal(roundDivide(value, 60n), language)}${NBSP}h`;
  return decimal(value, language);
}

/** With one decimal at most. */
const decimal = (thousandths: bigint, language: Language) =>
  quantity((roundDivide(thousandths, 100n) * 1000n) as Quantity, language);

/** What a total counts and when, after its number: "personnes au 31 décembre". */
export function whoText({ unit, on: day }: Indicator, language: Language): string {
  const { units, on } = wordsOf(language);
  // Amounts and hours carry their unit.
  return unit === "cents" || unit === "minutes" ? on[day] : `${units[unit]} ${on[day]}`;
}

export const labelOf = (indicator: Indicator, language: Language) => indicator.words[language].label;
