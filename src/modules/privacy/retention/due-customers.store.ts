import { sql } from "kysely";
import { addMonths, type Day, dayIn, type Instant } from "#kernel/day.ts";
import type { Id, OrganizationId } from "#kernel/id.ts";
import { dayStart } from "#kernel/zoned.ts";
import type { Tx } from "#platform/database/database.ts";
import { dueOn } from "./retention.ts";

export type DueCustomer = { readonly customerId: Id<"customer">; readonly name: string; readonly dueOn: Day };

/**
 * Cards of customers that nothing keeps any more on a day or before, the soonest first: so many months after the last dealing
 * (the card itself, a quote, an invoice, a payment, a reminder), whatever was owed being settled.
 */
export async function dueCustomers(
  tx: Tx,
  organizationId: OrganizationId,
  { timeZone, months, until }: { readonly timeZone: string; readonly months: number; readonly until: Day },
): Promise<DueCustomer[]> {
  const before = dayStart(addMonths(until, -months), timeZone);
  const { rows } = await sql<{ customerId: Id<"customer">; name: string; at: Instant }>`
    select c.id as "customerId", c.name, greatest(c.created_at, quoted.at, invoiced.at, paid.at, reminded.at) as at
      from sales.customer c
      left join lateral (select max(q.updated_at) as at from sales.quote q
        where q.organization_id = c.organization_id and q.customer_id = c.id) quoted on true
      left join lateral (select max(i.updated_at) as at, bool_or(i.settled < i.due) as owed from sales.invoice i
        where i.organization_id = c.organization_id and i.customer_id = c.id) invoiced on true
      left join lateral (select max(p.recorded_at) as at from sales.invoice i join sales.payment p
        on p.organization_id = i.organization_id and p.invoice_id = i.id
        where i.organization_id = c.organization_id and i.customer_id = c.id) paid on true
      left join lateral (select max(r.at) as at from sales.invoice i join sales.reminder r
        on r.organization_id = i.organization_id and r.invoice_id = i.id
        where i.organization_id = c.organization_id and i.customer_id = c.id) reminded on true
     where c.organization_id = ${organizationId} and c.created_at < ${before} and invoiced.owed is not true
       and (c.kind = 'individual' and c.erased_at is null
         or c.kind = 'company' and (c.contact_name, c.email, c.phone, c.note) <> ('', '', '', ''))
     order by at, c.id`.execute(tx);
  return rows
    .map(({ at, ...row }) => ({ ...row, dueOn: dueOn(dayIn(at, timeZone), months) }))
    .filter((customer) => customer.dueOn <= until);
}
