/** What the address of a list of quotes asks for: the same for the page and for its file. */

import { addMonths, type Day, firstDayOf, monthOf, parseDay, toDay, yearOf } from "#kernel/day.ts";
import type { QuoteStatus } from "./quote.ts";

/** The states that a list is filtered by. */
export const QUOTE_VIEWS: readonly QuoteStatus[] = [
  "draft",
  "submitted",
  "returned",
  "validated",
  "sent",
  "accepted",
  "declined",
  "expired",
];

export type QuoteFilters = {
  readonly status: QuoteStatus | null;
  readonly search: string;
  readonly from: Day | null;
  readonly until: Day | null;
};

/** ?etat=sent&periode=mois&q=… or ?du=2026-01-01&au=2026-03-31. What makes no sense is no filter. */
export function quoteFilters(parameters: URLSearchParams, today: Day): QuoteFilters {
  const status = QUOTE_VIEWS.find((one) => one === parameters.get("etat")) ?? null;
  const period: Readonly<Record<string, Day>> = {
    mois: firstDayOf(monthOf(today)),
    trimestre: addMonths(firstDayOf(monthOf(today)), -2),
    annee: toDay(`${yearOf(today)}-01-01`),
  };
  return {
    status,
    search: (parameters.get("q") ?? "").slice(0, 100),
    from: parseDay(parameters.get("du") ?? "") ?? period[parameters.get("periode") ?? ""] ?? null,
    until: parseDay(parameters.get("au") ?? ""),
  };
}
