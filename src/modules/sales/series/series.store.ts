import { sql } from "kysely";
import type { Day } from "#kernel/day.ts";
import type { OrganizationId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";

/**
 * Takes the next number of a series under its row lock, kept until the end of the transaction: two issues never
 * share a number, and a rollback leaves no gap. Taken last, since it serialises.
 * `lastIssueDate` is the latest date of the series, this one included: later than `issueDate` when the date goes back.
 */
export async function takeNumber(
  tx: Tx,
  organizationId: OrganizationId,
  key: string,
  issueDate: Day,
): Promise<{ readonly sequence: bigint; readonly lastIssueDate: Day }> {
  const { rows } = await sql<{ sequence: bigint; last_issue_date: Day }>`
    insert into sales.series (organization_id, key, next_number, last_issue_date)
    values (${organizationId}, ${key}, 2, ${issueDate})
    on conflict (organization_id, key) do update
      set next_number = series.next_number + 1, last_issue_date = greatest(series.last_issue_date, excluded.last_issue_date)
    returning next_number - 1 as sequence, last_issue_date`.execute(tx);
  const head = rows[0];
  if (!head) throw new Error(`series ${key} could not be locked`);
  return { sequence: head.sequence, lastIssueDate: head.last_issue_date };
}
