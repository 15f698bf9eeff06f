/**
 * What held from which day to which, for everybody at once: pieces of queries that statistics put together, so that one query
 * counts persons by as many criteria as one likes.
 */
import { type RawBuilder, sql } from "kysely";
import { type Actor, hasGeneralRole, type SupportRole } from "#kernel/actor.ts";
import type { Day, Instant } from "#kernel/day.ts";
import type { OrganizationId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";
import { coveredBy } from "../person/reached-persons.store.ts";
import type { Dimension } from "./fact.ts";

/** A query that gives these columns: to be put after "from", in parentheses. */
export type RowsOf = RawBuilder<unknown>;

/**
 * (person_id, value, starts_on, ends_on) of a dimension, as known at a moment (null: now). `short`: its values are never long
 * texts, and an index holds them whole.
 */
export function heldSpans(
  organizationId: OrganizationId,
  dimension: Dimension,
  knownAt: Instant | null,
  short: boolean,
): RowsOf {
  const known = knownAt === null ? sql`` : sql`and known_from <= ${knownAt} and known_until > ${knownAt}`;
  return sql`select person_id, value, starts_on, ends_on
    from ${knownAt === null ? sql`membership.holding` : sql`membership.known_holding`}
    where organization_id = ${organizationId} and dimension = ${dimension} ${known}
      ${short ? sql`and length(value) <= 200` : sql``}`;
}

/** (person_id) of those whom these roles of the actor reach, gone ones included, known at a moment. */
export function personsWithin(actor: Actor, roles: readonly SupportRole[], knownAt: Instant | null): RowsOf {
  return sql`select p.id as person_id from membership.person p where p.organization_id = ${actor.organizationId}
    ${knownAt === null ? sql`and p.withdrawn_at is null` : sql`and p.created_at <= ${knownAt} and (p.withdrawn_at is null or p.withdrawn_at > ${knownAt})`}
    ${hasGeneralRole(actor, roles) ? sql`` : sql`and ${coveredBy(actor, roles)}`}`;
}

/** (person_id, activities): how many activities each person takes part in on a day. */
export function activitiesOn(organizationId: OrganizationId, on: Day): RowsOf {
  return sql`select person_id, count(distinct activity_id) as activities from membership.participation
    where organization_id = ${organizationId} and starts_on <= ${on} and (ends_on is null or ends_on >= ${on})
    group by person_id`;
}

/** The values that a dimension has or had, as known now, at most so many. */
export async function heldValues(tx: Tx, organizationId: OrganizationId, dimension: Dimension): Promise<string[]> {
  const { rows } = await sql<{ value: string }>`select distinct value from membership.holding
    where organization_id = ${organizationId} and dimension = ${dimension} and length(value) <= 200 and value <> ''
    order by value limit 500`.execute(tx);
  return rows.map(({ value }) => value);
}

/** The last moment of a day of the cooperative's calendar: what was known then is known "on" that day. */
export async function lastMomentOf(tx: Tx, day: Day, timeZone: string): Promise<Instant> {
  const { rows } = await sql<{ at: Instant }>`select
    ((${day}::date + 1)::timestamp at time zone ${timeZone}) - interval '1 millisecond' as at`.execute(tx);
  const [row] = rows;
  if (row === undefined) throw new Error("the database gave no moment");
  return row.at;
}
