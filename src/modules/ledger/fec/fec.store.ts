/** The FEC of a fiscal year, streamed: the database writes the records, the application passes them on. */
import { sql } from "kysely";
import type { Day } from "#kernel/day.ts";
import type { ActivityId, OrganizationId } from "#kernel/id.ts";
import type { Cents } from "#kernel/money.ts";
import { copyOut } from "#platform/database/copy-out.ts";
import type { Tx } from "#platform/database/database.ts";
import type { FiscalYearId } from "../fiscal-year/fiscal-year.ts";
import { FEC_LINE_END, fecHeader, fecText } from "./fec-writer.ts";
import type { JournalEntry } from "./hledger-journal.ts";

/** Code and trade name of each activity: columns 19 and 20. Membership knows them; the caller hands them in. */
export type ActivityLabels = ReadonlyMap<ActivityId, { readonly code: string; readonly label: string }>;

/** Entries of the journal for hledger read at once: some megabytes at most, whatever the size of the year. */
const BATCH = 2_000n;

const LINE_FEED = /\n/g;

/**
 * The file, header first, in the order of EcritureNum; the same bytes as fec-writer.ts. One statement, so one moment of the
 * books. The columns leave the database as COPY writes them: tabs between, nothing to escape (texts of the books hold
 * no tab, quote nor line end, and no column is an empty text), a line feed at the end, which becomes CR LF here.
 */
export async function* fecExport(
  tx: Tx,
  organizationId: OrganizationId,
  fiscalYearId: FiscalYearId,
  activities: ActivityLabels,
): AsyncGenerator<Buffer> {
  yield Buffer.from(fecHeader);
  const names = [...activities].map(([id, { code, label }]) => ({ id, code: fecText(code), label: fecText(label) }));
  for await (const bytes of copyOut(tx, records(organizationId, fiscalYearId, JSON.stringify(names)))) {
    yield Buffer.from(bytes.toString("latin1").replace(LINE_FEED, FEC_LINE_END), "latin1");
  }
}

/** A line has a debit or a credit, never both: one amount is written, the other is zero. */
const records = (organizationId: OrganizationId, fiscalYearId: FiscalYearId, names: string) => sql`
  copy (
    select x.journal_code, x.journal_label, x.number, x.entry_date, x.account, x.account_label, x.auxiliary_code,
           x.auxiliary_label, x.piece_ref, x.piece_date, x.label, case when x.is_debit then x.amount else '0,00' end,
           case when x.is_debit then '0,00' else x.amount end, x.letter, x.reconciled_on, x.posted_on, null, null,
           nullif(x.activity_code, ''), nullif(x.activity_label, '')
      from (
        select e.journal_code, j.label as journal_label, e.number, to_char(e.entry_date, 'YYYYMMDD') as entry_date,
               l.account, a.label as account_label, l.auxiliary_code, l.auxiliary_label, e.piece_ref,
               to_char(e.piece_date, 'YYYYMMDD') as piece_date, l.label, l.credit = 0 as is_debit,
               (l.debit + l.credit) / 100 || ',' || right((100 + (l.debit + l.credit) % 100)::text, 2) as amount,
               r.letter, to_char(r.reconciled_on, 'YYYYMMDD') as reconciled_on,
               to_char(e.posted_on, 'YYYYMMDD') as posted_on, n.code as activity_code, n.label as activity_label,
               l.line_number
          from ledger.entry_line l
          join ledger.entry e on e.organization_id = l.organization_id and e.id = l.entry_id
          join ledger.journal j on j.organization_id = e.organization_id and j.code = e.journal_code
          join ledger.account a on a.organization_id = l.organization_id and a.number = l.account
          left join jsonb_to_recordset(${names}::jsonb) as n(id uuid, code text, label text) on n.id = l.activity_id
          left join ledger.reconciliation_line r on r.organization_id = l.organization_id
                and r.fiscal_year_id = e.fiscal_year_id and r.active and r.entry_id = l.entry_id and r.line_number = l.line_number
         where l.organization_id = ${organizationId} and e.fiscal_year_id = ${fiscalYearId} and e.posted) x
     order by x.number, x.line_number
  ) to stdout (format csv, delimiter E'\\t')`;

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
