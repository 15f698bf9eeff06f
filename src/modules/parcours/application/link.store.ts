import { sql } from "kysely";
import type { Instant } from "#kernel/day.ts";
import type { OrganizationId } from "#kernel/id.ts";
import type { OpenContext } from "#platform/command.ts";
import type { Tx } from "#platform/database/database.ts";
import { findCandidate } from "../candidate/candidate.store.ts";
import type { Candidate } from "../candidate/candidate.ts";
import type { CandidateId } from "../tables.ts";
import { type CandidateLinkId, LINK_DAYS } from "./link.ts";

const DAY_MS = 86_400_000;

/** Makes a link for a candidate; those that ended are forgotten. */
export async function makeLink(
  { tx, organizationId, now, id }: OpenContext,
  candidateId: CandidateId,
): Promise<CandidateLinkId> {
  const linkId = id<"candidateLink">();
  const expiresAt = new Date(Date.parse(now) + LINK_DAYS * DAY_MS).toISOString();
  await sql`delete from parcours.candidate_link where organization_id = ${organizationId} and expires_at < ${now}`.execute(
    tx,
  );
  await sql`insert into parcours.candidate_link (organization_id, id, candidate_id, created_at, expires_at)
    values (${organizationId}, ${linkId}, ${candidateId}, ${now}, ${expiresAt})`.execute(tx);
  return linkId;
}

/** Whose link it is; the one whom they were merged into, if they were. Null when it ended or never was. */
export async function candidateBehind(
  tx: Tx,
  organizationId: OrganizationId,
  linkId: CandidateLinkId,
  now: Instant,
  locked = false,
): Promise<Candidate | null> {
  const { rows } = await sql<{ candidateId: CandidateId }>`
    select coalesce(c.merged_into, c.id) as "candidateId" from parcours.candidate_link l
      join parcours.candidate c on c.organization_id = l.organization_id and c.id = l.candidate_id
     where l.organization_id = ${organizationId} and l.id = ${linkId} and l.expires_at > ${now}`.execute(tx);
  const found = rows[0];
  return found === undefined ? null : findCandidate(tx, organizationId, found.candidateId, locked);
}
