/** Customers and sales of a country of cooperatives, by SQL, from a seed: what the effects of cooperation are counted from. */
import type pg from "pg";
import { inventedSiren } from "../src/demo/invented-number.ts";
import { among, lot } from "./bulk-lots.ts";
import { QUOTE_TABLES, writeQuotes } from "./bulk-quotes.ts";

export const SALES_TABLES = ["sales.customer", "sales.series", "sales.invoice", ...QUOTE_TABLES] as const;

/** Ranks of invented SIREN: those of cooperatives come first, then companies. */
const COMPANIES_FROM = 20_000;
const COMPANIES = 60_000;
/** Companies that several activities of a house may sell to have ranks of their own. */
const REGULARS = 400;

const FIRST_NAMES = ["Annick", "Yann", "Monique", "Soizic", "Erwan", "Nolwenn", "Karim", "Aude", "Loïc", "Fatou"];
const SURNAMES = ["Le Bihan", "Cariou", "Morvan", "Diallo", "Martin", "Kerbrat", "Petit", "Lopez", "Guyader", "Roux"];
const SHOPS = ["Garage", "Crèche", "Menuiserie", "Librairie", "Ferme", "Cabinet", "École", "Atelier", "Théâtre"];
const array = (values: readonly string[]) => `(array['${values.join("','")}'])`;
const TOWN = [among(35, ["29200", "35000", "69100", "33000"]), among(35, ["Brest", "Rennes", "Lyon", "Bordeaux"])];

/**
 * Two to five customers of each activity: three in a hundred are another cooperative, one in seven a company that other
 * activities of the house sell to as well, one in three a private person. Eight in a hundred were recommended.
 */
export async function writeCustomers(admin: pg.Client): Promise<void> {
  await admin.query("create temporary table bench_siren (rank integer primary key, siren text)");
  await admin.query("insert into bench_siren select n - 1, s from unnest($1::text[]) with ordinality as u(s, n)", [
    Array.from({ length: COMPANIES_FROM + COMPANIES }, (_, rank) => inventedSiren(rank)),
  ]);
  await admin.query(
    `alter table bench_person add column customers integer;
     update bench_person set customers = 2 + floor(${lot(30)} * 4)::int;
     analyze bench_siren, bench_person;
     create temporary table bench_customer as
       select c.*, s.siren, case c.who
                when 'cooperative' then 'CAE ' || c.rank
                when 'individual' then ${array(FIRST_NAMES)}[1 + c.rank % 10] || ' ' || ${array(SURNAMES)}[1 + c.rank / 10 % 10]
                else ${array(SHOPS)}[1 + c.rank % 9] || ' ' || ${array(SURNAMES)}[1 + c.rank / 9 % 10] end as name
         from (
           select house, person, id, key, n, since, sells, who, case who
                    when 'cooperative' then (place + 1 + floor(${lot(32)} * least(houses - 1, 40))::int) % houses
                    when 'regular' then ${COMPANIES_FROM} + (place * ${REGULARS} + floor(${lot(33)} * (5 + size / 10))::int) % ${COMPANIES}
                    when 'company' then ${COMPANIES_FROM} + ((place + 1) * ${REGULARS} + row_number() over (partition by house order by key))::int % ${COMPANIES}
                    else floor(${lot(34)} * 100)::int end as rank
             from (
               select *, case when ${lot(31)} < 0.03 and houses > 1 then 'cooperative' when ${lot(31)} < 0.17 then 'regular'
                              when ${lot(31)} < 0.66 then 'company' else 'individual' end as who
                 from (select p.house, p.id as person, uuidv7() as id, p.key * 8 + n as key, n, p.since, h.place, h.size, h.sells,
                              (select count(*)::int from bench_house) as houses
                         from bench_person p join bench_house h on h.id = p.house, generate_series(0, p.customers - 1) n) c) c) c
         left join bench_siren s on s.rank = c.rank and c.who <> 'individual';
     create index on bench_customer (person, n);
     analyze bench_customer;
     insert into sales.customer (organization_id, id, activity_id, kind, name, siren, email, street, postal_code, city, created_at, referred_by)
       select house, id, person, case who when 'individual' then who else 'company' end, name, siren, 'c' || key || '@example.org',
              floor(${lot(37)} * 90 + 1) || ' rue Haute', ${TOWN[0]}, ${TOWN[1]}, since,
              case when ${lot(38)} < 0.06 then 'activity' when ${lot(38)} < 0.08 then 'cooperative' else '' end
         from bench_customer where sells;
     drop table bench_siren;`,
  );
}

/**
 * The sales of a year, in the table bench_sale until their entries are written: one invoice a quarter of whoever is there, in
 * proportion so that all of them make that many cents; one in eighty is taken back by a credit note, whole or by half.
 * Numbers have no gap and follow the days. Lines are as short as lines can be, and what was frozen says what is claimed only.
 */
