/** Balances read from the ledger: final ones for closed periods, lines for the others. */
import { type RawBuilder, sql } from "kysely";
import type { Day } from "#kernel/day.ts";
import type { ActivityId, OrganizationId } from "#kernel/id.ts";
import { type Cents, ZERO } from "#kernel/money.ts";
import type { Tx } from "#platform/database/database.ts";
import { defaultAccounts } from "../account/default-accounts.ts";
import { listFiscalYears } from "../fiscal-year/fiscal-year.store.ts";
import { type FiscalYear, fiscalYearAt } from "../fiscal-year/fiscal-year.ts";

/** Total debit and credit of an account, in cents; the balance is debit − credit. */
export type AccountBalance = { readonly account: string; readonly debit: Cents; readonly credit: Cents };

/** One activity, the shared services (null), several activities, or everything (undefined). */
export type BalanceScope = ActivityId | null | readonly ActivityId[] | undefined;

export type BalanceQuery = {
  readonly organizationId: OrganizationId;
  readonly activityId?: BalanceScope;
  /** With it: the movements from that day, à-nouveaux left out. Without: the position at `until`. */
  readonly from?: Day;
  readonly until: Day;
};

type Movement = { readonly activity: ActivityId | null } & AccountBalance;

/**
 * Balances by account, in the order of accounts; accounts without movement are absent.
 * The position at a day = classes 1 to 5 (and 8) since the last à-nouveaux, classes 6 and 7 since the start of the fiscal
 * year; the result of a year that ended but is not closed yet stands on account 120 or 129.
 */
export async function balancesByAccount(tx: Tx, query: BalanceQuery): Promise<AccountBalance[]> {
  return merge(await balancesByActivity(tx, query));
}

/** The same, with the activity of each row (null = shared services). */
export async function balancesByActivity(tx: Tx, query: BalanceQuery): Promise<Movement[]> {
  const { organizationId, activityId, from, until } = query;
  const years = await listFiscalYears(tx, organizationId);
  if (from !== undefined) {
    return sums(tx, years, organizationId, activityId, from, until, sql`not opening`);
  }
  const current = fiscalYearAt(years, until) ?? years.filter((year) => year.start <= until).at(-1);
  if (!current) return [];
  const base = years.filter((year) => year.start <= until && year.opening === "posted").at(-1) ?? years[0];
  if (!base) return [];
  if (base.id === current.id) {
    return sums(tx, years, organizationId, activityId, base.start, until, sql`true`);
  }
  const isResult = sql`(account like '6%' or account like '7%')`;
  const carried = await sums(tx, years, organizationId, activityId, base.start, until, sql`not ${isResult}`);
  const results = await sums(tx, years, organizationId, activityId, base.start, dayBefore(years, current), isResult);
  const ofYear = await sums(tx, years, organizationId, activityId, current.start, until, isResult);
  return order([...carried, ...ofYear, ...pendingResult(results)]);
}

function dayBefore(years: readonly FiscalYear[], current: FiscalYear): Day {
  return years.filter((year) => year.end < current.start).at(-1)?.end ?? current.start;
}

/** The result of years that wait for their closing, as one line on 120 (profit) or 129 (loss) for each activity. */
function pendingResult(movements: readonly Movement[]): Movement[] {
  const byActivity = new Map<ActivityId | null, bigint>();
  for (const { activity, debit, credit } of movements) {
    byActivity.set(activity, (byActivity.get(activity) ?? 0n) + debit - credit);
  }
  return [...byActivity]
    .filter(([, gap]) => gap !== 0n)
    .map(([activity, gap]) => ({
      activity,
      account: gap < 0n ? defaultAccounts.resultProfit : defaultAccounts.resultLoss,
      debit: gap > 0n ? (gap as Cents) : ZERO,
      credit: gap < 0n ? (-gap as Cents) : ZERO,
    }));
}

function scoped(scope: BalanceScope): RawBuilder<unknown> {
  if (scope === undefined) return sql`true`;
  if (scope === null) return sql`activity_id is null`;
  if (typeof scope === "string") return sql`activity_id = ${scope}`;
  return sql`activity_id = any(${[...scope]}::uuid[])`;
}

/** Sums over [from, until]: closed periods that fit whole are read from their final balances, the rest from the lines. */
async function sums(
  tx: Tx,
  years: readonly FiscalYear[],
  organizationId: OrganizationId,
  scope: BalanceScope,
  from: Day,
  until: Day,
  condition: RawBuilder<unknown>,
): Promise<Movement[]> {
  const closed = years
    .flatMap((year) => year.periods.map((period) => ({ ...period, year: year.id })))
    .filter((period) => period.status === "closed" && period.start >= from && period.end <= until);
  const [first, last] = [closed[0], closed.at(-1)];
  const filter = sql`organization_id = ${organizationId} and ${scoped(scope)} and ${condition}`;
  const columns = sql`activity_id, account, debit, credit`;
  // Periods are closed in order, so those that fit whole are one block of days.
  const lines =
    first && last
      ? sql`select ${columns} from ledger.entry_line where ${filter} and entry_date >= ${from} and entry_date < ${first.start}
            union all
            select ${columns} from ledger.entry_line where ${filter} and entry_date > ${last.end} and entry_date <= ${until}
            union all
            select ${columns} from ledger.period_balance
             where ${filter} and (fiscal_year_id, period_number) in
               (select p.fiscal_year_id, p.number from ledger.period p where p.organization_id = ${organizationId}
                   and p.starts_on >= ${first.start} and p.ends_on <= ${last.end})`
      : sql`select ${columns} from ledger.entry_line where ${filter} and entry_date >= ${from} and entry_date <= ${until}`;
  const { rows } = await sql<{ activity: ActivityId | null; account: string; debit: string; credit: string }>`
    select activity_id as activity, account, sum(debit) as debit, sum(credit) as credit
      from (${lines}) parts group by activity_id, account order by account, activity_id`.execute(tx);
  return rows.map((row) => ({
    activity: row.activity,
    account: row.account,
    debit: BigInt(row.debit) as Cents,
    credit: BigInt(row.credit) as Cents,
  }));
}

function order<Row extends AccountBalance>(rows: Row[]): Row[] {
  return rows.sort((a, b) => (a.account < b.account ? -1 : a.account > b.account ? 1 : 0));
}

function merge(movements: readonly Movement[]): AccountBalance[] {
  const byAccount = new Map<string, { account: string; debit: Cents; credit: Cents }>();
  for (const { account, debit, credit } of movements) {
    const total = byAccount.get(account) ?? { account, debit: ZERO, credit: ZERO };
    total.debit = (total.debit + debit) as Cents;
    total.credit = (total.credit + credit) as Cents;
    byAccount.set(account, total);
  }
  return order([...byAccount.values()]);
}
