import { sql } from "kysely";
import type { DelegableWork } from "#kernel/actor.ts";
import { type Day, firstDayOf, type Instant, lastDayOf, type Month, monthOf } from "#kernel/day.ts";
import type { Id, OrganizationId } from "#kernel/id.ts";
import { contractsBetween } from "#modules/membership/index.server.ts";
import { invoicesStill } from "#modules/sales/index.server.ts";
import type { Tx } from "#platform/database/database.ts";
import { derivedId } from "#platform/id.ts";
import type { Agreement, Side } from "../agreement/agreement.ts";
import { dueOnOf, subjectsOf, type Volume, type Work } from "./work.ts";

const columns = sql`w.id, w.agreement_id as "agreementId", w.work, w.month, w.person_id as "personId",
  coalesce(p.first_name || ' ' || p.last_name, '') as "personName", w.due_on as "dueOn", w.done_at as "doneAt",
  w.done_on as "doneOn", w.fault_at as "faultAt", w.fault
  from delegation.work w
  left join membership.person p on p.organization_id = w.organization_id and p.id = w.person_id`;

export type WorkFilter = {
  readonly agreementId?: Id<"delegation">;
  readonly works?: readonly DelegableWork[];
  readonly month?: Month;
};

export async function listWork(tx: Tx, organizationId: OrganizationId, filter: WorkFilter): Promise<readonly Work[]> {
  const { agreementId = null, works = null, month = null } = filter;
  const { rows } = await sql<Work>`select ${columns}
    where w.organization_id = ${organizationId} and (${agreementId}::uuid is null or w.agreement_id = ${agreementId})
      and (${works === null ? null : [...works]}::text[] is null or w.work = any(${works === null ? null : [...works]}::text[]))
      and (${month}::text is null or w.month = ${month})
    order by w.month desc, w.done_at is not null, w.due_on, w.work, "personName", w.id`.execute(tx);
  return rows;
}

export async function findWork(
  tx: Tx,
  organizationId: OrganizationId,
  id: Id<"work">,
  lock = false,
): Promise<Work | null> {
  const { rows } = await sql<Work>`select ${columns}
    where w.organization_id = ${organizationId} and w.id = ${id} ${lock ? sql`for update of w` : sql``}`.execute(tx);
  return rows[0] ?? null;
}

/** What the month of a day asks for, from the scope: made once, whoever asks again. */
export async function openMonth(
  tx: Tx,
  organizationId: OrganizationId,
  agreement: Agreement,
  on: Day,
): Promise<number> {
  const month = monthOf(on);
  const contracts = await contractsBetween(tx, organizationId, firstDayOf(month), lastDayOf(month));
  const rows = agreement.items.flatMap(({ work }) =>
    subjectsOf(work, month, contracts).map((personId) => ({
      id: derivedId(`${agreement.id} ${work} ${month} ${personId ?? ""}`),
      ...{ work, person_id: personId, due_on: dueOnOf(work, month, on) },
    })),
  );
  const result =
    await sql`insert into delegation.work (organization_id, id, agreement_id, work, month, person_id, due_on)
    select ${organizationId}, r.id, ${agreement.id}, r.work, ${month}, r.person_id, r.due_on
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, work text, person_id uuid, due_on date)
    on conflict do nothing`.execute(tx);
  return Number(result.numAffectedRows ?? 0n);
}

export async function finish(tx: Tx, organizationId: OrganizationId, id: Id<"work">, now: Instant, on: Day) {
  await sql`update delegation.work set done_at = ${now}, done_on = ${on}
    where organization_id = ${organizationId} and id = ${id}`.execute(tx);
}

export async function noteFault(tx: Tx, organizationId: OrganizationId, id: Id<"work">, now: Instant, fault: string) {
  await sql`update delegation.work set fault_at = ${now}, fault = ${fault}
    where organization_id = ${organizationId} and id = ${id}`.execute(tx);
}

export type WorkComment = {
  readonly id: Id<"comment">;
  readonly side: Side;
  readonly author: string;
  readonly words: string;
  readonly at: Instant;
};

export async function commentsOf(tx: Tx, organizationId: OrganizationId, workId: Id<"work">) {
  const { rows } = await sql<WorkComment>`select id, side, author, words, at from delegation.comment
    where organization_id = ${organizationId} and work_id = ${workId} order by at, id`.execute(tx);
  return rows;
}

/** On the provider's side: what it did, month by month, as the client's copy counts it. */
export async function volumesKept(
  tx: Tx,
  organizationId: OrganizationId,
  agreementId: Id<"delegation">,
): Promise<readonly Volume[]> {
  const { rows } = await sql<Volume>`select month, work, asked, done, late, faults from delegation.volume
    where organization_id = ${organizationId} and agreement_id = ${agreementId} order by month desc, work`.execute(tx);
  return rows;
}

export async function keepVolumes(
  tx: Tx,
  organizationId: OrganizationId,
  agreementId: Id<"delegation">,
  volumes: readonly Volume[],
): Promise<void> {
  await sql`insert into delegation.volume (organization_id, agreement_id, month, work, asked, done, late, faults)
    select ${organizationId}, ${agreementId}, r.month, r.work, r.asked, r.done, r.late, r.faults
      from jsonb_to_recordset(${JSON.stringify(volumes)}::jsonb)
        as r(month text, work text, asked integer, done integer, late integer, faults integer)
    on conflict (organization_id, agreement_id, month, work)
    do update set asked = excluded.asked, done = excluded.done, late = excluded.late, faults = excluded.faults`.execute(
    tx,
  );
}

export type Bill = { readonly month: Month; readonly invoiceId: Id<"invoice"> };

/** The invoices of its months that are there: one that was thrown away bills nothing. */
export async function billsOf(tx: Tx, organizationId: OrganizationId, agreementId: Id<"delegation">) {
  const { rows } = await sql<Bill>`select month, invoice_id as "invoiceId" from delegation.bill
    where organization_id = ${organizationId} and agreement_id = ${agreementId}`.execute(tx);
  const invoices = rows.map(({ invoiceId }) => invoiceId);
  const still = await invoicesStill(tx, organizationId, invoices);
  return rows.filter(({ invoiceId }) => still.has(invoiceId));
}
