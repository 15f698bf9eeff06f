/** Persons by the thousand with ten years of history, written by SQL behind the application's back. */
import type pg from "pg";

export const PEOPLE_TABLES = [
  "membership.person",
  "membership.fact",
  "membership.holding",
  "membership.known_holding",
  "membership.contract",
] as const;

export type BulkPeople = {
  readonly organizationId: string;
  readonly people: number;
  readonly followerId: string;
  /** Whom the follower follows: as many in a small cooperative as in a large one. */
  readonly followed: number;
};

/** Values that follow one another for a person, one every so many months since 2016. */
const DIMENSIONS: readonly (readonly [
  dimension: string,
  values: readonly string[],
  months: number,
  changes: number,
])[] = [
  ["sex", ["woman", "man"], 0, 1],
  ["zone", ["none", "none", "none", "qpv", "zfrr"], 40, 3],
  ["city", ["Brest", "Quimper", "Morlaix", "Landerneau", "Pleyben"], 40, 3],
  ["street", ["1 rue Haute", "2 rue Basse", "3 quai Neuf"], 40, 3],
  ["postal_code", ["29200", "29000", "29600"], 40, 3],
  ["situation", ["job_seeker_paid", "rsa", "employee", "part_time_employee", "other"], 20, 6],
  ["situation_entry", ["job_seeker_paid", "rsa", "job_seeker_unpaid"], 0, 1],
  ["study_level", ["level_3", "level_4", "level_5", "level_6"], 60, 2],
  ["prescriber", ["france_travail", "internet", "chamber"], 0, 1],
  ["trade_domain", ["a", "b", "f", "k"], 60, 2],
  ["rights_end", ["2018-01-31", "2021-06-30", "2024-12-31"], 40, 3],
  ["medical_visit_on", ["2017-05-02", "2020-05-04", "2023-05-03"], 40, 3],
];

/** A CAPE, its renewal, a CESA: whoever is even left after some years. A fact in ten was corrected since. */
export async function writePeople(admin: pg.Client, bulk: BulkPeople): Promise<void> {
  const { organizationId, people, followerId, followed } = bulk;
  await admin.query("set session_replication_role = replica");
  await admin.query(
    `create temporary table bench_person as
     select gen_random_uuid() as id, n, date '2016-01-04' + (n * 37 % 3000) as since from generate_series(1, $1::int) n`,
    [people],
  );
  await admin.query(
    `insert into membership.person (organization_id, id, first_name, last_name, email, follower_id, created_at)
     select $1, id, 'Personne', 'N' || lpad(n::text, 6, '0'), 'p' || n || '@example.org',
            case when n <= $3::int then $2::uuid end, since from bench_person`,
    [organizationId, followerId, followed],
  );
  const fact = `insert into membership.fact (organization_id, id, person_id, dimension, effect_on, until_on, value, recorded_at, reason, superseded_at)`;
  await admin.query(
    `${fact} select $1, gen_random_uuid(), id, 'birth_date', '1900-01-01', null,
        to_jsonb((date '1962-01-01' + (n * 131 % 15000))::text), since, '', null from bench_person`,
    [organizationId],
  );
  for (const [dimension, values, months, changes] of DIMENSIONS) {
    await admin.query(
      `${fact} select $1, gen_random_uuid(), p.id, $2, p.since + (c * $4 * interval '1 month')::interval, null,
          to_jsonb(($3::text[])[1 + (p.n * 7 + c * 3 + p.n / 11) % cardinality($3::text[])]), p.since + (c * $4 * interval '1 month'),
          '', case when (p.n + c) % 10 = 0 then p.since + (c * $4 * interval '1 month') + interval '40 days' end
        from bench_person p, generate_series(0, $5::int - 1) c`,
      [organizationId, dimension, values, months, changes],
    );
  }
  await admin.query(
    `create temporary table bench_contract as
     select gen_random_uuid() as id, p.id as person_id, k.kind, k.starts_on,
            case when k.kind = 'cesa' and p.n % 2 = 0 then k.starts_on + 900 else k.ends_on end as ends_on, p.since
       from bench_person p cross join lateral (values
         ('cape', p.since, p.since + 364), ('cape', p.since + 365, p.since + 540), ('cesa', p.since + 541, null::date)
       ) as k (kind, starts_on, ends_on)`,
  );
  await admin.query(
    `insert into membership.contract (organization_id, id, person_id, kind, starts_on, ends_on, recorded_at)
     select $1, id, person_id, kind, starts_on, ends_on, since from bench_contract`,
    [organizationId],
  );
  await admin.query(
    `${fact} select $1, gen_random_uuid(), person_id, 'contract', starts_on, ends_on, to_jsonb(kind), since, '', null
       from bench_contract`,
    [organizationId],
  );
  await admin.query(
    `with known as (
       insert into membership.known_holding
         (organization_id, person_id, dimension, starts_on, ends_on, value, known_from, known_until)
       select organization_id, person_id, dimension, starts_on, ends_on, value, known_from, known_until
         from membership.fact_span where organization_id = $1
       returning *)
     insert into membership.holding (organization_id, person_id, dimension, starts_on, ends_on, value)
     select organization_id, person_id, dimension, starts_on, ends_on, value from known where known_until = 'infinity'`,
    [organizationId],
  );
  await admin.query("drop table bench_person, bench_contract");
  await admin.query("set session_replication_role = origin");
}
