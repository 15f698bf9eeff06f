import { type RawBuilder, sql } from "kysely";
import { canonicalJson, type Json } from "#kernel/canonical-json.ts";
import type { Day, Instant, Month } from "#kernel/day.ts";
import type { ActivityId, Id, OrganizationId, PersonId } from "#kernel/id.ts";
import type { Cents } from "#kernel/money.ts";
import type { CommandContext } from "#platform/command.ts";
import type { Tx } from "#platform/database/database.ts";
import type { ComputedMonth } from "../compute/compute-contribution.ts";
import type { PastMonth } from "../compute/past-month.ts";
import type { Step } from "../compute/trace.ts";
import type { ContributionTables, RunId } from "../tables.ts";
import { pastMonthOf, readPastMonth, readTrace } from "./stored-line.ts";

/** A month of an activity as it stands in the books: the latest run that spoke of it. */
export type PostedMonth = PastMonth & {
  readonly activityId: ActivityId;
  readonly sequence: number;
  /** Cents posted by all the runs of the month together. */
  readonly total: Cents;
  readonly trace: readonly Step[];
};

/** The months posted of activities, in order; with `until`, as the books stood at the end of that day. */
export async function postedMonths(
  tx: Tx,
  organizationId: OrganizationId,
  activities: "all" | readonly ActivityId[],
  until: Day | null = null,
): Promise<PostedMonth[]> {
  const mine: RawBuilder<unknown> =
    activities === "all" ? sql`true` : sql`l.activity_id = any(${[...activities]}::uuid[])`;
  const { rows } = await sql<{
    activity_id: ActivityId;
    sequence: number;
    total: Cents;
    computed: object;
    trace: object;
  }>`select distinct on (l.activity_id, l.month) l.activity_id, l.sequence, l.total, l.computed, l.trace
      from contribution.run_line l
      join contribution.run r on r.organization_id = l.organization_id and r.id = l.run_id
     where l.organization_id = ${organizationId} and ${mine} and r.entry_date <= ${until ?? "infinity"}
     order by l.activity_id, l.month, l.sequence desc`.execute(tx);
  return rows.map((row) => ({
    ...readPastMonth(row.computed),
    activityId: row.activity_id,
    sequence: row.sequence,
    total: row.total,
    trace: readTrace(row.trace),
  }));
}

export type RunSummary = {
  readonly id: RunId;
  readonly month: Month;
  readonly sequence: number;
  readonly entryDate: Day;
  readonly postedAt: Instant;
  readonly postedBy: PersonId;
  readonly activities: number;
  readonly amount: Cents;
};

/** The runs of the cooperative, latest month first. */
export async function listRuns(tx: Tx, organizationId: OrganizationId, limit = 60): Promise<RunSummary[]> {
  const { rows } = await sql<Omit<RunSummary, "amount"> & { amount: string }>`
    select r.id, r.month, r.sequence, r.entry_date as "entryDate", r.posted_at as "postedAt", r.posted_by as "postedBy",
           count(l.activity_id)::int as activities, coalesce(sum(l.amount), 0)::text as amount
      from contribution.run r
      left join contribution.run_line l on l.organization_id = r.organization_id and l.run_id = r.id
     where r.organization_id = ${organizationId}
     group by r.organization_id, r.id
     order by r.month desc, r.sequence desc limit ${limit}`.execute(tx);
  return rows.map((row) => ({ ...row, amount: BigInt(row.amount) as Cents }));
}

/** What each activity was charged for the months from one on, all runs together. */
export async function postedTotals(
  tx: Tx,
  organizationId: OrganizationId,
  from: Month,
): Promise<ReadonlyMap<ActivityId, Cents>> {
  const { rows } = await sql<{ activity_id: ActivityId; total: string }>`
    select activity_id, sum(amount)::text as total from contribution.run_line
     where organization_id = ${organizationId} and month >= ${from} group by activity_id`.execute(tx);
  return new Map(rows.map((row) => [row.activity_id, BigInt(row.total) as Cents]));
}

/** How many times a month was posted, and the last month posted of all (null: none yet). */
export async function runsSoFar(
  tx: Tx,
  organizationId: OrganizationId,
  month: Month,
): Promise<{ sequence: number; lastMonth: Month | null }> {
  const { rows } = await sql<{ sequence: number; last_month: Month | null }>`
    select coalesce(max(sequence) filter (where month = ${month}), 0) as sequence, max(month) as last_month
      from contribution.run where organization_id = ${organizationId}`.execute(tx);
  return { sequence: rows[0]?.sequence ?? 0, lastMonth: rows[0]?.last_month ?? null };
}

/** Makes whoever adopts a rule or posts a month wait for the one who is doing it. */
export async function lockHead({ tx, organizationId }: CommandContext): Promise<void> {
  const contribution = tx.withTables<ContributionTables>();
  await contribution
    .insertInto("contribution.head")
    .values({ organization_id: organizationId, last_month: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await contribution
    .selectFrom("contribution.head")
    .select("last_month")
    .where("organization_id", "=", organizationId)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

export type RunToWrite = {
  readonly id: RunId;
  readonly month: Month;
  readonly sequence: number;
  readonly entryDate: Day;
};

export async function insertRun(context: CommandContext, run: RunToWrite): Promise<void> {
  const contribution = context.tx.withTables<ContributionTables>();
  const { organizationId } = context;
  await contribution
    .insertInto("contribution.run")
    .values({
      organization_id: organizationId,
      id: run.id,
      month: run.month,
      sequence: run.sequence,
      entry_date: run.entryDate,
      posted_at: context.now,
      posted_by: context.actor.personId,
    })
    .execute();
  await contribution
    .updateTable("contribution.head")
    .set((eb) => ({ last_month: eb.fn<Month>("greatest", ["last_month", eb.val(run.month)]) }))
    .where("organization_id", "=", organizationId)
    .execute();
}

export type LineToWrite = {
  readonly activityId: ActivityId;
  readonly amount: Cents;
  readonly computed: ComputedMonth;
  readonly entryId: Id<"entry"> | null;
};

/** The lines of a run, in one statement. */
export async function insertLines(
  context: CommandContext,
  run: RunToWrite,
  lines: readonly LineToWrite[],
): Promise<void> {
  await context.tx
    .withTables<ContributionTables>()
    .insertInto("contribution.run_line")
    .values(
      lines.map(({ activityId, amount, computed, entryId }) => ({
        organization_id: context.organizationId,
        run_id: run.id,
        activity_id: activityId,
        month: run.month,
        sequence: run.sequence,
        amount,
        total: computed.total,
        rule_version_id: computed.ruleVersionId,
        computed: canonicalJson(pastMonthOf(computed) as Json),
        trace: canonicalJson(computed.trace as unknown as Json),
        entry_id: entryId,
      })),
    )
    .execute();
}
