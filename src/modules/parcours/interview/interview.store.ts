import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import type { OrganizationId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";
import { mayReadNotes } from "../candidate/candidate.policy.ts";
import type { CandidateId, InterviewId } from "../tables.ts";
import type { Interview } from "./interview.ts";

type Row = Interview & { readonly candidateId: CandidateId };

const COLUMNS = sql`i.id as "interviewId", i.candidate_id as "candidateId", i.held_on as "heldOn",
  i.starts_at as "startsAt", i.person_id as "personId", i.status, i.notes, i.privacy, i.next_step as "nextStep",
  i.written_by as "writtenBy", i.written_at as "writtenAt"`;

/** The interviews of a candidate, the latest first; null stands for notes that the actor does not read. */
export async function interviewsOf(
  tx: Tx,
  actor: Actor,
  candidateId: CandidateId,
): Promise<(Omit<Interview, "notes"> & { readonly notes: string | null })[]> {
  const { rows } = await sql<Row>`select ${COLUMNS} from parcours.interview i
    where i.organization_id = ${actor.organizationId} and i.candidate_id = ${candidateId}
    order by i.held_on desc, i.starts_at desc, i.id desc`.execute(tx);
  return rows.map((row) => (mayReadNotes(actor, row) ? row : { ...row, notes: null, nextStep: "" }));
}

/** An interview, locked; null when there is none. */
export async function lockInterview(tx: Tx, organizationId: OrganizationId, id: InterviewId): Promise<Row | null> {
  const { rows } = await sql<Row>`select ${COLUMNS} from parcours.interview i
    where i.organization_id = ${organizationId} and i.id = ${id} for update`.execute(tx);
  return rows[0] ?? null;
}