export async function writeSales(admin: pg.Client, year: string, cents: number): Promise<void> {
  const quarter = `extract(doy from day)::bigint + ${year}`;
  await admin.query(
    `create temporary table bench_sale as
       select p.house, p.id as person, p.key, day, h.sells, true as sale, uuidv7() as invoice, uuidv7() as entry,
              null::uuid as credited, null::uuid as quote, null::text as answer, 0::bigint as net, 0::bigint as tax,
              c.id as customer, c.name as buyer, c.siren, 1.0 as part,
              row_number() over (partition by p.house, day order by p.key) as turn,
              (0.2 + 1.6 * (hashint8extended(p.key, 18) & 1048575) / 1048576.0)
                * (0.7 + 0.6 * ((hashint8extended(p.key, ${quarter}) & 1023) / 1024.0)) as weight
         from generate_series(date '${year}-03-15', date '${year}-12-15', interval '3 months') q
        cross join lateral (select q::date as day) d
         join bench_person p on day between p.since and p.until
         join bench_house h on h.id = p.house
         join bench_customer c on c.person = p.id and c.n = (hashint8extended(p.key, 5000000 + ${quarter}) & 1048575) % p.customers;
     insert into bench_sale (house, person, key, day, sells, sale, invoice, entry, credited, net, tax, customer, buyer, siren, part, weight)
       select house, person, key, day + 20, sells, false, uuidv7(), uuidv7(), invoice, 0, 0, customer, buyer, siren, taken, -weight * taken
         from bench_sale, lateral (select case when ${lot(41)} < 0.5 then 0.5 else 1.0 end as taken) p
        where day < date '${year}-12-01' and ${lot(`40 + ${quarter}`)} < 0.0167;
     update bench_sale s set net = (greatest(50, (abs(weight) / part * ${cents} / whole / 2)::bigint) * 2 * part)::bigint
       from (select sum(weight) as whole from bench_sale) w;
     update bench_sale set tax = net / 5;
     alter table bench_sale add column number bigint, add column piece text, add column label text;
     update bench_sale b set number = n.number, piece = 'F${year}-' || lpad(n.number::text, 5, '0'),
            label = case when sale then 'Facture' else 'Avoir' end || ' F${year}-' || lpad(n.number::text, 5, '0')
       from (select invoice, row_number() over (partition by house order by day, key, sale desc) as number from bench_sale) n
      where n.invoice = b.invoice;
     analyze bench_sale;`,
  );
  await writeQuotes(admin, year);
  const item = (name: string, price: string) =>
    `{"name":"${name}","quantity":"10000","unitPrice":"' || ${price} || '0000"}`;
  await admin.query(
    `insert into sales.invoice (organization_id, id, activity_id, customer_id, quote_id, kind, credited_invoice_id, status, number,
         issue_date, due_date, title, content, net, tax, gross, due, settled, frozen, entry_id, created_by, created_at, updated_at, issued_at)
       select house, invoice, person, customer, case when answer = 'accepted' then quote end,
              case when sale then 'invoice' else 'credit_note' end, credited, 'issued', piece, day, day + 30, 'Travail de ' || to_char(day, 'MM/YYYY'),
              ('{"mode":"ht","lines":[' || case when key % 3 = 0
                then '${item("Préparation", "net / 4")},${item("Réalisation", "(net - net / 4)")}'
                else '${item("Prestation", "net")}' end || ']}')::jsonb,
              net, tax, net + tax, net + tax, case when '${year}' = '2025' and key % 25 = 0 and sale then 0 else net + tax end,
              ('{"claim":[{"vat":{"category":"S","rate":2000},"net":"' || net || '","tax":"' || tax || '"}]}')::jsonb,
              entry, person, day, day, day
         from bench_sale where sells;
     insert into sales.series (organization_id, key, next_number, last_issue_date)
       select house, 'invoice:${year}', max(number) + 1, max(day) from bench_sale where sells group by house;`,
  );
}

/** What the invoices of the houses that sell say of ten years, what their books say, and how many tenders they answered together. */
export async function salesAndBooks(
  admin: pg.Client,
  houses: readonly { readonly organizationId: string; readonly sells: boolean }[],
) {
  const { rows } = await admin.query<{ invoices: string; booked: string; tenders: string }>(
    `select (select sum(case kind when 'credit_note' then -net else net end) from sales.invoice
              where organization_id = any ($1) and status = 'issued')::text as invoices,
            (select sum(credit - debit) from ledger.entry_line where organization_id = any ($1) and account = '706')::text as booked,
            (select count(*) from bid.bid where organization_id = any ($1))::text as tenders`,
    [houses.flatMap(({ sells, organizationId }) => (sells ? [organizationId] : []))],
  );
  return rows[0] ?? { invoices: "", booked: "none", tenders: "" };
}
