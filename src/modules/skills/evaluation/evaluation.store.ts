import { sql } from "kysely";
import type { Day } from "#kernel/day.ts";
import type { OrganizationId, PersonId } from "#kernel/id.ts";
import { heldSpans, standingFacts } from "#modules/membership/index.server.ts";
import { valueText } from "#modules/parcours/index.ts";
import type { CommandContext } from "#platform/command.ts";
import type { Tx } from "#platform/database/database.ts";
import type { SkillId } from "../grid/grid.ts";
import type { EvaluationId, Rating, Side } from "./evaluation.ts";

export type NewEvaluation = {
  readonly personId: PersonId;
  readonly side: Side;
  readonly gridVersion: number;
  readonly on: Day;
  readonly comment: string;
  readonly ratings: readonly {
    readonly skillId: string;
    readonly level: number;
    readonly note: string;
    /** In the words of the grid of the day: what is given back to the person. */
    readonly skillName: string;
    readonly levelName: string;
  }[];
};

export async function writeEvaluation(context: CommandContext, evaluation: NewEvaluation): Promise<EvaluationId> {
  const { tx, organizationId, actor, now } = context;
  const { personId, side, gridVersion, on, comment, ratings } = evaluation;
  const id = context.id<"evaluation">();
  await sql`insert into skills.evaluation
      (organization_id, id, person_id, side, grid_version, evaluated_on, comment, recorded_at, recorded_by)
    values (${organizationId}, ${id}, ${personId}, ${side}, ${gridVersion}, ${on}, ${comment}, ${now}, ${actor.personId})`.execute(
    tx,
  );
  await sql`insert into skills.rating
      (organization_id, evaluation_id, skill_id, level, note, skill_name, level_name)
    select ${organizationId}, ${id}, skill, level, note, skill_name, level_name from unnest(
      ${ratings.map(({ skillId }) => skillId)}::uuid[], ${ratings.map(({ level }) => level)}::int[],
      ${ratings.map(({ note }) => note)}::text[], ${ratings.map(({ skillName }) => skillName)}::text[],
      ${ratings.map(({ levelName }) => levelName)}::text[]) as given (skill, level, note, skill_name, level_name)`.execute(
    tx,
  );
  return id;
}

/** The last word of each side on each skill of these persons, on a day, as known now. */
export async function ratingsOn(
  tx: Tx,
  organizationId: OrganizationId,
  on: Day,
  persons: readonly PersonId[],
): Promise<(Rating & { readonly personId: PersonId })[]> {
  const { rows } = await sql<Rating & { personId: PersonId }>`
    select distinct on (e.person_id, e.side, r.skill_id) e.person_id as "personId", e.side, r.skill_id as "skillId",
           r.level, r.note, e.evaluated_on as "on"
      from skills.evaluation e
      join skills.rating r on r.organization_id = e.organization_id and r.evaluation_id = e.id
     where e.organization_id = ${organizationId} and e.evaluated_on <= ${on} and e.person_id = any(${[...persons]}::uuid[])
     order by e.person_id, e.side, r.skill_id, e.evaluated_on desc, e.recorded_at desc, e.id desc`.execute(tx);
  return rows;
}

type Answer = {
  readonly skillId: SkillId;
  readonly skill: string;
  readonly level: string;
  readonly note: string;
};
export type EvaluationLine = {
  readonly id: EvaluationId;
  readonly side: Side;
  readonly on: Day;
  readonly by: PersonId;
  readonly comment: string;
  /** In the words of that day. */
  readonly answers: readonly Answer[];
};

/** Everything that was ever said of somebody, the latest first. */
export async function evaluationsOf(
  tx: Tx,
  organizationId: OrganizationId,
  personId: PersonId,
): Promise<EvaluationLine[]> {
  const { rows } = await sql<EvaluationLine>`
    select e.id, e.side, e.evaluated_on as "on", e.recorded_by as "by", e.comment,
           (select jsonb_agg(jsonb_build_object('skillId', r.skill_id,
             'skill', r.skill_name, 'level', r.level_name, 'note', r.note) order by r.skill_name)
              from skills.rating r where r.organization_id = e.organization_id and r.evaluation_id = e.id) as answers
      from skills.evaluation e
     where e.organization_id = ${organizationId} and e.person_id = ${personId}
     order by e.evaluated_on desc, e.recorded_at desc, e.id desc`.execute(tx);
  return rows;
}

/** The day each came: as their file says, else the first day of their first contract; absent when neither is known. */
export async function entriesOf(
  tx: Tx,
  organizationId: OrganizationId,
  persons: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, Day>> {
  const { rows } = await sql<{ personId: PersonId; first: Day }>`select person_id as "personId", min(starts_on) as first
    from (${heldSpans(organizationId, "contract", null, true)}) held where person_id = any(${[...persons]}::uuid[])
    group by person_id`.execute(tx);
  const entries = new Map(rows.map(({ personId, first }) => [personId, first]));
  for (const { personId, value } of await standingFacts(tx, organizationId, "entered_on", { persons })) {
    const told = valueText(value);
    if (told !== "") entries.set(personId, told as Day);
  }
  return entries;
}
