import { z } from "zod";
import { isRefusal, type Refusal, refuse } from "#kernel/refusal.ts";
import { defineCommand } from "#platform/command.ts";
import { idText, oneOf } from "#platform/field.ts";
import { mayKeepBooks } from "../ledger.policy.ts";
import { listFiscalYears, lockChain, setPeriodStatus } from "./fiscal-year.store.ts";
import { changePeriod as decide, type PeriodStatus } from "./fiscal-year.ts";

/** Locks, reopens or closes a period. Closing writes its final balances. */
export const changePeriod = defineCommand({
  name: "ledger.period.change",
  input: z.object({
    fiscalYearId: idText<"fiscalYear">(),
    number: z.coerce.number("field.wholeNumber").int("field.wholeNumber").min(1, "field.other").max(25, "field.other"),
    action: oneOf(["lock", "unlock", "close"]),
  }),
  async run(context, { fiscalYearId, number, action }): Promise<{ status: PeriodStatus } | Refusal> {
    const { tx, organizationId, now } = context;
    if (!mayKeepBooks(context.actor, "changePeriod")) return refuse("forbidden", "fiscalYear.forbidden");
    const known = (await listFiscalYears(tx, organizationId)).some((year) => year.id === fiscalYearId);
    if (!known) return refuse("missing", "fiscalYear.unknown");
    // The lock that posting takes: nothing is posted between the decision and the commit.
    await lockChain(tx, organizationId, fiscalYearId);
    const years = await listFiscalYears(tx, organizationId);
    const year = years.find((candidate) => candidate.id === fiscalYearId);
    const period = year?.periods.find((candidate) => candidate.number === number);
    if (!year || !period) return refuse("missing", "fiscalYear.periodUnknown");
    const status = decide(years, year, number, action);
    if (isRefusal(status)) return status;
    await setPeriodStatus(tx, organizationId, fiscalYearId, period, status, now);
    context.audit({
      subjectKind: "ledger.fiscal_year",
      subjectId: fiscalYearId,
      details: { period: number, action },
    });
    return { status };
  },
});
