import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import type { PersonId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";
import { seenBy } from "./person.store.ts";
import { bySureness, type Identifying, phoneDigits, type Similarity, similarities } from "./similar.ts";

export type ResemblingPerson = {
  readonly personId: PersonId;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly phone: string;
  readonly archived: boolean;
  readonly reasons: readonly Similarity[];
};

/** Below it, names that share a typo at most are never found: the exact comparison comes after. */
const NAME_LIKENESS = 0.3;

/** The persons within the actor's reach who may be this one, archived ones included, the surest first. */
export async function resemblingPersons(tx: Tx, actor: Actor, one: Identifying): Promise<ResemblingPerson[]> {
  const name = `${one.firstName} ${one.lastName}`;
  const digits = phoneDigits(one.phone);
  const { rows } = await sql<Omit<ResemblingPerson, "reasons">>`
    select p.id as "personId", p.first_name as "firstName", p.last_name as "lastName", p.email, p.phone,
           p.archived_at is not null as archived
      from membership.person p
     where p.organization_id = ${actor.organizationId} and p.withdrawn_at is null and ${seenBy(actor)}
       and ((${one.email} <> '' and lower(p.email) = lower(${one.email}))
         or (${digits} <> '' and right(regexp_replace(p.phone, '\\D', '', 'g'), 9) = ${digits})
         or similarity(unaccent(lower(p.first_name || ' ' || p.last_name)), unaccent(lower(${name}))) > ${NAME_LIKENESS}::real)
     limit 200`.execute(tx);
  return rows
    .map((row) => ({ ...row, reasons: similarities(one, row) }))
    .filter(({ reasons }) => reasons.length > 0)
    .sort((a, b) => bySureness(a.reasons, b.reasons))
    .slice(0, 10);
}
