import { sql } from "kysely";
import { canonicalJson, type Json } from "#kernel/canonical-json.ts";
import type { Day, Instant } from "#kernel/day.ts";
import type { Id, OrganizationId, PersonId } from "#kernel/id.ts";
import type { CommandContext } from "#platform/command.ts";
import type { Tx } from "#platform/database/database.ts";
import type { Dimension, Fact } from "./fact.ts";

const columns = sql`f.id, f.person_id as "personId", f.dimension, f.subject_id as "subjectId", f.effect_on as "effectOn",
  f.until_on as "untilOn", f.value, f.recorded_at as "recordedAt", f.recorded_by as "recordedBy", f.reason, f.corrects,
  f.superseded_at as "supersededAt"`;

/** What a fact to record says; the moment and the author are those of the command. */
export type NewFact = {
  readonly personId: PersonId;
  readonly dimension: Dimension;
  readonly subjectId?: string | null;
  readonly effectOn: Day;
  readonly untilOn?: Day | null;
  /** Null: a withdrawal, only with `corrects`. */
  readonly value: Json | null;
  readonly corrects?: Id<"fact">;
  /** Why, in words or as a code of the caller; needed with `corrects`. */
  readonly reason?: string;
};

/** Writes a fact in the act that causes it; the database closes the one it corrects. */
export async function writeFact(context: CommandContext, fact: NewFact): Promise<Id<"fact">> {
  const id = context.id<"fact">();
  const value = fact.value === null ? null : canonicalJson(fact.value);
  await sql`insert into membership.fact
    (organization_id, id, person_id, dimension, subject_id, effect_on, until_on, value, recorded_at, recorded_by, reason, corrects)
    values (${context.organizationId}, ${id}, ${fact.personId}, ${fact.dimension}, ${fact.subjectId ?? null}, ${fact.effectOn},
      ${fact.untilOn ?? null}, ${value}::jsonb, ${context.now}, ${context.actor.personId}, ${fact.reason ?? ""},
      ${fact.corrects ?? null})`.execute(context.tx);
  return id;
}

/**
 * Replaces what counts now in a dimension of a person (of a subject, when one is given) by another statement, or withdraws it
 * (`value` null). Where nothing counts, the statement is simply recorded.
 */
export async function replaceFact(context: CommandContext, fact: NewFact & { readonly reason: string }): Promise<void> {
  const { tx, organizationId } = context;
  const { personId, dimension, subjectId } = fact;
  const of = subjectId ? { personId, subjectId } : { personId };
  const standing = (await standingFacts(tx, organizationId, dimension, of)).at(-1);
  if (standing === undefined && fact.value === null) return;
  await writeFact(context, standing === undefined ? fact : { ...fact, corrects: standing.id });
}

/** Everything ever recorded of these persons, in the order it was learnt. */
export async function factsOfPersons(
  tx: Tx,
  organizationId: OrganizationId,
  ids: readonly PersonId[],
): Promise<Fact[]> {
  const { rows } = await sql<Fact>`select ${columns} from membership.fact f
     where f.organization_id = ${organizationId} and f.person_id = any(${[...ids]}::uuid[])
     order by f.recorded_at, f.id`.execute(tx);
  return rows;
}

export const factsOf = (tx: Tx, organizationId: OrganizationId, personId: PersonId): Promise<Fact[]> =>
  factsOfPersons(tx, organizationId, [personId]);

/** The facts that count now for a subject (a contract, an exit) in a dimension, the latest effect last. */
export async function standingFacts(
  tx: Tx,
  organizationId: OrganizationId,
  dimension: Dimension,
  of: { readonly personId?: PersonId; readonly persons?: readonly PersonId[]; readonly subjectId?: string },
): Promise<Fact[]> {
  const { rows } = await sql<Fact>`select ${columns} from membership.fact f
     where f.organization_id = ${organizationId} and f.dimension = ${dimension} and f.superseded_at is null
       and f.value is not null
       ${of.personId === undefined ? sql`` : sql`and f.person_id = ${of.personId}`}
       ${of.persons === undefined ? sql`` : sql`and f.person_id = any(${[...of.persons]}::uuid[])`}
       ${of.subjectId === undefined ? sql`` : sql`and f.subject_id = ${of.subjectId}`}
     order by f.effect_on, f.recorded_at, f.id`.execute(tx);
  return rows;
}

/**
 * What holds on a day in some dimensions for every person, as known at a moment (null: now); the same rule as `stateOn`,
 * decided by the database.
 */
export async function statesOn(
  tx: Tx,
  organizationId: OrganizationId,
  dimensions: readonly Dimension[],
  on: Day,
  knownAt: Instant | null,
  /** Only these persons. */
  persons?: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, ReadonlyMap<Dimension, Json>>> {
  const { rows } = await sql<{ personId: PersonId; dimension: Dimension; value: Json }>`
    select person_id as "personId", dimension, value from (
      select distinct on (f.dimension, f.person_id) f.person_id, f.dimension, f.value, f.until_on
        from membership.fact f
       where f.organization_id = ${organizationId} and f.dimension = any(${[...dimensions]}::text[])
         and f.effect_on <= ${on} and f.value is not null
         ${persons === undefined ? sql`` : sql`and f.person_id = any(${[...persons]}::uuid[])`}
         and ${
           knownAt === null
             ? sql`f.superseded_at is null`
             : sql`f.recorded_at <= ${knownAt} and (f.superseded_at is null or f.superseded_at > ${knownAt})`
         }
       order by f.dimension, f.person_id, f.effect_on desc, f.recorded_at desc, f.id desc) held
     where until_on is null or until_on >= ${on}`.execute(tx);
  const states = new Map<PersonId, Map<Dimension, Json>>();
  for (const { personId, dimension, value } of rows) {
    const state = states.get(personId) ?? new Map<Dimension, Json>();
    states.set(personId, state.set(dimension, value));
  }
  return states;
}
