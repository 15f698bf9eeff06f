import { sql } from "kysely";
import type { Id, PersonId } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import type { CommandContext } from "#platform/command.ts";
import type { PersonRefusalCode } from "./person.fr.ts";
import { mayAddPerson } from "./person.policy.ts";

/** What is asked apart, since rows that count no more stay in them. */
const ASKED_APART = ["membership.fact", "membership.holding", "membership.contract"];

/**
 * Takes back somebody who was added by mistake, and of whom nothing counts any more: no fact, no contract, no role, no
 * access, no row of any module. They stay archived, found by nothing that counts or compares persons.
 */
export async function withdrawPerson(
  { tx, organizationId, actor, now, audit }: CommandContext,
  personId: PersonId,
  /** Tables of the caller that speak of everybody it added. */
  apart: readonly string[],
): Promise<Refusal<PersonRefusalCode> | null> {
  const refusal = mayAddPerson(actor);
  if (refusal) return refusal;
  const { rows } = await sql<{ untouched: boolean; used: boolean }>`
    select p.version = 1 and p.archived_at is null and p.user_id is null and p.invited_at is null as untouched,
           exists (select 1 from membership.fact f where f.organization_id = p.organization_id and f.person_id = p.id
                    and f.superseded_at is null and f.value is not null)
           or exists (select 1 from membership.contract c where c.organization_id = p.organization_id and c.person_id = p.id
                       and c.cancelled_at is null)
           or membership.is_mentioned('membership.person', p.organization_id, p.id, ${[...ASKED_APART, ...apart]}::text[]::regclass[]) as used
      from membership.person p
     where p.organization_id = ${organizationId} and p.id = ${personId} for update`.execute(tx);
  const [found] = rows;
  if (found === undefined) return refuse("missing", "person.missing");
  if (!found.untouched || found.used) return refuse("conflict", "person.used");
  await sql`update membership.person set archived_at = ${now}, withdrawn_at = ${now}, version = version + 1
    where organization_id = ${organizationId} and id = ${personId}`.execute(tx);
  audit({ subjectKind: "membership.person", subjectId: personId, details: { withdrawn: true } });
  return null;
}

/** Whether a contract is as it was recorded: neither changed, nor spoken of by a clause, a notice or a document. */
export async function contractIsUntouched(
  { tx, organizationId }: CommandContext,
  contractId: Id<"contract">,
): Promise<boolean> {
  const { rows } = await sql<{ untouched: boolean }>`
    select c.version = 1 and c.cancelled_at is null
           and (select count(*) from membership.fact f where f.organization_id = c.organization_id
                 and f.subject_id = c.id) = 1
           and not membership.is_mentioned('membership.contract', c.organization_id, c.id, '{}') as untouched
      from membership.contract c where c.organization_id = ${organizationId} and c.id = ${contractId} for update`.execute(
    tx,
  );
  return rows[0]?.untouched ?? false;
}
