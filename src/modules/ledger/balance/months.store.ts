import { sql } from "kysely";
import type { Day, Month } from "#kernel/day.ts";
import type { ActivityId, OrganizationId } from "#kernel/id.ts";
import type { Cents } from "#kernel/money.ts";
import type { Tx } from "#platform/database/database.ts";

/** A month of activities: sales without VAT (account 70) and what class 5 moved by, in cents. */
export type MonthMovement = { readonly month: Month; readonly turnover: Cents; readonly money: Cents };

/** Movements month by month between two days, over all the activities given together. Months without movement are absent. */
export async function movementsByMonth(
  tx: Tx,
  organizationId: OrganizationId,
  activities: readonly ActivityId[],
  from: Day,
  until: Day,
): Promise<MonthMovement[]> {
  const { rows } = await sql<{ month: Month; turnover: string; money: string }>`
    select to_char(entry_date, 'YYYY-MM') as month,
           coalesce(sum(credit - debit) filter (where account like '70%'), 0)::text as turnover,
           coalesce(sum(debit - credit) filter (where account like '5%'), 0)::text as money
      from ledger.entry_line
     where organization_id = ${organizationId} and activity_id = any(${[...activities]}::uuid[])
       and entry_date between ${from} and ${until} and not opening
     group by 1 order by 1`.execute(tx);
  return rows.map((row) => ({
    month: row.month,
    turnover: BigInt(row.turnover) as Cents,
    money: BigInt(row.money) as Cents,
  }));
}

/** The money of each activity today (class 5 since the last à-nouveaux), to find those in the red. */
export async function moneyByActivity(
  tx: Tx,
  organizationId: OrganizationId,
  activities: "all" | readonly ActivityId[],
  until: Day,
): Promise<Map<ActivityId, Cents>> {
  const mine = activities === "all" ? sql`activity_id is not null` : sql`activity_id = any(${[...activities]}::uuid[])`;
  const { rows } = await sql<{ activity: ActivityId; money: string }>`
    select activity_id as activity, sum(debit - credit)::text as money
      from ledger.entry_line l
     where organization_id = ${organizationId} and ${mine} and account like '5%' and entry_date <= ${until}
       and entry_date >= coalesce((select max(y.starts_on) from ledger.fiscal_year y
              join ledger.chain c on c.organization_id = y.organization_id and c.fiscal_year_id = y.id
             where y.organization_id = ${organizationId} and y.starts_on <= ${until} and c.opening = 'posted'), '1900-01-01')
     group by activity_id`.execute(tx);
  return new Map(rows.map((row) => [row.activity, BigInt(row.money) as Cents]));
}
