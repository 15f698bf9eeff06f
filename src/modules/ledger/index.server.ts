/** Front door of the ledger for commands and reads on the server. */
export { listAccounts, listJournals } from "./account/account.store.ts";
export {
  type ActivityMovement,
  type CustomerEvent,
  customerEvents,
  movementsOfActivities,
} from "./balance/activity-months.store.ts";
export {
  type AccountBalance,
  type BalanceQuery,
  balancesByAccount,
  balancesByActivity,
} from "./balance/balances.store.ts";
export { type MonthMovement, moneyByActivity, movementsByMonth } from "./balance/months.store.ts";
export { type ActivityTurnover, turnoverByActivity } from "./balance/turnover.store.ts";
export { findEntry, reverse, type StoredEntry } from "./entry/entry.store.ts";
export {
  type Posted,
  type PostingContext,
  type PreparedPosting,
  postEntry,
  preparePosting,
  refusePosting,
  refusePostingError,
} from "./entry/post-entry.store.ts";
export { postManualEntry } from "./entry/post-manual-entry.command.ts";
export { reverseManualEntry } from "./entry/reverse-entry.command.ts";
export { type LedgerFault, type LedgerVerdict, verifyLedger } from "./entry/verify.store.ts";
export { type ActivityLabels, fecExport, fecTotals, journalEntries } from "./fec/fec.store.ts";
export { changePeriod } from "./fiscal-year/change-period.command.ts";
export { closeFiscalYear } from "./fiscal-year/close-fiscal-year.command.ts";
export { fiscalYearOn, listFiscalYears } from "./fiscal-year/fiscal-year.store.ts";
export { openNextFiscalYear } from "./fiscal-year/open-fiscal-year.command.ts";
export { installDefaults, openFiscalYear } from "./fiscal-year/open-fiscal-year.store.ts";
export { reconcileLines } from "./reconciliation/reconcile.command.ts";
export { reconcileEntries, releaseEntries } from "./reconciliation/reconcile.store.ts";
