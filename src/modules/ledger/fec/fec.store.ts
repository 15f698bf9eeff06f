/** The FEC of a fiscal year, streamed: the database writes the records, the application passes them on. */
import { sql } from "kysely";
import type { Day } from "#kernel/day.ts";
import type { ActivityId, OrganizationId } from "#kernel/id.ts";
import type { Cents } from "#kernel/money.ts";
import type { Tx } from "#platform/database/database.ts";
import type { FiscalYearId } from "../fiscal-year/fiscal-year.ts";
import { FEC_LINE_END, fecHeader, fecText } from "./fec-writer.ts";
import type { JournalEntry } from "./hledger-journal.ts";

/** Code and trade name of each activity: columns 19 and 20. Membership knows them; the caller hands them in. */
export type ActivityLabels = ReadonlyMap<ActivityId, { readonly code: string; readonly label: string }>;

/** Entries read at once: some megabytes of text at most, whatever the size of the year. */
const BATCH = 2_000n;

/**
 * The file, header first, in the order of EcritureNum; the same bytes as fec-writer.ts. Posted entries never change, so
 * batches read one after the other are one consistent file up to the last number known at the start.
 */
export async function* fecExport(
  tx: Tx,
  organizationId: OrganizationId,
  fiscalYearId: FiscalYearId,
  activities: ActivityLabels,
): AsyncGenerator<string> {
  yield fecHeader;
  const last = await lastNumber(tx, organizationId, fiscalYearId);
  const read = (from: bigint) => (from > last ? null : fecBatch(tx, organizationId, fiscalYearId, activities, from));
  // The database works on the next batch while this one is sent.
  let next = read(1n);
  try {
    for (let from = 1n; next !== null; from += BATCH) {
      const text: string = await next;
      next = read(from + BATCH);
      if (text !== "") yield text;
    }
  } finally {
    await next;
  }
}

async function fecBatch(
  tx: Tx,
  organizationId: OrganizationId,
  fiscalYearId: FiscalYearId,
  activities: ActivityLabels,
  from: bigint,
): Promise<string> {
  const ids = [...activities.keys()];
  const texts = [...activities.values()].map(({ code, label }) => `${fecText(code)}\t${fecText(label)}${FEC_LINE_END}`);
  const { rows } = await sql<{ text: string | null }>`
      with head as materialized (
        select e.organization_id, e.id, e.number,
               e.journal_code || E'\t' || j.label || E'\t' || e.number || E'\t' || to_char(e.entry_date, 'YYYYMMDD')
                 || E'\t' as opening,
               E'\t' || e.piece_ref || E'\t' || to_char(e.piece_date, 'YYYYMMDD') || E'\t' as piece,
               E'\t' || to_char(e.posted_on, 'YYYYMMDD') || E'\t\t\t' as ending
          from ledger.entry e
          join ledger.journal j on j.organization_id = e.organization_id and j.code = e.journal_code
         where e.organization_id = ${organizationId} and e.fiscal_year_id = ${fiscalYearId}
           and e.number >= ${from} and e.number < ${from + BATCH}
      ), account as materialized (
        select number, number || E'\t' || label || E'\t' as text from ledger.account where organization_id = ${organizationId}
      )
      select string_agg(
          h.opening || a.text || coalesce(l.auxiliary_code || E'\t' || l.auxiliary_label, E'\t') || h.piece || l.label || E'\t'
          || case when l.credit = 0
               then l.debit / 100 || ',' || right((100 + l.debit % 100)::text, 2) || E'\t0,00\t'
               else E'0,00\t' || l.credit / 100 || ',' || right((100 + l.credit % 100)::text, 2) || E'\t' end
          || case when r.letter is null then E'\t' else r.letter || E'\t' || to_char(r.reconciled_on, 'YYYYMMDD') end
          || h.ending || coalesce(n.text, E'\t\r\n'),
          '' order by h.number, l.line_number) as text
        from head h
        join ledger.entry_line l on l.organization_id = h.organization_id and l.entry_id = h.id
        join account a on a.number = l.account
        left join unnest(${ids}::uuid[], ${texts}::text[]) as n(id, text) on n.id = l.activity_id
        left join ledger.reconciliation_line r on r.organization_id = ${organizationId} and r.fiscal_year_id = ${fiscalYearId}
              and r.entry_number >= ${from} and r.entry_number < ${from + BATCH} and r.active
              and r.entry_id = l.entry_id and r.line_number = l.line_number`.execute(tx);
  return rows[0]?.text ?? "";
}

async function lastNumber(tx: Tx, organizationId: OrganizationId, fiscalYearId: FiscalYearId): Promise<bigint> {
  const { rows } = await sql<{ last: bigint }>`select last_number as last from ledger.chain
    where organization_id = ${organizationId} and fiscal_year_id = ${fiscalYearId}`.execute(tx);
  return rows[0]?.last ?? 0n;
}

/** Counts and totals for the description that goes with the file. */
export async function fecTotals(
  tx: Tx,
  organizationId: OrganizationId,
  fiscalYearId: FiscalYearId,
): Promise<{ entries: bigint; lines: bigint; debit: Cents; credit: Cents }> {
  const { rows } = await sql<{ entries: bigint; lines: bigint; debit: string; credit: string }>`
    select count(distinct e.id) as entries, count(*) as lines,
           coalesce(sum(l.debit), 0) as debit, coalesce(sum(l.credit), 0) as credit
      from ledger.entry e
      join ledger.entry_line l on l.organization_id = e.organization_id and l.entry_id = e.id
     where e.organization_id = ${organizationId} and e.fiscal_year_id = ${fiscalYearId} and e.posted`.execute(tx);
  const row = rows[0];
  return {
    entries: row?.entries ?? 0n,
    lines: row?.lines ?? 0n,
    debit: BigInt(row?.debit ?? 0) as Cents,
    credit: BigInt(row?.credit ?? 0) as Cents,
  };
}

/** The entries of a fiscal year in the order of their numbers, for a journal of plain text accounting. */
export async function* journalEntries(
  tx: Tx,
  organizationId: OrganizationId,
  fiscalYearId: FiscalYearId,
  activities: ActivityLabels,
): AsyncGenerator<JournalEntry> {
  const last = await lastNumber(tx, organizationId, fiscalYearId);
  for (let from = 1n; from <= last; from += BATCH) {
    const { rows } = await sql<EntryRow>`
      select e.number, e.entry_date as date, e.journal_code as "journalCode", e.label, e.piece_ref as "pieceRef",
             jsonb_agg(jsonb_build_object('account', l.account, 'activity', l.activity_id, 'label', l.label,
               'debit', l.debit::text, 'credit', l.credit::text) order by l.line_number) as lines
        from ledger.entry e
        join ledger.entry_line l on l.organization_id = e.organization_id and l.entry_id = e.id
       where e.organization_id = ${organizationId} and e.fiscal_year_id = ${fiscalYearId}
         and e.number >= ${from} and e.number < ${from + BATCH}
       group by e.organization_id, e.id order by e.number`.execute(tx);
    for (const row of rows) {
      yield {
        ...row,
        lines: row.lines.map((line) => ({
          account: line.account,
          activityCode: line.activity === null ? "" : (activities.get(line.activity)?.code ?? line.activity),
          label: line.label,
          debit: BigInt(line.debit) as Cents,
          credit: BigInt(line.credit) as Cents,
        })),
      };
    }
  }
}

type EntryRow = {
  number: bigint;
  date: Day;
  journalCode: string;
  label: string;
  pieceRef: string;
  lines: { account: string; activity: ActivityId | null; label: string; debit: string; credit: string }[];
};
