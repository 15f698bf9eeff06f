import { sql } from "kysely";
import type { Day, Instant } from "#kernel/day.ts";
import type { Id, OrganizationId, PersonId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";
import { PERSON_CATEGORIES, type PersonCategory } from "../retention/retention.ts";

export type HeldOf = {
  readonly name: string;
  readonly erased: boolean;
  readonly leftOn: Day | null;
  readonly held: readonly PersonCategory[];
};

/** What is left of somebody, and since when they are gone; null for nobody. */
export async function heldOf(
  tx: Tx,
  organizationId: OrganizationId,
  personId: PersonId,
  today: Day,
): Promise<HeldOf | null> {
  const { rows } = await sql<HeldOf>`
    select p.first_name || ' ' || p.last_name as name, p.erased_at is not null as erased,
           privacy.left_on(p.id, ${today}::date) as "leftOn",
           array(select c from unnest(${[...PERSON_CATEGORIES]}::text[]) c
                  where c in (select h.category from privacy.held(array[p.id], ${today}::date) h)) as held
      from membership.person p where p.organization_id = ${organizationId} and p.id = ${personId}`.execute(tx);
  return rows[0] ?? null;
}

export type Outcome = "done" | "withdrawn" | "kept";

export type ErasureRequest = {
  readonly requestId: Id<"erasureRequest">;
  readonly personId: PersonId;
  readonly name: string;
  readonly askedOn: Day;
  readonly outcome: Outcome | null;
  /** Why all is kept, to whoever is still there. */
  readonly answer: string;
  readonly closedAt: Instant | null;
};

/** The requests of one person or of all, those that wait first. */
export async function requestsOf(
  tx: Tx,
  organizationId: OrganizationId,
  personId: PersonId | null,
): Promise<ErasureRequest[]> {
  const { rows } = await sql<ErasureRequest>`
    select r.id as "requestId", r.person_id as "personId", p.first_name || ' ' || p.last_name as name,
           r.asked_on as "askedOn", r.outcome, r.answer, r.closed_at as "closedAt"
      from privacy.erasure_request r
      join membership.person p on p.organization_id = r.organization_id and p.id = r.person_id
     where r.organization_id = ${organizationId} and (${personId}::uuid is null or r.person_id = ${personId})
     order by r.outcome is not null, r.asked_on, r.id limit 500`.execute(tx);
  return rows;
}

/** How many requests wait for an answer. */
export async function openRequests(tx: Tx, organizationId: OrganizationId): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::integer as n from privacy.erasure_request
    where organization_id = ${organizationId} and outcome is null`.execute(tx);
  return rows[0]?.n ?? 0;
}

/** Closes what waits; false when nothing does. */
export async function closeRequest(
  tx: Tx,
  organizationId: OrganizationId,
  personId: PersonId,
  outcome: Outcome,
  by: PersonId,
  at: Instant,
  answer = "",
): Promise<boolean> {
  const closed =
    await sql`update privacy.erasure_request set outcome = ${outcome}, answer = ${answer}, closed_at = ${at}, closed_by = ${by}
    where organization_id = ${organizationId} and person_id = ${personId} and outcome is null`.execute(tx);
  return closed.numAffectedRows === 1n;
}
