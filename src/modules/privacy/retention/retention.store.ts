import { sql } from "kysely";
import { type Day, dayIn, type Instant } from "#kernel/day.ts";
import type { Id, OrganizationId, PersonId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";
import { ACCESS_ACTIONS } from "../access/access.ts";
import {
  type AgeCategory,
  CATEGORIES,
  type Category,
  dueDays,
  dueOn,
  KEPT,
  type PersonCategory,
  type Rules,
} from "./retention.ts";

/** The rules in force, with the day on which each was chosen; null for the house's own. */
export async function rulesOf(
  tx: Tx,
  organizationId: OrganizationId,
): Promise<{ readonly rules: Rules; readonly chosenAt: Readonly<Partial<Record<Category, Instant>>> }> {
  const { rows } = await sql<{ category: Category; months: number; at: Instant }>`
    select distinct on (category) category, months, recorded_at as at from privacy.retention_rule
     where organization_id = ${organizationId} order by category, recorded_at desc, id desc`.execute(tx);
  const chosen = new Map(rows.map((row) => [row.category, row]));
  const months = CATEGORIES.map(
    (category) => [category, chosen.get(category)?.months ?? KEPT[category].months] as const,
  );
  return {
    rules: Object.fromEntries(months) as Rules,
    chosenAt: Object.fromEntries(rows.map(({ category, at }) => [category, at])),
  };
}

export type DuePerson = {
  readonly personId: PersonId;
  readonly name: string;
  readonly leftOn: Day;
  /** What is left of them, and the day on which it goes. */
  readonly due: ReadonlyMap<PersonCategory, Day>;
};

type LeftRow = {
  readonly personId: PersonId;
  readonly name: string;
  readonly leftOn: Day;
  readonly held: readonly PersonCategory[];
  readonly asked: boolean;
};

/** Those who left, with what is left of each. Of one person, or of all. */
export async function leavers(
  tx: Tx,
  organizationId: OrganizationId,
  today: Day,
  rules: Rules,
  only: PersonId | null = null,
): Promise<DuePerson[]> {
  const { rows } = await sql<LeftRow>`
    with gone as materialized (
      select p.id, p.first_name || ' ' || p.last_name as name, privacy.left_on(p.id, ${today}::date) as left_on
        from membership.person p
       where p.organization_id = ${organizationId} and p.erased_at is null and (${only}::uuid is null or p.id = ${only})),
    held as (
      select h.person, array_agg(h.category) as categories
        from privacy.held(array(select id from gone where left_on is not null), ${today}::date) h group by h.person)
    select g.id as "personId", g.name, g.left_on as "leftOn", coalesce(h.categories, '{}') as held,
           exists (select 1 from privacy.erasure_request r where r.organization_id = ${organizationId}
                     and r.person_id = g.id and r.outcome = 'done') as asked
      from gone g left join held h on h.person = g.id where g.left_on is not null order by g.left_on, g.id`.execute(tx);
  return rows.map(({ held, asked, ...person }) => ({ ...person, due: dueDays(person.leftOn, held, rules, asked) }));
}

export type DueCandidate = { readonly candidateId: Id<"candidate">; readonly name: string; readonly dueOn: Day };

/** Candidates who did not join, with the day on which they are forgotten: the last contact of all that was merged counts. */
export async function dueCandidates(
  tx: Tx,
  organizationId: OrganizationId,
  timeZone: string,
  months: number,
): Promise<DueCandidate[]> {
  const { rows } = await sql<{ candidateId: Id<"candidate">; name: string; at: Instant }>`
    select c.id as "candidateId", c.first_name || ' ' || c.last_name as name,
           greatest(c.last_contact_at, (select max(m.last_contact_at) from parcours.candidate m
             where m.organization_id = c.organization_id and m.merged_into = c.id)) as at
      from parcours.candidate c
     where c.organization_id = ${organizationId} and c.erased_at is null and c.merged_into is null and c.person_id is null
     order by at, c.id`.execute(tx);
  return rows.map(({ at, ...row }) => ({ ...row, dueOn: dueOn(dayIn(at, timeZone), months) }));
}

/** How many lines are older than a day. */
export async function oldLines(
  tx: Tx,
  organizationId: OrganizationId,
  category: AgeCategory,
  before: Instant,
): Promise<number> {
  const counting = {
    messages: sql`select count(*)::integer as n from platform.mail
      where organization_id = ${organizationId} and at < ${before} and recipient <> 'effacé' and status <> 'waiting'`,
    readings: sql`select count(*)::integer as n from platform.audit
      where organization_id = ${organizationId} and at < ${before} and action = any(${[...ACCESS_ACTIONS]}::text[])`,
    technical: sql`select ((select count(*) from platform.idempotency where organization_id = ${organizationId} and at < ${before})
      + (select count(*) from platform.outbox where organization_id = ${organizationId} and at < ${before}
           and done_at is not null))::integer as n`,
  }[category];
  const { rows } = await counting.execute(tx);
  return (rows[0] as { n: number } | undefined)?.n ?? 0;
}

export type ErasureLine = {
  readonly id: string;
  readonly at: Instant;
  readonly category: Category;
  readonly cause: "rule" | "request";
  readonly count: number;
  readonly months: number | null;
};

/** What was erased, the latest first. */
export async function erasuresOf(tx: Tx, organizationId: OrganizationId, most: number): Promise<ErasureLine[]> {
  const { rows } = await sql<ErasureLine>`select id, at, category, cause, count, months from privacy.erasure
    where organization_id = ${organizationId} order by at desc, id desc limit ${most}`.execute(tx);
  return rows;
}

/** When the rules ran last. */
export async function lastRun(tx: Tx, organizationId: OrganizationId): Promise<Instant | null> {
  const { rows } = await sql<{ at: Instant }>`select ran_at as at from privacy.retention_clock
    where organization_id = ${organizationId}`.execute(tx);
  return rows[0]?.at ?? null;
}
