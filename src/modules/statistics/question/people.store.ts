import { type RawBuilder, sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import type { Day } from "#kernel/day.ts";
import type { PersonId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";
import { spansOf } from "./criterion-set.store.ts";
import type { Asked } from "./evaluate.ts";
import { bornFor } from "./period.ts";
import { AGE_BANDS, type Group } from "./question.ts";
import { personSet } from "./question-set.store.ts";
import { kindOf, type SubjectKey } from "./subject.ts";

/** How many persons a question selects, in one query. */
export async function countPeople(tx: Tx, actor: Actor, who: Group, asked: Asked): Promise<number> {
  const { rows } = await sql<{ people: number }>`
    select count(*)::int as people from (${personSet(actor, who, asked)}) chosen`.execute(tx);
  return rows[0]?.people ?? 0;
}

export type Counted = {
  readonly personId: PersonId;
  readonly firstName: string;
  readonly lastName: string;
  readonly contract: string | null;
  readonly since: Day | null;
  readonly site: string | null;
  readonly follower: string | null;
};

/** The persons themselves, by name, with their contract, place and follower on the last day of the period. */
export async function listPeople(
  tx: Tx,
  actor: Actor,
  who: Group,
  asked: Asked,
  page: { readonly limit: number; readonly offset: number } | null,
): Promise<Counted[]> {
  const state = (dimension: string) =>
    sql`(select person_id, value, starts_on from (${spansOf(
      actor.organizationId,
      dimension,
      asked,
    )}) s where starts_on <= ${asked.to} and ends_on >= ${asked.to} and value <> '')`;
  const { rows } = await sql<Counted>`
    with chosen as (
      select p.id, p.first_name, p.last_name from (${personSet(actor, who, asked)}) c
        join membership.person p on p.organization_id = ${actor.organizationId} and p.id = c.person_id
       order by p.last_name collate "fr-x-icu", p.first_name collate "fr-x-icu", p.id
       ${page === null ? sql`` : sql`limit ${page.limit} offset ${page.offset}`})
    select c.id as "personId", c.first_name as "firstName", c.last_name as "lastName", k.value as contract,
           k.starts_on as since, s.value as site, f.value as follower
      from chosen c
      left join ${state("contract")} k on k.person_id = c.id
      left join ${state("site")} s on s.person_id = c.id
      left join ${state("follower")} f on f.person_id = c.id
     order by c.last_name collate "fr-x-icu", c.first_name collate "fr-x-icu", c.id`.execute(tx);
  return rows;
}

export type Cell = { readonly row: string; readonly column: string; readonly people: number };

/** The persons of a question spread over one or two axes, as they are on the last day of the period. "": not filled in. */
export async function spreadPeople(
  tx: Tx,
  actor: Actor,
  who: Group,
  asked: Asked,
  axes: { readonly rows: SubjectKey | null; readonly columns: SubjectKey | null },
): Promise<Cell[]> {
  const axis = (subject: SubjectKey | null, name: string) => {
    if (subject === null) return { value: sql`''`, join: sql`` };
    const spans = spansOf(actor.organizationId, subject === "age" ? "birth_date" : subject, asked);
    const join = sql`left join (select person_id, ${shown(subject, asked.to)} as value from (${spans}) s
      where starts_on <= ${asked.to} and ends_on >= ${asked.to}) ${sql.ref(name)} on ${sql.ref(`${name}.person_id`)} = chosen.person_id`;
    return { value: sql`coalesce(${sql.ref(`${name}.value`)}, '')`, join };
  };
  const rows = axis(axes.rows, "r");
  const columns = axis(axes.columns, "k");
  const key = (subject: SubjectKey | null, value: RawBuilder<unknown>) =>
    subject !== null && kindOf(subject) === "text" ? sql`unaccent(lower(${value}))` : value;
  const { rows: cells } = await sql<Cell>`
    select min(line) as row, min(col) as column, count(*)::int as people from (
      select ${rows.value} as line, ${columns.value} as col
        from (${personSet(actor, who, asked)}) chosen ${rows.join} ${columns.join}) spread
     group by ${key(axes.rows, sql`line`)}, ${key(axes.columns, sql`col`)}`.execute(tx);
  return cells;
}

/** What a line is named by: days by their year, ages by band; a yes or nothing. */
function shown(subject: SubjectKey, on: Day): RawBuilder<unknown> {
  if (subject === "age") {
    const bands = AGE_BANDS.map((band) => {
      const [least = 0, most = 0] = band.split("-").map(Number);
      const { after, until } = bornFor(on, least, most);
      return sql`when value > ${after} and value <= ${until} then ${band}::text`;
    });
    return sql`case when value = '' then '' ${sql.join(bands, sql` `)} else '' end`;
  }
  const kind = kindOf(subject);
  if (kind === "day") return sql`left(value, 4)`;
  return kind === "yes" ? sql`case when value = 'true' then value else '' end` : sql`value`;
}
