import { sql } from "kysely";
import { z } from "zod";
import { onDay } from "#kernel/fact.ts";
import { type Cents, toCents } from "#kernel/money.ts";
import { isRefusal, type Refusal, refuse } from "#kernel/refusal.ts";
import { type CommandContext, defineCommand } from "#platform/command.ts";
import { idText } from "#platform/field.ts";
import { postEntry } from "../entry/post-entry.store.ts";
import { verifyLedger } from "../entry/verify.store.ts";
import { mayKeepBooks } from "../ledger.policy.ts";
import { listFiscalYears, lockChain, setPeriodStatus } from "./fiscal-year.store.ts";
import { type FiscalYear, type FiscalYearRefusal, isClosed } from "./fiscal-year.ts";
import { type ClosingBalance, openingEntry } from "./opening-entry.ts";

/**
 * Closes a fiscal year for ever: verifies its seals, closes its periods in order, and posts its balances per activity as
 * the à-nouveaux of the next year, under its first number. The result of each activity goes to 120 or 129.
 */
export const closeFiscalYear = defineCommand({
  name: "ledger.fiscalYear.close",
  input: z.object({ fiscalYearId: idText<"fiscalYear">() }),
  async run(context, { fiscalYearId }): Promise<{ openingNumber: string | null } | Refusal> {
    const { tx, organizationId, now } = context;
    if (!mayKeepBooks(context.actor, "closeFiscalYear")) return refuse("forbidden", "fiscalYear.forbidden");
    const known = (await listFiscalYears(tx, organizationId)).some((candidate) => candidate.id === fiscalYearId);
    if (!known) return refuse("missing", "fiscalYear.unknown");
    const head = await lockChain(tx, organizationId, fiscalYearId);
    const years = await listFiscalYears(tx, organizationId);
    const ready = checkClosing(context, years, fiscalYearId);
    if (isRefusal(ready)) return ready;
    const { year, next } = ready;
    const { faults } = await verifyLedger(tx, organizationId, year.id);
    if (faults[0]) {
      return refuse("conflict", "fiscalYear.chainBroken", { number: String(faults[0].number ?? "?"), year: year.code });
    }
    for (const period of year.periods) {
      if (period.status !== "closed") await setPeriodStatus(tx, organizationId, year.id, period, "closed", now);
    }
    const opening = openingEntry(year, next, await closingBalances(context, year), head.lastHash);
    const posted = opening === null ? null : await postEntry(context, opening);
    if (isRefusal(posted)) return posted;
    context.audit({
      subjectKind: "ledger.fiscal_year",
      subjectId: year.id,
      details: { closed: year.code, seal: head.lastHash, opening: posted?.entryId ?? null },
    });
    return { openingNumber: posted === null ? null : String(posted.number) };
  },
});

function checkClosing(
  context: CommandContext,
  years: readonly FiscalYear[],
  id: FiscalYear["id"],
): { year: FiscalYear; next: FiscalYear } | FiscalYearRefusal {
  const index = years.findIndex((year) => year.id === id);
  const [previous, year, next] = [years[index - 1], years[index], years[index + 1]];
  if (!year) return refuse("missing", "fiscalYear.unknown");
  if (isClosed(year)) return refuse("conflict", "fiscalYear.alreadyClosed", { year: year.code });
  if (context.today <= year.end) {
    return refuse("conflict", "fiscalYear.notEnded", { year: year.code, end: onDay(year.end) });
  }
  if (previous && !isClosed(previous)) {
    return refuse("conflict", "fiscalYear.earlierOpen", { end: onDay(previous.end) });
  }
  if (!previous && year.opening === "expected") {
    return refuse("conflict", "fiscalYear.openingMissing", { year: year.code });
  }
  if (!next) return refuse("conflict", "fiscalYear.nextMissing", { year: year.code });
  return { year, next };
}

async function closingBalances(context: CommandContext, year: FiscalYear): Promise<ClosingBalance[]> {
  const { rows } = await sql<{
    activityId: ClosingBalance["activityId"];
    account: string;
    code: string | null;
    label: string | null;
    balance: string;
  }>`
    select activity_id as "activityId", account, auxiliary_code as code, max(auxiliary_label) as label,
           sum(debit - credit) as balance
      from ledger.entry_line
     where organization_id = ${context.organizationId} and entry_date between ${year.start} and ${year.end}
     group by activity_id, account, auxiliary_code
     order by account, activity_id nulls first, auxiliary_code`.execute(context.tx);
  return rows.map((row) => ({
    activityId: row.activityId,
    account: row.account,
    auxiliary: row.code === null ? null : { code: row.code, label: row.label ?? row.code },
    balance: toCents(BigInt(row.balance)) as Cents,
  }));
}
