/** Invoices by the million, written by SQL behind the application's back. */
import type pg from "pg";

export type BulkInvoices = {
  readonly organizationId: string;
  readonly year: number;
  readonly activities: readonly string[];
  readonly invoices: number;
  /** What comes before their rank in the number: two loads never share one. */
  readonly prefix: string;
};

export const INVOICE_TABLES = ["sales.customer", "sales.invoice", "sales.document_event"] as const;

const BATCH = 50_000;
const CUSTOMERS = 2_000;
/** As long as the frozen words of an invoice of two lines. */
const FROZEN = { version: 1, seller: "s".repeat(350), buyer: "b".repeat(150), lines: "l".repeat(300) };
const CONTENT = {
  mode: "ht",
  lines: [],
  discounts: [],
  deliveryDate: null,
  purchaseOrder: "",
  note: "",
  language: "fr",
};

/**
 * Invoices over the days of a year; nine in ten are issued, one in twenty is unpaid, one in a thousand waits for the support
 * team. Titles and customers are made of a few hundred words, so that a search finds few, many, or none.
 */
export async function writeInvoices(admin: pg.Client, bulk: BulkInvoices): Promise<void> {
  const { organizationId, year, activities, invoices, prefix } = bulk;
  await admin.query("set session_replication_role = replica");
  await admin.query("create temporary table bench_activity (rank integer primary key, id uuid)");
  await admin.query("insert into bench_activity select n - 1, id from unnest($1::uuid[]) with ordinality as u(id, n)", [
    activities,
  ]);
  await admin.query("create temporary table bench_customer (rank integer primary key, id uuid)");
  await admin.query("insert into bench_customer select n, uuidv7() from generate_series(0, $1::int - 1) n", [
    CUSTOMERS,
  ]);
  await admin.query("analyze bench_activity, bench_customer");
  await admin.query(
    `insert into sales.customer (organization_id, id, activity_id, kind, name, siren, email, street, postal_code, city, created_at)
      select $1::uuid, c.id, a.id, 'company', 'Client ' || substr(md5(c.rank::text), 1, 6) || ' ' || c.rank, '552081317',
             'client' || c.rank || '@bancs.example', '4 place du Marché', '69100', 'Villeurbanne', now()
        from bench_customer c join bench_activity a on a.rank = c.rank % $2::int`,
    [organizationId, activities.length],
  );
  for (let from = 0; from < invoices; from += BATCH) {
    await admin.query(
      `insert into sales.invoice (organization_id, id, activity_id, customer_id, kind, status, number, issue_date, due_date, title,
                                  content, net, tax, gross, due, settled, frozen, entry_id, created_by, created_at, updated_at, issued_at)
        select $1::uuid, uuidv7(), a.id, c.id, 'invoice', s.status, case when s.issued then $8::text || lpad(n::text, 8, '0') end,
               case when s.issued then d.day end, case when s.issued then d.day + 30 end,
               'Chantier ' || substr(md5((n % 300)::text), 1, 5) || ' lot ' || n,
               $6::jsonb, m.net, m.net / 5, m.net + m.net / 5, m.net + m.net / 5,
               case when s.issued and n % 20 <> 7 then m.net + m.net / 5 else 0 end,
               case when s.issued then $7::jsonb end, case when s.issued then a.id end, a.id, d.day, d.day, case when s.issued then d.day end
          from generate_series($4::int, $5::int) n
          join bench_activity a on a.rank = n % $3::int
          join bench_customer c on c.rank = n % ${CUSTOMERS}
          cross join lateral (select n % 10 <> 0 as issued,
            case when n % 10 <> 0 then 'issued' when n % 1000 = 0 then 'submitted' else 'draft' end as status) s
          cross join lateral (select make_date($2::int, 1, 1) + (n::bigint * 320 / $9::int)::int as day) d
          cross join lateral (select (1000 + n % 50000) * 100 as net) m`,
      [
        organizationId,
        year,
        activities.length,
        from,
        Math.min(invoices, from + BATCH) - 1,
        JSON.stringify(CONTENT),
        JSON.stringify(FROZEN),
        prefix,
        invoices,
      ],
    );
  }
  await admin.query("drop table bench_activity, bench_customer");
  await admin.query("set session_replication_role = origin");
}
