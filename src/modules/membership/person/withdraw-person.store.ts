import { sql } from "kysely";
import type { Id, PersonId } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import type { CommandContext } from "#platform/command.ts";
import { lockPersons } from "./name.store.ts";
import type { PersonRefusalCode } from "./person.fr.ts";
import { mayAddPerson } from "./person.policy.ts";

/** What is asked apart, since rows that count no more stay in them. */
const ASKED_APART = ["membership.fact", "membership.holding", "membership.known_holding", "membership.contract"];

type Place = Pick<CommandContext, "tx" | "organizationId">;

/** Those of whom a row of another table speaks, but for the tables left apart; each table is read once. */
async function mentionedAmong(
  { tx, organizationId }: Place,
  target: "membership.person" | "membership.contract",
  ids: readonly string[],
  apart: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{
    id: string;
  }>`select membership.mentioned_among(${target}::text::regclass, ${organizationId},
    ${[...ids]}::uuid[], ${[...apart]}::text[]::regclass[]) as id`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}

/** Locks these persons, then tells those of whom something that counts speaks. `apart`: tables that speak of whoever was added. */
export async function mentionedPersons(
  place: Place,
  ids: readonly PersonId[],
  apart: readonly string[],
): Promise<ReadonlySet<string>> {
  await lockPersons(place.tx, place.organizationId, ids);
  return mentionedAmong(place, "membership.person", ids, [...ASKED_APART, ...apart]);
}

/**
 * Takes back somebody who was added by mistake, and of whom nothing counts any more: no fact, no contract, no role, no
 * access, no row of any module (`mentioned`). They stay archived, found by nothing that counts or compares persons.
 */
export async function withdrawPerson(
  { tx, organizationId, actor, now, audit }: CommandContext,
  personId: PersonId,
  mentioned: ReadonlySet<string>,
): Promise<Refusal<PersonRefusalCode> | null> {
  const refusal = mayAddPerson(actor);
  if (refusal) return refusal;
  const { rows } = await sql<{ untouched: boolean; used: boolean }>`
    select p.version = 1 and p.archived_at is null and p.user_id is null and p.invited_at is null as untouched,
           exists (select 1 from membership.fact f where f.organization_id = p.organization_id and f.person_id = p.id
                    and f.superseded_at is null and f.value is not null)
           or exists (select 1 from membership.contract c where c.organization_id = p.organization_id and c.person_id = p.id
                       and c.cancelled_at is null) as used
      from membership.person p
     where p.organization_id = ${organizationId} and p.id = ${personId} for update`.execute(tx);
  const [found] = rows;
  if (found === undefined) return refuse("missing", "person.missing");
  if (!found.untouched || found.used || mentioned.has(personId)) return refuse("conflict", "person.used");
  await sql`update membership.person set archived_at = ${now}, withdrawn_at = ${now}, version = version + 1
    where organization_id = ${organizationId} and id = ${personId}`.execute(tx);
  audit({ subjectKind: "membership.person", subjectId: personId, details: { withdrawn: true } });
  return null;
}

/** Those of these contracts that are as they were recorded: neither changed, nor spoken of by a clause, a notice or a document. */
export async function untouchedContracts(place: Place, ids: readonly Id<"contract">[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string; untouched: boolean }>`
    select c.id, c.version = 1 and c.cancelled_at is null
           and (select count(*) from membership.fact f where f.organization_id = c.organization_id
                 and f.person_id = c.person_id and f.subject_id = c.id) = 1 as untouched
      from membership.contract c where c.organization_id = ${place.organizationId} and c.id = any(${[...ids]}::uuid[])
     order by c.id for update`.execute(place.tx);
  const mentioned = await mentionedAmong(place, "membership.contract", ids, []);
  return new Set(rows.flatMap(({ id, untouched }) => (untouched && !mentioned.has(id) ? [id] : [])));
}
