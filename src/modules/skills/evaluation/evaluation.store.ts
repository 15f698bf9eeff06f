import { sql } from "kysely";
import type { Day } from "#kernel/day.ts";
import type { OrganizationId, PersonId } from "#kernel/id.ts";
import { heldSpans, standingFacts } from "#modules/membership/index.server.ts";
import { valueText } from "#modules/parcours/index.ts";
import type { CommandContext } from "#platform/command.ts";
import type { Tx } from "#platform/database/database.ts";
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
  /** Absent: everybody. */
  persons?: readonly PersonId[],
): Promise<(Rating & { readonly personId: PersonId })[]> {
  const { rows } = await sql<Rating & { personId: PersonId }>`
    select distinct on (e.person_id, e.side, r.skill_id) e.person_id as "personId", e.side, r.skill_id as "skillId",
           r.level, r.note, e.evaluated_on as "on"
      from skills.evaluation e
      join skills.rating r on r.organization_id = e.organization_id and r.evaluation_id = e.id
     where e.organization_id = ${organizationId} and e.evaluated_on <= ${on}
       ${persons === undefined ? sql`` : sql`and e.person_id = any(${[...persons]}::uuid[])`}
     order by e.person_id, e.side, r.skill_id, e.evaluated_on desc, e.recorded_at desc, e.id desc`.execute(tx);
  return rows;
}

export type EvaluationLine = {
  readonly id: EvaluationId;
  readonly side: Side;
  readonly on: Day;
  readonly by: PersonId;
  readonly comment: string;
  readonly gridVersion: number;
  readonly ratings: readonly { readonly skillId: string; readonly level: number; readonly note: string }[];
};

/** Everything that was ever said of somebody, the latest first. */
export async function evaluationsOf(
  tx: Tx,
  organizationId: OrganizationId,
  personId: PersonId,
): Promise<EvaluationLine[]> {
  const { rows } = await sql<EvaluationLine>`
    select e.id, e.side, e.evaluated_on as "on", e.recorded_by as "by", e.comment, e.grid_version as "gridVersion",
           (select coalesce(jsonb_agg(jsonb_build_object('skillId', r.skill_id, 'level', r.level, 'note', r.note)
              order by r.skill_id), '[]'::jsonb)
              from skills.rating r where r.organization_id = e.organization_id and r.evaluation_id = e.id) as ratings
      from skills.evaluation e
     where e.organization_id = ${organizationId} and e.person_id = ${personId}
     order by e.evaluated_on desc, e.recorded_at desc, e.id desc`.execute(tx);
  return rows;
}

/** The day somebody came: as their file says, else the first day of their first contract; null when neither is known. */
export async function entryOf(tx: Tx, organizationId: OrganizationId, personId: PersonId): Promise<Day | null> {
  const [told] = (await standingFacts(tx, organizationId, "entered_on", { personId })).slice(-1);
  const day = valueText(told?.value);
  if (day !== "") return day as Day;
  const { rows } = await sql<{ first: Day | null }>`select min(starts_on) as first
    from (${heldSpans(organizationId, "contract", null, true)}) held where person_id = ${personId}`.execute(tx);
  return rows[0]?.first ?? null;
}
