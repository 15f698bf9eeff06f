/** SQL of the search among persons and activities: few rows, within what the reader sees. */

import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import type { ActivityId, PersonId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";
import { seenBy } from "./person/person.store.ts";

function like(text: string): string {
  return `%${text.replace(/[\\%_]/g, (character) => `\\${character}`)}%`;
}

export type FoundPerson = { readonly personId: PersonId; readonly name: string; readonly email: string };

/** Persons by name or address, among those that the actor's support roles cover. */
export async function findPersonsLike(tx: Tx, actor: Actor, text: string, limit: number): Promise<FoundPerson[]> {
  if (actor.grants.length === 0) return [];
  const { rows } = await sql<FoundPerson>`
    select p.id as "personId", p.first_name || ' ' || p.last_name as name, p.email from membership.person p
     where p.organization_id = ${actor.organizationId} and p.archived_at is null and ${seenBy(actor)}
       and (unaccent(p.first_name || ' ' || p.last_name) ilike unaccent(${like(text)}) or p.email ilike ${like(text)})
     order by p.last_name collate "fr-x-icu", p.first_name collate "fr-x-icu", p.id limit ${limit}`.execute(tx);
  return rows;
}

export type FoundActivity = {
  readonly activityId: ActivityId;
  readonly name: string;
  readonly code: string;
  readonly trade: string;
};

/** Activities by name, code or trade, among those given. */
export async function findActivitiesLike(
  tx: Tx,
  actor: Actor,
  visible: "all" | ReadonlySet<ActivityId>,
  text: string,
  limit: number,
): Promise<FoundActivity[]> {
  const { rows } = await sql<FoundActivity>`
    select a.id as "activityId", a.name, a.code, a.trade from membership.activity a
     where a.organization_id = ${actor.organizationId}
       and (${visible === "all"} or a.id = any(${visible === "all" ? [] : [...visible]}::uuid[]))
       and (unaccent(a.name) ilike unaccent(${like(text)}) or a.code ilike ${like(text)}
         or unaccent(a.trade) ilike unaccent(${like(text)}))
     order by a.name collate "fr-x-icu", a.id limit ${limit}`.execute(tx);
  return rows;
}
