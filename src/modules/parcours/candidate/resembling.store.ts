import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { bySureness, phoneDigits, type Similarity, similarities } from "#modules/membership/index.ts";
import type { Tx } from "#platform/database/database.ts";
import { mayCandidate } from "./candidate.policy.ts";
import type { Application, Candidate } from "./candidate.ts";

export type ResemblingCandidate = Application &
  Pick<Candidate, "candidateId" | "status" | "followerId" | "createdAt"> & { readonly reasons: readonly Similarity[] };

/** As for persons: what resembles is brought, and compared exactly. */
const NAME_LIKENESS = 0.3;

/** Other candidates within the actor's reach who may be this one, the surest first. */
export async function resemblingCandidates(tx: Tx, actor: Actor, one: Candidate): Promise<ResemblingCandidate[]> {
  const digits = phoneDigits(one.phone);
  const name = `${one.firstName} ${one.lastName}`;
  const { rows } = await sql<Omit<ResemblingCandidate, "reasons">>`
    select c.id as "candidateId", c.status, c.follower_id as "followerId", c.created_at as "createdAt",
           c.first_name as "firstName", c.last_name as "lastName", c.email, c.phone, c.birth_date as "birthDate",
           c.postal_code as "postalCode", c.city, c.trade, c.project, c.situation, c.prescriber, c.heard, c.availability,
           c.message
      from parcours.candidate c
     where c.organization_id = ${actor.organizationId} and c.id <> ${one.candidateId} and c.merged_into is null
       and c.erased_at is null
       and ((${one.email} <> '' and lower(c.email) = lower(${one.email}))
         or (${digits} <> '' and right(regexp_replace(c.phone, '\\D', '', 'g'), 9) = ${digits})
         or similarity(unaccent(lower(c.first_name || ' ' || c.last_name)), unaccent(lower(${name}))) > ${NAME_LIKENESS}::real)
     limit 200`.execute(tx);
  return rows
    .filter((row) => mayCandidate(actor, row) === null)
    .map((row) => ({ ...row, reasons: similarities(one, row) }))
    .filter(({ reasons }) => reasons.length > 0)
    .sort((a, b) => bySureness(a.reasons, b.reasons))
    .slice(0, 10);
}
