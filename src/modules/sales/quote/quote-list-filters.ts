/** What the address of a list of quotes asks for: the same for the page and for its file. */

import type { Day } from "#kernel/day.ts";
import { type ActivityId, parseId } from "#kernel/id.ts";
import { type ListPeriod, listPeriod } from "../document/list-period.ts";
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

export type QuoteFilters = ListPeriod & {
  readonly status: QuoteStatus | null;
  readonly search: string;
  readonly activityId: ActivityId | null;
};

/** ?etat=sent&periode=mois&q=… What makes no sense is no filter. */
export function quoteFilters(parameters: URLSearchParams, today: Day): QuoteFilters {
  return {
    status: QUOTE_VIEWS.find((one) => one === parameters.get("etat")) ?? null,
    search: (parameters.get("q") ?? "").slice(0, 100),
    activityId: parseId<"activity">(parameters.get("activite")) as ActivityId | null,
    ...listPeriod(parameters, today),
  };
}
