/** SQL of lists of invoices: what a page shows, one row each. */

import { sql } from "kysely";
import type { Day } from "#kernel/day.ts";
import type { ActivityId, Id, OrganizationId } from "#kernel/id.ts";
import type { Cents } from "#kernel/money.ts";
import type { Tx } from "#platform/database/database.ts";
import type { InvoiceId, InvoiceKind, InvoiceStatus } from "./invoice.ts";
import type { InvoiceView } from "./invoice-list-filters.ts";

export type InvoiceRow = {
  readonly id: InvoiceId;
  readonly number: string | null;
  readonly kind: InvoiceKind;
  readonly status: InvoiceStatus;
  readonly title: string;
  readonly activityId: ActivityId;
  readonly customerId: Id<"customer">;
  readonly customerName: string;
  readonly issueDate: Day | null;
  readonly dueDate: Day | null;
  readonly gross: Cents;
  readonly due: Cents;
  readonly settled: Cents;
  readonly updatedAt: string;
};

export type InvoiceQuery = {
  readonly organizationId: OrganizationId;
  /** The activities that the actor sees; the filter is part of every list. */
  readonly activities: "all" | ReadonlySet<ActivityId>;
  readonly activityId?: ActivityId | null;
  readonly view: InvoiceView;
  readonly search: string;
  readonly from?: Day | null;
  readonly until?: Day | null;
  readonly today: Day;
  /** "2026-03-15_<id>": the last row of the page before; drafts without a date come first ("~_<id>"). */
  readonly after?: string | null;
  readonly limit: number;
};

/** The latest first; documents without a date (drafts) at the top. */
export async function listInvoices(tx: Tx, query: InvoiceQuery): Promise<{ rows: InvoiceRow[]; after: string | null }> {
  const conditions = [sql`i.organization_id = ${query.organizationId}`];
  const activities = amongActivities(query);
  if (activities !== "all") conditions.push(sql`i.activity_id = mine.id`);
  if (query.from) conditions.push(sql`i.issue_date >= ${query.from}`);
  if (query.until) conditions.push(sql`i.issue_date <= ${query.until}`);
  if (query.view === "unpaid")
    conditions.push(sql`i.status = 'issued' and i.settled < i.due and i.kind <> 'credit_note'`);
  else if (query.view === "late") {
    conditions.push(
      sql`i.status = 'issued' and i.settled < i.due and i.due_date < ${query.today} and i.kind <> 'credit_note'`,
    );
  } else if (query.view === "credit_note") conditions.push(sql`i.kind = 'credit_note'`);
  else if (query.view !== "all") conditions.push(sql`i.status = ${query.view}`);
  const search = query.search.trim();
  if (search !== "") {
    const like = `%${search.replace(/[\\%_]/g, (character) => `\\${character}`)}%`;
    conditions.push(sql`(i.number ilike ${like} or i.title ilike ${like} or c.name ilike ${like})`);
  }
  const cursor = /^(~|\d{4}-\d{2}-\d{2})_([0-9a-f-]{36})$/.exec(query.after ?? "");
  if (cursor) {
    conditions.push(
      cursor[1] === "~"
        ? sql`(i.issue_date is not null or i.id < ${cursor[2]}::uuid)`
        : sql`(i.issue_date, i.id) < (${cursor[1]}::date, ${cursor[2]}::uuid)`,
    );
  }
  const latest = sql`
    select i.id, i.number, i.kind, i.status, i.title, i.activity_id as "activityId", c.id as "customerId", c.name as "customerName",
           i.issue_date as "issueDate", i.due_date as "dueDate", i.gross, i.due, i.settled, i.updated_at as "updatedAt"
      from sales.invoice i
      join sales.customer c on c.organization_id = i.organization_id and c.id = i.customer_id
     where ${sql.join(conditions, sql` and `)}
     order by i.issue_date desc, i.id desc
     limit ${query.limit + 1}`;
  // The latest of each activity, then of all of them: a small activity is found at once in a large cooperative.
  const { rows } = await (activities === "all"
    ? sql<InvoiceRow>`${latest}`
    : sql<InvoiceRow>`
        select found.* from unnest(${activities}::uuid[]) as mine(id) cross join lateral (${latest}) as found
         order by found."issueDate" desc, found.id desc
         limit ${query.limit + 1}`
  ).execute(tx);
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  return { rows: page, after: rows.length > query.limit && last ? `${last.issueDate ?? "~"}_${last.id}` : null };
}

/** The activities whose documents are listed: those that the actor sees, or the one that is asked for among them. */
function amongActivities({ activities, activityId }: InvoiceQuery): "all" | ActivityId[] {
  if (!activityId) return activities === "all" ? "all" : [...activities];
  return activities === "all" || activities.has(activityId) ? [activityId] : [];
}

/** Sums that a home page shows: what customers owe, what is late, over the activities given. */
export async function receivables(
  tx: Tx,
  organizationId: OrganizationId,
  activities: "all" | ReadonlySet<ActivityId>,
  today: Day,
): Promise<{ readonly owed: Cents; readonly late: Cents; readonly lateCount: number }> {
  const mine = activities === "all" ? sql`true` : sql`activity_id = any(${[...activities]}::uuid[])`;
  const { rows } = await sql<{ owed: string; late: string; late_count: bigint }>`
    select coalesce(sum(due - settled), 0)::text as owed,
           coalesce(sum(due - settled) filter (where due_date < ${today}), 0)::text as late,
           count(*) filter (where due_date < ${today}) as late_count
      from sales.invoice
     where organization_id = ${organizationId} and status = 'issued' and settled < due and kind <> 'credit_note' and ${mine}`.execute(
    tx,
  );
  const row = rows[0];
  return {
    owed: BigInt(row?.owed ?? "0") as Cents,
    late: BigInt(row?.late ?? "0") as Cents,
    lateCount: Number(row?.late_count ?? 0n),
  };
}
