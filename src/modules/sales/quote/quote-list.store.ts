/** SQL of lists of quotes: what a page or a file shows, one row each. */

import { sql } from "kysely";
import type { Day } from "#kernel/day.ts";
import type { ActivityId, OrganizationId } from "#kernel/id.ts";
import type { Cents } from "#kernel/money.ts";
import type { Tx } from "#platform/database/database.ts";
import { type QuoteId, type QuoteStatus, statusOn } from "./quote.ts";

export type QuoteRow = {
  readonly id: QuoteId;
  readonly number: string | null;
  /** That of the day. */
  readonly status: QuoteStatus;
  readonly title: string;
  readonly activityId: ActivityId;
  readonly customerId: string;
  readonly customerName: string;
  readonly issueDate: Day | null;
  readonly validUntil: Day | null;
  readonly net: Cents;
  readonly gross: Cents;
};

export type QuoteQuery = {
  readonly organizationId: OrganizationId;
  /** The activities that the actor sees; the filter is part of every list. */
  readonly activities: "all" | ReadonlySet<ActivityId>;
  readonly activityId?: ActivityId | null;
  readonly status: QuoteStatus | null;
  /** A part of the number, the title or the customer's name. */
  readonly search: string;
  readonly from?: Day | null;
  readonly until?: Day | null;
  readonly today: Day;
  /** The id of the last row of the page before. */
  readonly after?: string | null;
  readonly limit: number;
};

/** The latest first: ids are made in the order of time. */
export async function listQuotes(tx: Tx, query: QuoteQuery): Promise<{ rows: QuoteRow[]; after: string | null }> {
  const conditions = [sql`q.organization_id = ${query.organizationId}`];
  if (query.activities !== "all") conditions.push(sql`q.activity_id = any(${[...query.activities]}::uuid[])`);
  if (query.activityId) conditions.push(sql`q.activity_id = ${query.activityId}`);
  if (query.from) conditions.push(sql`q.issue_date >= ${query.from}`);
  if (query.until) conditions.push(sql`q.issue_date <= ${query.until}`);
  const waiting = sql`q.status in ('validated', 'sent')`;
  if (query.status === "expired") {
    conditions.push(sql`(q.status = 'expired' or (${waiting} and q.valid_until < ${query.today}))`);
  } else if (query.status !== null) {
    conditions.push(sql`q.status = ${query.status} and not (${waiting} and q.valid_until < ${query.today})`);
  }
  const search = query.search.trim();
  if (search !== "") {
    const like = `%${search.replace(/[\\%_]/g, (character) => `\\${character}`)}%`;
    // The names are looked for among the customers, far fewer than the documents.
    conditions.push(
      sql`(q.number ilike ${like} or unaccent(q.title) ilike unaccent(${like}) or q.customer_id in (
        select n.id from sales.customer n
         where n.organization_id = ${query.organizationId} and unaccent(n.name) ilike unaccent(${like})))`,
    );
  }
  if (query.after && /^[0-9a-f-]{36}$/.test(query.after)) conditions.push(sql`q.id < ${query.after}::uuid`);
  const { rows } = await sql<QuoteRow>`
    select q.id, q.number, q.status, q.title, q.activity_id as "activityId", q.customer_id as "customerId",
           c.name as "customerName", q.issue_date as "issueDate", q.valid_until as "validUntil", q.net, q.gross
      from sales.quote q
      join sales.customer c on c.organization_id = q.organization_id and c.id = q.customer_id
     where ${sql.join(conditions, sql` and `)}
     order by q.id desc
     limit ${query.limit + 1}`.execute(tx);
  const page = rows
    .slice(0, query.limit)
    .map((row) => ({ ...row, status: statusOn(row.status, row.validUntil, query.today) }));
  return { rows: page, after: rows.length > query.limit ? (page.at(-1)?.id ?? null) : null };
}
