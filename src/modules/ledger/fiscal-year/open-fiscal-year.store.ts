/** Opening a fiscal year, and what a new cooperative starts its books with. */

import type { Day } from "#kernel/day.ts";
import { onDay } from "#kernel/fact.ts";
import { isRefusal, refuse } from "#kernel/refusal.ts";
import type { CommandContext } from "#platform/command.ts";
import { saveAccounts, saveJournals } from "../account/account.store.ts";
import { defaultJournals } from "../account/default-journals.ts";
import { pcg2025 } from "../account/pcg-2025.ts";
import { insertFiscalYear, listFiscalYears } from "./fiscal-year.store.ts";
import {
  calendarYearOf,
  type FiscalYear,
  type FiscalYearRefusal,
  followingYear,
  type OpeningStatus,
  planFiscalYear,
} from "./fiscal-year.ts";

export type OpeningContext = Pick<CommandContext, "tx" | "organizationId" | "now" | "today" | "id">;

/**
 * Opens a fiscal year: the given days, or the twelve months after the last year. Number 1 of a year that follows another
 * is kept for its à-nouveaux. Refuses days that do not follow the last year.
 */
export async function openFiscalYear(
  context: OpeningContext,
  days: { start: Day; end: Day } | null = null,
  firstOpening: OpeningStatus = "none",
): Promise<FiscalYear | FiscalYearRefusal> {
  const { tx, organizationId, now } = context;
  const last = (await listFiscalYears(tx, organizationId)).at(-1);
  const { start, end } = days ?? (last ? followingYear(last) : calendarYearOf(context.today));
  if (last && start !== followingYear(last).start) {
    return refuse("conflict", "fiscalYear.notFollowing", { start: onDay(followingYear(last).start) }, "start");
  }
  const plan = planFiscalYear(start, end);
  if (isRefusal(plan)) return plan;
  const opening = last ? "expected" : firstOpening;
  const id = context.id<"fiscalYear">();
  await insertFiscalYear(tx, organizationId, id, plan, opening, now);
  return { id, opening, ...plan };
}

/**
 * The books of a new cooperative: PCG 2025, the usual journals, the calendar year of today (or the days given).
 * `opening: "expected"` keeps number 1 for opening balances that come later.
 */
export async function installDefaults(
  context: OpeningContext,
  options: { year?: { start: Day; end: Day }; opening?: OpeningStatus } = {},
): Promise<FiscalYear | FiscalYearRefusal> {
  await saveAccounts(context.tx, context.organizationId, pcg2025);
  await saveJournals(context.tx, context.organizationId, defaultJournals);
  return openFiscalYear(context, options.year ?? calendarYearOf(context.today), options.opening);
}
