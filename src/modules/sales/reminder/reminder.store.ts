/** SQL of reminders: who is late, of how much, and what was already sent. */

import { sql } from "kysely";
import type { Day } from "#kernel/day.ts";
import type { ActivityId, Id, OrganizationId } from "#kernel/id.ts";
import type { CommandContext } from "#platform/command.ts";
import type { Tx } from "#platform/database/database.ts";
import type { InvoiceId } from "../invoice/invoice.ts";
import type { SalesTables } from "../tables.ts";
import type { LateCustomer, LateRow } from "./late-customers.ts";
import type { ReminderLevel } from "./reminder.ts";
import type { ReminderFilters } from "./reminder-list-filters.ts";

export type LateQuery = ReminderFilters & {
  readonly organizationId: OrganizationId;
  /** The activities that the actor sees; the filter is part of every list. */
  readonly activities: "all" | ReadonlySet<ActivityId>;
  readonly today: Day;
};

/** A message that was cancelled reminded nobody. */
const REMINDED = sql`select r.level, r.day from sales.reminder r
  join platform.mail m on m.organization_id = r.organization_id and m.id = r.mail_id and m.status <> 'cancelled'
 where r.organization_id = i.organization_id and r.invoice_id = i.id`;

const lateOn = (today: Day) =>
  sql`i.status = 'issued' and i.settled < i.due and i.kind <> 'credit_note' and i.due_date < ${today}`;

const CUSTOMER = sql`c.id, c.activity_id as "activityId", c.kind, c.name, c.email,
  c.reminders_paused_at as "pausedAt", coalesce(c.reminders_pause_reason, '') as "pauseReason"`;

/** The customers who are late, the one who has been for longest first. */
export async function listLateCustomers(
  tx: Tx,
  query: LateQuery,
  page: { readonly limit: number; readonly offset: number },
): Promise<{ rows: LateCustomer[]; total: number }> {
  const { organizationId, activities, activityId, view, search, today } = query;
  const conditions = [sql`i.organization_id = ${organizationId}`, lateOn(today)];
  if (activities !== "all") conditions.push(sql`i.activity_id = any(${[...activities]}::uuid[])`);
  if (activityId) conditions.push(sql`i.activity_id = ${activityId}`);
  if (view === "paused") conditions.push(sql`c.reminders_paused_at is not null`);
  if (view === "noEmail") conditions.push(sql`c.email = ''`);
  if (view === "never") conditions.push(sql`not exists (${REMINDED})`);
  if (search !== "") {
    const like = `%${search.replace(/[\\%_]/g, (character) => `\\${character}`)}%`;
    conditions.push(sql`(unaccent(c.name) ilike unaccent(${like}) or i.number ilike ${like})`);
  }
  const { rows } = await sql<LateCustomer & { total: bigint }>`
    select ${CUSTOMER}, count(*) over () as total
      from sales.invoice i
      join sales.customer c on c.organization_id = i.organization_id and c.id = i.customer_id
     where ${sql.join(conditions, sql` and `)}
     group by c.organization_id, c.id
     order by min(i.due_date), c.id
     limit ${page.limit} offset ${page.offset}`.execute(tx);
  return { rows: rows.map(({ total: _, ...row }) => row), total: Number(rows[0]?.total ?? 0n) };
}

/** The late invoices of these customers, the oldest first; locked, and once more read, when a reminder is about to leave. */
export async function lateInvoices(
  tx: Tx,
  organizationId: OrganizationId,
  customerIds: readonly Id<"customer">[],
  today: Day,
  lock = false,
): Promise<LateRow[]> {
  if (customerIds.length === 0) return [];
  const mine = sql`i.organization_id = ${organizationId} and i.customer_id = any(${[...customerIds]}::uuid[])
    and ${lateOn(today)}`;
  // What was sent is read by another statement than the one that waited: it sees what the other act has just sent.
  if (lock) await sql`select i.id from sales.invoice i where ${mine} order by i.id for update`.execute(tx);
  const { rows } = await sql<LateRow>`
    select i.id, i.customer_id as "customerId", i.number, i.kind, i.frozen->'content'->>'language' as language,
           i.issue_date as "issueDate", i.due_date as "dueDate", i.due - i.settled as "left",
           last.level as "lastLevel", last.day as "lastOn"
      from sales.invoice i
      left join lateral (${REMINDED} order by r.at desc, r.id desc limit 1) last on true
     where ${mine}
     order by i.due_date, i.number`.execute(tx);
  return rows;
}

