/** The books and parcours of a country of cooperatives: ten years of persons, contracts, sales and meetings, by SQL, from a seed. */
import type pg from "pg";
import { among, lot } from "./bulk-lots.ts";
import { KNOWN_TABLES, writeKnown } from "./bulk-network.ts";
import { SALES_TABLES, writeCustomers, writeSales } from "./bulk-sales.ts";

export const HOUSE_TABLES = [
  "membership.organization",
  "membership.site",
  "membership.person",
  "membership.activity",
  "membership.fact",
  "membership.holding",
  "ledger.entry",
  "ledger.entry_line",
  "accompaniment.appointment",
  "accompaniment.appointment_party",
  ...SALES_TABLES,
  ...KNOWN_TABLES,
] as const;

export type BulkHouse = {
  readonly organizationId: string;
  readonly siren: string;
  /** Among all houses that are written, and among those of its country. */
  readonly rank: number;
  readonly place: number;
  readonly size: number;
  /** Its sales have their documents: customers, quotes, bids and invoices. The others have their books alone. */
  readonly sells: boolean;
};

/** Persons who came since 2012 for each one present at the end of 2025: they stay four years in the middle. */
const CAME = 3.55;

/** What is noted of a person, since they came; empty: not noted. */
const NOTED: Readonly<Record<string, string>> = {
  sex: among(11, [...Array<string>(53).fill("woman"), ...Array<string>(45).fill("man"), "", ""]),
  zone: among(12, ["qpv", "zfrr", "zfrr", ...Array<string>(9).fill("none"), ""]),
  study_level: among(13, ["none", "level_3", "level_4", "level_4", "level_5", "level_6", "level_6", "level_7", ""]),
  trade_domain: among(14, ["a", "b", "b", "d", "e", "e", "f", "f", "g", "k", "k", "k", "l", "m", "m", "n", ""]),
  prescriber: among(15, [
    "france_travail",
    "france_travail",
    "chamber",
    "internet",
    "word_of_mouth",
    "word_of_mouth",
    "",
  ]),
};
const EXITS = [
  "own_company",
  "own_company",
  "former_situation",
  "associate_stays",
  "abandoned",
  "abandoned",
  "trial_broken",
];

