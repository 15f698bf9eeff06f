import { sql } from "kysely";
import { canonicalJson, type Json } from "#kernel/canonical-json.ts";
import type { Instant } from "#kernel/day.ts";
import type { OrganizationId, PersonId } from "#kernel/id.ts";
import type { Tx } from "./database/database.ts";
import { newId } from "./id.ts";

/** What was done to what: one row of the trace, never a person's name. */
export type AuditFact = {
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly details?: Record<string, Json>;
};

/** Who a trace names: a person of the cooperative, or the door that nobody in particular came through. */
export type Author = { readonly userId: string; readonly personId: PersonId | null };

/** Writes what was done and asks for what follows, within the act itself. */
export async function writeTrace(
  tx: Tx,
  organizationId: OrganizationId,
  author: Author,
  action: string,
  facts: readonly AuditFact[],
  events: readonly { event: string; payload: Record<string, Json> }[],
  now: Instant,
): Promise<void> {
  const audit = facts.map((fact) => ({
    organization_id: organizationId,
    id: newId(now),
    at: now,
    user_id: author.userId,
    person_id: author.personId,
    action,
    subject_kind: fact.subjectKind,
    subject_id: fact.subjectId,
    details: fact.details ?? {},
  }));
  const outbox = events.map(({ event, payload }) => ({
    organization_id: organizationId,
    id: newId(now),
    event,
    payload,
    at: now,
    next_attempt_at: now,
  }));
  // One statement for both: each round trip counts while locks are held.
  await sql`with traced as (
      insert into platform.audit select * from jsonb_populate_recordset(null::platform.audit, ${canonicalJson(audit)}::jsonb)
    )
    insert into platform.outbox (organization_id, id, event, payload, at, next_attempt_at)
    select organization_id, id, event, payload, at, next_attempt_at
      from jsonb_populate_recordset(null::platform.outbox, ${canonicalJson(outbox)}::jsonb)`.execute(tx);
}
