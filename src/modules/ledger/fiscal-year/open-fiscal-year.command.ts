import { z } from "zod";
import { isRefusal, type Refusal, refuse } from "#kernel/refusal.ts";
import { defineCommand } from "#platform/command.ts";
import { optionalDay } from "#platform/field.ts";
import { mayKeepBooks } from "../ledger.policy.ts";
import { listFiscalYears } from "./fiscal-year.store.ts";
import { type FiscalYearId, followingYear } from "./fiscal-year.ts";
import { openFiscalYear } from "./open-fiscal-year.store.ts";

/** Opens the fiscal year that follows the last one. Number 1 waits for its à-nouveaux. */
export const openNextFiscalYear = defineCommand({
  name: "ledger.fiscalYear.open",
  input: z.object({
    /** null: twelve months. */
    end: optionalDay(),
  }),
  async run(context, { end }): Promise<{ fiscalYearId: FiscalYearId; code: string } | Refusal> {
    const { tx, organizationId } = context;
    if (!mayKeepBooks(context.actor, "openFiscalYear")) return refuse("forbidden", "fiscalYear.forbidden");
    const last = (await listFiscalYears(tx, organizationId)).at(-1);
    const days = last && end !== null ? { start: followingYear(last).start, end } : null;
    const opened = await openFiscalYear(context, days);
    if (isRefusal(opened)) return opened;
    context.audit({ subjectKind: "ledger.fiscal_year", subjectId: opened.id, details: { code: opened.code } });
    return { fiscalYearId: opened.id, code: opened.code };
  },
});