/** `millions`: of euros sold in each year by so many cooperatives. */
export async function writeHouses(
  admin: pg.Client,
  houses: readonly BulkHouse[],
  years: readonly string[],
  millions: (year: string) => number,
): Promise<void> {
  await admin.query("set session_replication_role = replica");
  await admin.query(
    "create temporary table bench_house (id uuid, siren text, rank integer, place integer, size integer, sells boolean)",
  );
  await admin.query(
    `insert into bench_house
      select * from jsonb_to_recordset($1::jsonb) as r(id uuid, siren text, rank integer, place integer, size integer, sells boolean)`,
    [JSON.stringify(houses.map(({ organizationId, ...house }) => ({ id: organizationId, ...house })))],
  );
  await admin.query(
    `insert into membership.organization (organization_id, slug, legal_name, siren, siret, vat_number, created_at)
       select id, 'cae-' || rank || '-' || right(id::text, 12), 'CAE ' || place, siren, siren || '00011',
              'FR' || lpad(((12 + 3 * (siren::int % 97)) % 97)::text, 2, '0') || siren, date '2012-01-01' from bench_house;
     insert into membership.site (organization_id, id, name)
       select id, gen_random_uuid(), 'Site ' || n from bench_house, generate_series(1, 1 + size / 60) n;
     create temporary table bench_person as
       select *, since + 120 + (-1534 * ln(1 - ${lot(2)} * 0.999))::int as until from (
         select h.id as house, gen_random_uuid() as id, h.rank::bigint * 100000 + n as key,
                date '2012-01-01' + (((hashint8extended(h.rank::bigint * 100000 + n, 1) & 1048575) / 1048576.0) * 5112)::int as since
           from bench_house h, generate_series(1, ceil(h.size * ${CAME})::int) n) p;
     analyze bench_person;
     insert into membership.person (organization_id, id, first_name, last_name, email, created_at)
       select house, id, 'Personne', 'N' || key, 'p' || key || '@example.org', since from bench_person;
     insert into membership.activity (organization_id, id, code, name, opened_on)
       select house, id, 'A' || key, 'Enseigne ' || key, since from bench_person;`,
  );
  const held = (dimension: string, value: string, from: string, until: string, when: string) =>
    `insert into membership.holding (organization_id, person_id, dimension, starts_on, ends_on, value)
      select house, id, '${dimension}', ${from}, ${until}, value from (select *, ${value} as value from bench_person where ${when}) p
       where value <> ''`;
  for (const [dimension, value] of Object.entries(NOTED)) {
    await admin.query(held(dimension, value, "since", "'infinity'", "true"));
  }
  await admin.query(held("contract", "'cape'", "since", "least(until, since + 729)", "true"));
  await admin.query(held("contract", "'cesa'", "since + 730", "until", "until >= since + 730"));
  await admin.query(
    held("associate", "'true'", "since + 900", "'infinity'", `until > since + 900 and ${lot(16)} < 0.6`),
  );
  await admin.query(held("exit", among(17, EXITS), "until", "'infinity'", "until <= date '2025-12-31'"));
  await admin.query(
    `insert into membership.fact (organization_id, id, person_id, dimension, effect_on, until_on, value, recorded_at, reason)
      select h.organization_id, gen_random_uuid(), h.person_id, h.dimension, h.starts_on,
             case when h.ends_on < 'infinity' then h.ends_on end, to_jsonb(h.value), h.starts_on, ''
        from membership.holding h join bench_house b on b.id = h.organization_id`,
  );
  await writeCustomers(admin);
  for (const year of years) await writeYear(admin, year, Math.round(millions(year) * 100_000_000));
  await writeKnown(admin);
  await admin.query("drop table bench_house, bench_person, bench_customer");
  await admin.query("set session_replication_role = origin");
}

/** One invoice a quarter of whoever is there with its entry, and two meetings a year. */
async function writeYear(admin: pg.Client, year: string, cents: number): Promise<void> {
  await writeSales(admin, year, cents);
  await admin.query(
    `insert into ledger.entry (organization_id, id, fiscal_year_id, journal_code, entry_date, label, piece_ref, piece_date,
        source_kind, source_id, created_at, posted, number, position, posted_on, hash)
      select house, entry, md5(house || '${year}')::uuid, 'VE', day, label, piece, day, 'sales.invoice',
             invoice::text, day, true, number, number, day, '\\x00' from bench_sale;
    insert into ledger.entry_line (organization_id, entry_id, line_number, entry_date, opening, activity_id, account,
        auxiliary_code, auxiliary_label, label, debit, credit)
      select house, entry, v.rank, day, false, person, v.account, v.code, v.name, label,
             case when sale then v.debit else v.credit end, case when sale then v.credit else v.debit end
        from bench_sale cross join lateral (values
          (1, '411', 'C' || upper(right(customer::text, 8)), buyer, net + tax, 0), (2, '706', null, null, 0, net),
          (3, '44571', null, null, 0, tax)
        ) as v(rank, account, code, name, debit, credit);
    create temporary table bench_meeting as
      select house, id as person, gen_random_uuid() as meeting, day
        from bench_person, unnest(array[date '${year}-04-10', date '${year}-10-10']) day where day between since and until;
    insert into accompaniment.appointment (organization_id, id, status, starts_at, minutes, mode, nature, subject, place,
        created_at, created_by)
      select house, meeting, 'held', day + time '10:00', 90, 'onSite', 'interview', 'Point', '', day, person from bench_meeting;
    insert into accompaniment.appointment_party (organization_id, appointment_id, person_id, part, attendance)
      select house, meeting, person, 'person', 'present' from bench_meeting;
    drop table bench_sale, bench_meeting;`,
  );
}
