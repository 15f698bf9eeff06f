/** Invented figures of a cooperative that has no house here, by a seeded generator. */
import { type Cell, INDICATORS, type RawFigure } from "#modules/observatory/index.ts";

/** How the parts of an indicator weigh, the rest being what nobody noted. */
const SHARES: Readonly<Record<string, readonly number[]>> = {
  contract: [0.62, 0.38],
  associates: [0.3, 0.7],
  women: [0.53, 0.45],
  entries: [0.34, 0.06, 0.02, 0.05, 0.08, 0.04, 0.1, 0.2, 0.05, 0.03],
  exits: [0.34, 0.24, 0.06, 0.05, 0.22, 0.05, 0.02, 0.02],
  zone: [0.11, 0.16, 0.66],
  studyLevel: [0.16, 0.2, 0.58],
  trade: [0.07, 0.08, 0.02, 0.08, 0.12, 0.12, 0.06, 0.02, 0.04, 0.03, 0.16, 0.05, 0.11, 0.02],
};
/** Net euros that a trade name sells in a year, in the middle. */
const SOLD = 26_500;

/**
 * The figures of a year: so many persons, and what goes with them. `chance` gives numbers between 0 and 1; what a trade name
 * sells is multiplied by `price`.
 */
export function inventedFigures(persons: number, chance: () => number, price = 1): ReadonlyMap<string, RawFigure> {
  const near = (value: number, by = 0.15) => Math.max(0, Math.round(value * (1 - by + 2 * by * chance())));
  const present = Math.max(1, persons);
  const exits = near(present * 0.24);
  const accompanied = present + exits;
  const enseignes = near(present * 0.93);
  const totals: Readonly<Record<string, number>> = { present, accompanied, exits, entries: near(present * 0.28) };
  const cell = (category: string, value: number, weight = value): Cell => ({
    ...{ category, value: BigInt(value), weight: BigInt(weight) },
  });
  /** So many, for so many cents each, with as many trade names behind them: one effect of cooperation. */
  const effect = (base: string, share: number, cents: number) => {
    const number = near(enseignes * share, 0.4);
    return { [base]: cell("", number), [`${base}Amount`]: cell("", near(number * cents * price), number) };
  };
  const cooperation: Readonly<Record<string, Cell>> = {
    ...effect("jointQuotes", 0.07, 780_000),
    ...effect("invoicesBetween", 0.12, 94_000),
    ...effect("referrals", 0.3, 132_000),
    ...effect("sharedCustomers", 0.1, 410_000),
  };
  const figures = new Map<string, RawFigure>();
  for (const { key, base, categories } of INDICATORS) {
    const total = totals[base];
    if (total === undefined) {
      const other: Readonly<Record<string, Cell>> = {
        turnover: cell("", near(enseignes * SOLD * 100 * price), enseignes),
        enseignes: cell("", enseignes),
        accompaniment: cell("", near(accompanied * 11 * 60), accompanied),
        sites: cell("", 1 + Math.floor(present / 60), 0),
        ...cooperation,
      };
      figures.set(key, { total: other[key] ?? cell("", 0), cells: [] });
      continue;
    }
    let rest = total;
    const cells = categories.flatMap((category, rank) => {
      const isWhole = key === "contract" || key === "associates";
      const isLast = isWhole && rank === categories.length - 1;
      const part = isLast ? rest : Math.min(rest, near(total * (SHARES[key]?.[rank] ?? 0), 0.25));
      rest -= part;
      return part === 0 ? [] : [cell(category, part)];
    });
    figures.set(key, { total: cell("", total), cells });
  }
  return figures;
}
