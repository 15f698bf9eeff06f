/** What the address of a list of invoices asks for: the same for the page and for its file. */

import type { Day } from "#kernel/day.ts";
import { type ActivityId, parseId } from "#kernel/id.ts";
import { type ListPeriod, listPeriod } from "../document/list-period.ts";

export const INVOICE_VIEWS = [
  "all",
  "draft",
  "submitted",
  "returned",
  "issued",
  "unpaid",
  "late",
  "credit_note",
] as const;
export type InvoiceView = (typeof INVOICE_VIEWS)[number];

export type InvoiceFilters = ListPeriod & {
  readonly view: InvoiceView;
  readonly search: string;
  readonly activityId: ActivityId | null;
};

/** ?etat=late&periode=mois&activite=…&q=… What makes no sense is no filter. */
export function invoiceFilters(parameters: URLSearchParams, today: Day): InvoiceFilters {
  return {
    view: INVOICE_VIEWS.find((one) => one === parameters.get("etat")) ?? "all",
    search: (parameters.get("q") ?? "").slice(0, 100),
    activityId: parseId<"activity">(parameters.get("activite")) as ActivityId | null,
    ...listPeriod(parameters, today),
  };
}
