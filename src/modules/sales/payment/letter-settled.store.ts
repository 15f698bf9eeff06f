/** Lettrage of what customers owe, by the acts that settle it: nobody letters by hand what an act already knows. */

import { sql } from "kysely";
import { type PostingContext, reconcileEntries, releaseEntries } from "#modules/ledger/index.server.ts";
import type { EntryId } from "#modules/ledger/index.ts";
import type { InvoiceId } from "../invoice/invoice.ts";

/**
 * Letters the customer lines of a document with those of its payments, and of the documents that it was set off
 * against (and theirs), when together they come to zero. A part payment, or a credit note not used up, waits.
 */
export async function letterSettled(context: PostingContext, invoiceId: InvoiceId, account: string): Promise<void> {
  const { organizationId } = context;
  const { rows } = await sql<{ id: EntryId }>`
    with recursive linked(id) as (
      select ${invoiceId}::uuid
      union
      select p.counterpart_invoice_id
        from linked
        join sales.payment p on p.organization_id = ${organizationId} and p.invoice_id = linked.id
         and p.counterpart_invoice_id is not null
    )
    select i.entry_id as id from linked
      join sales.invoice i on i.organization_id = ${organizationId} and i.id = linked.id and i.entry_id is not null
    union
    select p.entry_id from linked
      join sales.payment p on p.organization_id = ${organizationId} and p.invoice_id = linked.id and p.entry_id is not null
  `.execute(context.tx);
  await reconcileEntries(
    context,
    account,
    rows.map((row) => row.id),
  );
}

/** A payment that is undone takes its letter back, and settles with what undoes it: the invoice is open again. */
export async function letterReversal(
  context: PostingContext,
  account: string,
  entryIds: readonly EntryId[],
): Promise<void> {
  await releaseEntries(context, account, entryIds);
  await reconcileEntries(context, account, entryIds);
}
