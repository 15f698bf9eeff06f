/** SQL of what happened to an invoice, told on its page. */

import { sql } from "kysely";
import type { Instant } from "#kernel/day.ts";
import type { OrganizationId, PersonId } from "#kernel/id.ts";
import type { CommandContext } from "#platform/command.ts";
import type { Tx } from "#platform/database/database.ts";
import type { SalesTables } from "../tables.ts";
import type { InvoiceId } from "./invoice.ts";
import type { QuoteId } from "./stored-invoice.ts";

const sales = (tx: Tx) => tx.withTables<SalesTables>();

export async function addEvent(context: CommandContext, id: InvoiceId, action: string, comment = ""): Promise<void> {
  await sales(context.tx)
    .insertInto("sales.document_event")
    .values({
      organization_id: context.organizationId,
      id: context.id(),
      document_kind: "invoice",
      document_id: id,
      action,
      person_id: context.actor.personId,
      comment,
      at: context.now,
    })
    .execute();
}

export type InvoiceEvent = {
  readonly action: string;
  /** Null: the customer, online. */
  readonly personId: PersonId | null;
  readonly comment: string;
  readonly at: Instant;
};

export async function eventsOf(
  tx: Tx,
  organizationId: OrganizationId,
  id: InvoiceId | QuoteId,
): Promise<InvoiceEvent[]> {
  const rows = await sales(tx)
    .selectFrom("sales.document_event")
    .select([
      "action",
      "person_id",
      "comment",
      sql<Instant>`to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`.as("at"),
    ])
    .where("organization_id", "=", organizationId)
    .where("document_id", "=", id)
    .orderBy("at")
    // A payment recorded with the issue comes after it.
    .orderBy(sql`action = 'pay'`)
    .orderBy("id")
    .execute();
  return rows.map((row) => ({ action: row.action, personId: row.person_id, comment: row.comment, at: row.at }));
}

/** What the cooperative asked for when it returned a document for the last time; empty when it never did. */
export async function commentOfReturn(
  tx: Tx,
  organizationId: OrganizationId,
  id: InvoiceId | QuoteId,
): Promise<string> {
  const row = await sales(tx)
    .selectFrom("sales.document_event")
    .select("comment")
    .where("organization_id", "=", organizationId)
    .where("document_id", "=", id)
    .where("action", "=", "return")
    .orderBy("at", "desc")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.comment ?? "";
}

/** The people of a timeline, to be named. */
export function peopleOf(events: readonly InvoiceEvent[]): PersonId[] {
  return [...new Set(events.flatMap(({ personId }) => (personId === null ? [] : [personId])))];
}
