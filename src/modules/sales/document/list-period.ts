/** The days that a list of documents is limited to, as its address says: the same for quotes and invoices. */
import { addMonths, type Day, firstDayOf, monthOf, parseDay, toDay, yearOf } from "#kernel/day.ts";

export const LIST_PERIODS = ["mois", "trimestre", "annee"] as const;

export type ListPeriod = { readonly from: Day | null; readonly until: Day | null };

/** `?periode=mois` (this month, the last three, this year), or `?du=2026-01-01&au=2026-03-31`. What makes no sense is no limit. */
export function listPeriod(parameters: URLSearchParams, today: Day): ListPeriod {
  const starts: Readonly<Record<(typeof LIST_PERIODS)[number], Day>> = {
    mois: firstDayOf(monthOf(today)),
    trimestre: addMonths(firstDayOf(monthOf(today)), -2),
    annee: toDay(`${yearOf(today)}-01-01`),
  };
  const period = LIST_PERIODS.find((one) => one === parameters.get("periode"));
  return {
    from: parseDay(parameters.get("du") ?? "") ?? (period === undefined ? null : starts[period]),
    until: parseDay(parameters.get("au") ?? ""),
  };
}
