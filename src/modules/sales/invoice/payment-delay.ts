import { addDays, type Day, lastDayOf, monthOf } from "#kernel/day.ts";
import { onDay } from "#kernel/fact.ts";
import { refuse } from "#kernel/refusal.ts";
import type { InvoiceRefusal } from "./invoice.ts";

const endOfMonth = (day: Day): Day => lastDayOf(monthOf(day));

/**
 * The last day that two companies may agree on for an invoice of this day (C. com. L441-10): sixty days after it, or
 * forty-five days and the end of the month, in the reading that gives the longest.
 */
export function latestDueDay(issueDate: Day): Day {
  const days = [addDays(issueDate, 60), endOfMonth(addDays(issueDate, 45)), addDays(endOfMonth(issueDate), 45)];
  return days.sort().at(-1) as Day;
}

/** A French company pays within the delay of the law; an individual agrees on what they like. */
export function checkDelay(
  buyer: { readonly kind: "company" | "individual"; readonly country: string },
  issueDate: Day,
  dueDate: Day,
): InvoiceRefusal | null {
  const latest = latestDueDay(issueDate);
  if (buyer.kind !== "company" || buyer.country !== "FR" || dueDate <= latest) return null;
  return refuse("invalid", "invoice.dueTooLate", { latest: onDay(latest) }, "dueDate");
}