export async function findLateCustomer(
  tx: Tx,
  organizationId: OrganizationId,
  id: Id<"customer">,
  lock = false,
): Promise<LateCustomer | null> {
  const { rows } = await sql<LateCustomer>`
    select ${CUSTOMER} from sales.customer c where c.organization_id = ${organizationId} and c.id = ${id}
    ${lock ? sql`for update` : sql``}`.execute(tx);
  return rows[0] ?? null;
}

export async function setPaused(context: CommandContext, id: Id<"customer">, reason: string | null): Promise<void> {
  await sql`update sales.customer
      set reminders_paused_at = ${reason === null ? null : context.now}, reminders_pause_reason = ${reason}
    where organization_id = ${context.organizationId} and id = ${id}`.execute(context.tx);
}

export async function insertReminder(
  context: CommandContext,
  reminder: { readonly invoice: LateRow; readonly mailId: string; readonly level: ReminderLevel },
): Promise<void> {
  await context.tx
    .withTables<SalesTables>()
    .insertInto("sales.reminder")
    .values({
      organization_id: context.organizationId,
      id: context.id(),
      invoice_id: reminder.invoice.id,
      mail_id: reminder.mailId,
      level: reminder.level,
      amount: reminder.invoice.left,
      day: context.today,
      person_id: context.actor.personId,
      at: context.now,
    })
    .execute();
}

export type SentReminder = {
  readonly mailId: string;
  readonly level: ReminderLevel;
  readonly on: Day;
  readonly numbers: string;
  readonly status: "waiting" | "sent" | "kept" | "failed" | "cancelled";
};

/** The messages that reminded a customer, the latest first. */
export async function remindersOf(
  tx: Tx,
  organizationId: OrganizationId,
  customerId: Id<"customer">,
): Promise<SentReminder[]> {
  const { rows } = await sql<SentReminder>`
    select r.mail_id as "mailId", max(r.level) as level, max(r.day) as "on", m.status,
           string_agg(i.number, ', ' order by i.number) as numbers
      from sales.reminder r
      join sales.invoice i on i.organization_id = r.organization_id and i.id = r.invoice_id
      join platform.mail m on m.organization_id = r.organization_id and m.id = r.mail_id
     where r.organization_id = ${organizationId} and i.customer_id = ${customerId}
     group by r.mail_id, m.status
     order by max(r.at) desc, r.mail_id desc limit 50`.execute(tx);
  return rows;
}

/** A customer who pays is not reminded: what still waits to leave about this invoice does not. */
export async function cancelReminders(context: CommandContext, invoiceId: InvoiceId): Promise<void> {
  await sql`update platform.mail m set status = 'cancelled', error = null
    where m.organization_id = ${context.organizationId} and m.status = 'waiting'
      and m.id in (select r.mail_id from sales.reminder r
                    where r.organization_id = ${context.organizationId} and r.invoice_id = ${invoiceId})`.execute(
    context.tx,
  );
}

/** Whether a message reminds of an invoice that is paid by now. */
export async function remindsOfPaid(tx: Tx, organizationId: OrganizationId, mailId: Id<"mail">): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (select from sales.reminder r
      join sales.invoice i on i.organization_id = r.organization_id and i.id = r.invoice_id and i.settled >= i.due
     where r.organization_id = ${organizationId} and r.mail_id = ${mailId}) as found`.execute(tx);
  return rows[0]?.found ?? false;
}
