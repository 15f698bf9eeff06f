/** Row types of the PostgreSQL schema "ledger". Nobody else imports this file. */
import type { Generated } from "kysely";
import type { Day } from "#kernel/day.ts";
import type { ActivityId, Id, OrganizationId, PersonId } from "#kernel/id.ts";
import type { AccountStatus } from "./account/account.ts";
import type { EntryId } from "./entry/entry.ts";
import type { FiscalYearId, OpeningStatus, PeriodStatus } from "./fiscal-year/fiscal-year.ts";

export type LedgerTables = {
  "ledger.account": {
    organization_id: OrganizationId;
    number: string;
    label: string;
    status: Generated<AccountStatus>;
  };
  "ledger.journal": { organization_id: OrganizationId; code: string; label: string };
  "ledger.fiscal_year": {
    organization_id: OrganizationId;
    id: FiscalYearId;
    code: string;
    starts_on: Day;
    ends_on: Day;
    created_at: string;
  };
  "ledger.period": {
    organization_id: OrganizationId;
    fiscal_year_id: FiscalYearId;
    number: number;
    starts_on: Day;
    ends_on: Day;
    status: Generated<PeriodStatus>;
    changed_at: string;
  };
  "ledger.chain": {
    organization_id: OrganizationId;
    fiscal_year_id: FiscalYearId;
    last_number: Generated<bigint>;
    last_position: Generated<bigint>;
    last_hash: Generated<Buffer>;
    last_posted_on: Day | null;
    opening: OpeningStatus;
  };
  "ledger.entry": {
    organization_id: OrganizationId;
    id: EntryId;
    fiscal_year_id: FiscalYearId;
    journal_code: string;
    entry_date: Day;
    label: string;
    piece_ref: string;
    piece_date: Day;
    source_kind: string;
    source_id: string;
    created_at: string;
    created_by: PersonId | null;
    posted: Generated<boolean>;
    number: bigint;
    position: bigint;
    posted_on: Day;
    hash: Buffer;
  };
  "ledger.entry_line": {
    organization_id: OrganizationId;
    entry_id: EntryId;
    line_number: number;
    entry_date: Day;
    opening: boolean;
    activity_id: ActivityId | null;
    account: string;
    auxiliary_code: string | null;
    auxiliary_label: string | null;
    label: string;
    debit: bigint;
    credit: bigint;
    due_date: Day | null;
  };
  "ledger.period_balance": {
    organization_id: OrganizationId;
    fiscal_year_id: FiscalYearId;
    period_number: number;
    rank: number;
    activity_id: ActivityId | null;
    account: string;
    opening: boolean;
    debit: bigint;
    credit: bigint;
  };
  "ledger.reconciliation": {
    organization_id: OrganizationId;
    id: Id<"reconciliation">;
    account: string;
    auxiliary_code: string;
    letter: string;
    reconciled_on: Day;
    created_at: string;
    created_by: PersonId | null;
    undone_at: string | null;
    undone_by: PersonId | null;
  };
  "ledger.reconciliation_line": {
    organization_id: OrganizationId;
    reconciliation_id: Id<"reconciliation">;
    entry_id: EntryId;
    line_number: number;
    active: Generated<boolean>;
    letter: string;
    reconciled_on: Day;
    fiscal_year_id: FiscalYearId | null;
    entry_number: bigint;
  };
  "ledger.letter_series": {
    organization_id: OrganizationId;
    account: string;
    auxiliary_code: string;
    last_rank: number;
  };
};
