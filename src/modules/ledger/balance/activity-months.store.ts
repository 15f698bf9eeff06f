/** Movements of activities month by month: what rules and simulations start from. Lines of à-nouveaux are left out. */
import { type RawBuilder, sql } from "kysely";
import type { Day, Month } from "#kernel/day.ts";
import type { ActivityId, OrganizationId } from "#kernel/id.ts";
import type { Cents } from "#kernel/money.ts";
import type { Tx } from "#platform/database/database.ts";

export type ActivityMonthsQuery = {
  readonly organizationId: OrganizationId;
  readonly activities: "all" | readonly ActivityId[];
  readonly from: Day;
  readonly until: Day;
  /** Beginnings of account numbers ("70", "4191"); digits only. */
  readonly prefixes: readonly string[];
};

export type ActivityMovement = {
  readonly activityId: ActivityId;
  readonly month: Month;
  readonly account: string;
  readonly debit: Cents;
  readonly credit: Cents;
};

/** Total debit and credit by activity, month and account, in cents; what has no movement is absent. */
export async function movementsOfActivities(tx: Tx, query: ActivityMonthsQuery): Promise<ActivityMovement[]> {
  const { organizationId, activities, from, until, prefixes } = query;
  const { rows } = await sql<Omit<ActivityMovement, "debit" | "credit"> & { debit: string; credit: string }>`
    select activity_id as "activityId", to_char(entry_date, 'YYYY-MM') as month, account,
           sum(debit)::text as debit, sum(credit)::text as credit
      from ledger.entry_line
     where organization_id = ${organizationId} and ${among(activities, sql`activity_id`)}
       and entry_date between ${from} and ${until} and not opening
       and account like any(${prefixes.map((prefix) => `${prefix}%`)}::text[])
     group by 1, 2, 3 order by 1, 2, 3`.execute(tx);
  return rows.map((row) => ({ ...row, debit: BigInt(row.debit) as Cents, credit: BigInt(row.credit) as Cents }));
}

function among(activities: "all" | readonly ActivityId[], column: RawBuilder<unknown>): RawBuilder<unknown> {
  return activities === "all" ? sql`${column} is not null` : sql`${column} = any(${[...activities]}::uuid[])`;
}

/** The accounts that tell what an entry did to customers; each by its beginnings. */
export type CustomerAccounts = {
  readonly customers: readonly string[];
  readonly sales: readonly string[];
  readonly deposits: readonly string[];
  readonly vatDue: readonly string[];
};

/** What one entry did in one activity, for one customer (null: a sale paid at once, without a customer's account). */
export type CustomerEvent = {
  readonly activityId: ActivityId;
  readonly date: Day;
  readonly customer: string | null;
  /** debit − credit of the customer's account: positive for an invoice, negative for a payment or a credit note. */
  readonly receivable: Cents;
  /** The following are those of the whole entry in the activity, whoever the customer. debit − credit of class 5, 58 left out. */
  readonly money: Cents;
  /** credit − debit. */
  readonly sales: Cents;
  readonly deposits: Cents;
  readonly vatDue: Cents;
  /** Lines of the first opening of the books; later à-nouveaux repeat what is already there and are left out. */
  readonly opening: boolean;
  readonly entryId: string;
};

/** Everything that happened to the customers of activities until a day, in order of days then of numbers. */
export async function customerEvents(
  tx: Tx,
  query: Pick<ActivityMonthsQuery, "organizationId" | "activities" | "until"> & { readonly accounts: CustomerAccounts },
): Promise<CustomerEvent[]> {
  const { organizationId, activities, until, accounts } = query;
  const within = (prefixes: readonly string[]) =>
    sql`l.account like any(${prefixes.map((item) => `${item}%`)}::text[])`;
  const amounts = ["receivable", "money", "sales", "deposits", "vatDue"] as const;
  const { rows } = await sql<Omit<CustomerEvent, (typeof amounts)[number]> & Record<(typeof amounts)[number], string>>`
    with touched as (
      select l.entry_id, l.activity_id, min(l.entry_date) as entry_date, bool_or(l.opening) as opening,
             bool_or(${within(accounts.customers)}) as has_customer,
             coalesce(sum(l.debit - l.credit) filter (where l.account like '5%' and l.account not like '58%'), 0) as money,
             coalesce(sum(l.credit - l.debit) filter (where ${within(accounts.sales)}), 0) as sales,
             coalesce(sum(l.credit - l.debit) filter (where ${within(accounts.deposits)}), 0) as deposits,
             coalesce(sum(l.credit - l.debit) filter (where ${within(accounts.vatDue)}), 0) as vat_due
        from ledger.entry_line l
       where l.organization_id = ${organizationId} and ${among(activities, sql`l.activity_id`)}
         and l.entry_date <= ${until}
         and (not l.opening or l.entry_date = (select min(y.starts_on) from ledger.fiscal_year y
                                                where y.organization_id = ${organizationId}))
       group by l.entry_id, l.activity_id),
    customers as (
      select l.entry_id, l.activity_id, coalesce(l.auxiliary_code, '') as customer, sum(l.debit - l.credit) as receivable
        from ledger.entry_line l
        join touched t on t.entry_id = l.entry_id and t.activity_id = l.activity_id and t.has_customer
       where l.organization_id = ${organizationId} and ${within(accounts.customers)}
       group by l.entry_id, l.activity_id, coalesce(l.auxiliary_code, ''))
    select t.activity_id as "activityId", t.entry_date as date, c.customer, coalesce(c.receivable, 0)::text as receivable,
           t.money::text as money, t.sales::text as sales, t.deposits::text as deposits, t.vat_due::text as "vatDue",
           t.opening, t.entry_id as "entryId"
      from touched t
      join ledger.entry e on e.organization_id = ${organizationId} and e.id = t.entry_id
      left join customers c on c.entry_id = t.entry_id and c.activity_id = t.activity_id
     where t.has_customer or t.deposits <> 0 or (t.money <> 0 and t.sales <> 0)
     order by t.entry_date, e.number, t.activity_id, c.customer`.execute(tx);
  return rows.map((row) => ({
    ...row,
    receivable: BigInt(row.receivable) as Cents,
    money: BigInt(row.money) as Cents,
    sales: BigInt(row.sales) as Cents,
    deposits: BigInt(row.deposits) as Cents,
    vatDue: BigInt(row.vatDue) as Cents,
  }));
}
