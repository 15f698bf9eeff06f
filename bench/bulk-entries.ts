/** Entries by the hundred thousand, written by SQL behind the application's back: nothing but benchmarks does that. */
import type pg from "pg";

export type BulkEntries = {
  readonly organizationId: string;
  readonly fiscalYearId: string;
  readonly year: number;
  readonly lines: number;
  readonly activities: readonly string[];
  /** Entries that the year has already. */
  readonly after?: number;
};

/** An invoice of three lines, a receipt of two. */
const LINES_PER_PAIR = 5;
export const ENTRY_TABLES = [
  "ledger.entry",
  "ledger.entry_line",
  "ledger.reconciliation_line",
  "ledger.chain",
] as const;

const BATCH = 50_000;
/** Customers of each activity, in their auxiliaries. */
const CUSTOMERS = 40;

/**
 * Loads a great many rows: no wait for the disk, and the indexes of these tables are made once, after them. They are
 * told by the database itself, so they are those of the migrations.
 */
export async function inBulk(admin: pg.Client, tables: readonly string[], load: () => Promise<void>): Promise<void> {
  await admin.query("alter system set max_wal_size = '8GB'");
  await admin.query("select pg_reload_conf()");
  await admin.query("set synchronous_commit = off");
  const { rows } = await admin.query<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition from pg_index i
      where i.indrelid = any($1::regclass[]) and not i.indisprimary
        and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid)`,
    [tables],
  );
  for (const { name } of rows) await admin.query(`drop index ${name}`);
  await load();
  await admin.query("set maintenance_work_mem = '512MB'");
  for (const { definition } of rows) await admin.query(definition);
  // What autovacuum does within a minute in real life: statistics, and the map that lets an index answer alone.
  for (const table of tables) await admin.query(`vacuum (analyze) ${table}`);
  await admin.query("checkpoint");
}

/**
 * Sales and their payments: an invoice (customer 411, work 706, VAT 44571), then its receipt in bank, in turn, over the
 * days of a year; two sales in three are lettered with their payment. Seals are not computed: nobody verifies these books.
 */
export async function writeEntries(admin: pg.Client, bulk: BulkEntries): Promise<void> {
  const { organizationId, fiscalYearId, year, activities, after = 0 } = bulk;
  const pairs = Math.ceil(bulk.lines / LINES_PER_PAIR);
  // Foreign keys and guards are triggers of the owner: they would take longer than the benchmark, row by row.
  await admin.query("set session_replication_role = replica");
  await admin.query("create temporary table bench_activity (rank integer primary key, id uuid)");
  await admin.query("insert into bench_activity select n - 1, id from unnest($1::uuid[]) with ordinality as u(id, n)", [
    activities,
  ]);
  await admin.query("analyze bench_activity");
  for (let from = 0; from < pairs; from += BATCH) {
    const until = Math.min(pairs, from + BATCH) - 1;
    await admin.query(
      `with pair as (
          select n, a.id as activity, uuidv7() as sale, uuidv7() as receipt, 'C' || (n / $6::int) % $7::int as customer,
                 make_date($3::int, 1, 1) + (n::bigint * 320 / $8::int)::int as day, (1000 + n % 50000) * 100 as net
            from generate_series($4::int, $5::int) n join bench_activity a on a.rank = n % $6::int
        ), entries as (
          insert into ledger.entry (organization_id, id, fiscal_year_id, journal_code, entry_date, label, piece_ref, piece_date,
                                    source_kind, source_id, created_at, posted, number, position, posted_on, hash)
          select $1::uuid, v.id, $2::uuid, v.journal, v.day, v.label, v.piece, v.day, v.kind, n::text, now(), true, v.number, v.number, v.day, '\\x00'
            from pair cross join lateral (values
              (sale, 'VE', day, 'Facture F' || $3::int || '-' || lpad(n::text, 7, '0'), 'F' || $3::int || '-' || lpad(n::text, 7, '0'), 'sales.invoice', $9::int + 2 * n + 1),
              (receipt, 'BQ', day + 30, 'Règlement F' || $3::int || '-' || lpad(n::text, 7, '0'), 'VIR-' || lpad(n::text, 7, '0'), 'sales.payment', $9::int + 2 * n + 2)
            ) as v(id, journal, day, label, piece, kind, number)
        ), lines as (
          insert into ledger.entry_line (organization_id, entry_id, line_number, entry_date, opening, activity_id, account,
                                         auxiliary_code, auxiliary_label, label, debit, credit)
          select $1::uuid, v.entry, v.rank, v.day, false, activity, v.account, v.code, v.name, v.label, v.debit, v.credit
            from pair cross join lateral (values
              (sale, 1, day, '411', customer, 'Crèche Les Lutins ' || customer, 'Facture F' || $3::int || '-' || lpad(n::text, 7, '0'), net + net / 5, 0),
              (sale, 2, day, '706', null, null, 'Facture F' || $3::int || '-' || lpad(n::text, 7, '0'), 0, net),
              (sale, 3, day, '44571', null, null, 'TVA 20 % sur prestations', 0, net / 5),
              (receipt, 1, day + 30, '512', null, null, 'Règlement F' || $3::int || '-' || lpad(n::text, 7, '0'), net + net / 5, 0),
              (receipt, 2, day + 30, '411', customer, 'Crèche Les Lutins ' || customer, 'Règlement F' || $3::int || '-' || lpad(n::text, 7, '0'), 0, net + net / 5)
            ) as v(entry, rank, day, account, code, name, label, debit, credit)
        ), letters as (
          insert into ledger.reconciliation_line (organization_id, reconciliation_id, entry_id, line_number, letter, reconciled_on,
                                                  fiscal_year_id, entry_number)
          select $1::uuid, uuidv7(), v.entry, v.rank, 'AB' || chr(65 + n % 26), day + 30, $2::uuid, v.number
            from pair cross join lateral (values (sale, 1, $9::int + 2 * n + 1), (receipt, 2, $9::int + 2 * n + 2)) as v(entry, rank, number) where n % 3 < 2
        ) select 1`,
      [organizationId, fiscalYearId, year, from, until, activities.length, CUSTOMERS, pairs, after],
    );
  }
  await admin.query(
    "update ledger.chain set last_number = $3, last_position = $3 where organization_id = $1 and fiscal_year_id = $2",
    [organizationId, fiscalYearId, after + 2 * pairs],
  );
  await admin.query("drop table bench_activity");
  await admin.query("set session_replication_role = origin");
}
