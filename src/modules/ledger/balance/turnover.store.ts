import { sql } from "kysely";
import type { Day, Month } from "#kernel/day.ts";
import type { ActivityId, OrganizationId } from "#kernel/id.ts";
import type { Cents } from "#kernel/money.ts";
import type { Tx } from "#platform/database/database.ts";

export type ActivityTurnover = { readonly activityId: ActivityId; readonly month: Month; readonly turnover: Cents };

/** Sales without VAT (account 70) of each activity, month by month between two days; months without any are absent. */
export async function turnoverByActivity(
  tx: Tx,
  organizationId: OrganizationId,
  activities: readonly ActivityId[],
  from: Day,
  until: Day,
): Promise<ActivityTurnover[]> {
  const { rows } = await sql<{ activityId: ActivityId; month: Month; turnover: string }>`
    select activity_id as "activityId", to_char(entry_date, 'YYYY-MM') as month, sum(credit - debit)::text as turnover
      from ledger.entry_line
     where organization_id = ${organizationId} and activity_id = any(${[...activities]}::uuid[])
       and entry_date between ${from} and ${until} and account like '70%' and not opening
     group by 1, 2`.execute(tx);
  return rows.map((row) => ({ ...row, turnover: BigInt(row.turnover) as Cents }));
}
