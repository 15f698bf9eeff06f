import type { PersonalTable } from "#kernel/personal-data.ts";

/** The books: ten years (C. com. L123-22), told by their own pages. */
export const ledgerPersonalData: readonly PersonalTable[] = [
  { table: "ledger.account", not: "books" },
  { table: "ledger.chain", not: "books" },
  { table: "ledger.entry", not: "books" },
  { table: "ledger.entry_document", not: "books" },
  { table: "ledger.entry_line", not: "books" },
  { table: "ledger.fiscal_year", not: "books" },
  { table: "ledger.journal", not: "books" },
  { table: "ledger.letter_series", not: "books" },
  { table: "ledger.period", not: "books" },
  { table: "ledger.period_balance", not: "books" },
  { table: "ledger.reconciliation", not: "books" },
  { table: "ledger.reconciliation_line", not: "books" },
];
