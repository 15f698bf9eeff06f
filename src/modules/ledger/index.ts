/** Front door of the ledger for pure code: what an entry is, how to shape one, how to balance it per activity. */
export { defaultAccounts } from "./account/default-accounts.ts";
export { journalCodes } from "./account/default-journals.ts";
export {
  type Auxiliary,
  checkShape,
  type DraftEntry,
  type DraftLine,
  type EntryId,
  type PostedEntry,
  reverseEntry,
  type Source,
} from "./entry/entry.ts";
export { balanceByLink } from "./entry/link.ts";
export { fecFileName } from "./fec/fec-line.ts";
export { countOf, type FecReport } from "./fec/fec-report.ts";
export { validateFec } from "./fec/fec-validator.ts";
export { describeFec } from "./fec/fec-writer.ts";
export { writeHledgerJournal } from "./fec/hledger-journal.ts";
export type { FiscalYear, FiscalYearId, Period, PeriodStatus } from "./fiscal-year/fiscal-year.ts";
export type { LineRef, ReconciliationId } from "./reconciliation/reconciliation.ts";
