/** Published figures as lines of a file, each with its definition beside it. */
import { fill, type Language } from "#kernel/language.ts";
import { type Cents, roundDivide, toCents } from "#kernel/money.ts";
import type { Unit } from "../indicator/indicator.ts";
import { INDICATORS } from "../indicator/indicators.ts";
import { categoryText, wordsOf } from "./figure-text.ts";
import { en } from "./figures.en.ts";
import { fr } from "./figures.fr.ts";
import type { ShownFigures } from "./shown-figures.ts";

type Column = keyof typeof fr.file;
type Told = string | { readonly amount: Cents };
type Line = Readonly<Record<Column, Told>>;

/** Values in the unit they name: euros with cents, hours with two decimals. */
function plainValue(unit: Unit, value: bigint): Told {
  if (unit === "cents") return { amount: toCents(value) };
  if (unit === "minutes") return { amount: toCents(roundDivide(value * 100n, 60n)) };
  return String(value);
}

export function openDataLines(data: ShownFigures, language: Language): Line[] {
  const { units } = wordsOf(language);
  const { release, circle, circles, cells } = data;
  return INDICATORS.flatMap((indicator) => {
    const { label, definition, missing } = indicator.words[language];
    return cells
      .filter((cell) => cell.indicator === indicator.key)
      .map((cell) => ({
        year: release.period,
        edition: String(cell.carriedFrom ?? release.rank),
        circle: circles.find(({ value }) => value === circle)?.label ?? circle,
        indicator: indicator.key,
        label,
        category: cell.category === "" ? "" : categoryText(cell.category, language),
        value: plainValue(indicator.unit, cell.value),
        unit: units[indicator.unit],
        answers: String(cell.answers),
        definition,
        missing,
        version: String(indicator.version),
      }));
  });
}

export function openDataColumns(language: Language) {
  const { file } = language === "fr" ? fr : en;
  return (Object.keys(file) as Column[]).map((key) => ({ header: file[key], value: (row: Line) => row[key] }));
}

export const openDataName = ({ release }: ShownFigures): string =>
  fill("observatoire-{year}-edition-{rank}", { year: release.period, rank: String(release.rank) });
