import { sql } from "kysely";
import type { Day } from "#kernel/day.ts";
import type { ActivityId, OrganizationId } from "#kernel/id.ts";
import type { Cents } from "#kernel/money.ts";
import type { Tx } from "#platform/database/database.ts";
import type { EntryId } from "../entry/entry.ts";
import type { LineScope } from "./scope.ts";

export type LedgerLine = {
  readonly entryId: EntryId;
  readonly number: bigint;
  readonly date: Day;
  readonly journalCode: string;
  readonly pieceRef: string;
  readonly account: string;
  readonly auxiliary: string | null;
  readonly activityId: ActivityId | null;
  readonly label: string;
  readonly debit: Cents;
  readonly credit: Cents;
  /** A line of à-nouveaux: it restates what the years before left. */
  readonly opening: boolean;
  /** Its letter (lettrage), null while it is open. */
  readonly letter: string | null;
};

function scopeCondition(scope: LineScope) {
  if (scope === "all") return sql`true`;
  if (scope === null) return sql`l.activity_id is null`;
  return sql`l.activity_id = any(${[...scope]}::uuid[])`;
}

export type LineQuery = {
  readonly organizationId: OrganizationId;
  readonly scope: LineScope;
  /** An account or the beginning of one; empty for all. */
  readonly account: string;
  readonly from: Day;
  readonly until: Day;
  readonly limit: number;
};

/** Lines of the general ledger by account, then date, then number. */
export async function ledgerLines(tx: Tx, query: LineQuery): Promise<LedgerLine[]> {
  const { rows } = await sql<LedgerLine>`
    select l.entry_id as "entryId", e.number, l.entry_date as date, e.journal_code as "journalCode",
           e.piece_ref as "pieceRef", l.account, l.auxiliary_label as auxiliary, l.activity_id as "activityId",
           l.label, l.debit, l.credit, l.opening, r.letter
      from ledger.entry_line l
      join ledger.entry e on e.organization_id = l.organization_id and e.id = l.entry_id and e.posted
      left join ledger.reconciliation_line r on r.organization_id = l.organization_id and r.entry_id = l.entry_id
       and r.line_number = l.line_number and r.active
     where l.organization_id = ${query.organizationId} and ${scopeCondition(query.scope)}
       and l.account like ${`${query.account}%`} and l.entry_date between ${query.from} and ${query.until}
     order by l.account, l.entry_date, e.fiscal_year_id, e.number, l.line_number
     limit ${query.limit}`.execute(tx);
  return rows;
}

export type JournalEntry = {
  readonly id: EntryId;
  readonly number: bigint;
  readonly date: Day;
  readonly journalCode: string;
  readonly pieceRef: string;
  readonly label: string;
  readonly amount: Cents;
};

/** Entries of a journal (all when empty), the latest first. Only those with a line in the scope; amounts of the scope. */
export async function journalEntries(tx: Tx, query: LineQuery & { readonly journal: string }): Promise<JournalEntry[]> {
  const { rows } = await sql<JournalEntry & { amount: string }>`
    select e.id, e.number, e.entry_date as date, e.journal_code as "journalCode", e.piece_ref as "pieceRef", e.label,
           t.amount
      from ledger.entry e
      join lateral (select sum(l.debit)::bigint as amount, count(*) as lines from ledger.entry_line l
             where l.organization_id = e.organization_id and l.entry_id = e.id and ${scopeCondition(query.scope)}) t on t.lines > 0
     where e.organization_id = ${query.organizationId} and e.posted
       and e.entry_date between ${query.from} and ${query.until}
       and (${query.journal} = '' or e.journal_code = ${query.journal})
     order by e.entry_date desc, e.number desc limit ${query.limit}`.execute(tx);
  return rows;
}
