import { sql } from "kysely";
import type { Id, OrganizationId } from "#kernel/id.ts";
import type { Cents } from "#kernel/money.ts";
import type { EntryId } from "#modules/ledger/index.ts";
import type { CommandContext } from "#platform/command.ts";
import type { Tx } from "#platform/database/database.ts";
import type { BidId } from "../bid/bid.ts";

export type Split = { readonly invoiceId: Id<"invoice">; readonly entryId: EntryId; readonly amount: Cents };

export async function splitsOf(tx: Tx, organizationId: OrganizationId, bidId: BidId): Promise<readonly Split[]> {
  const { rows } = await sql<Omit<Split, "amount"> & { readonly amount: string }>`
    select invoice_id as "invoiceId", entry_id as "entryId", amount::text from bid.split
     where organization_id = ${organizationId} and bid_id = ${bidId} order by at, invoice_id`.execute(tx);
  return rows.map((row) => ({ ...row, amount: BigInt(row.amount) as Cents }));
}

export async function insertSplit(context: CommandContext, bidId: BidId, { invoiceId, entryId, amount }: Split) {
  const { tx, organizationId, now } = context;
  await sql`insert into bid.split (organization_id, invoice_id, bid_id, entry_id, amount, at)
    values (${organizationId}, ${invoiceId}, ${bidId}, ${entryId}, ${amount}, ${now})`.execute(tx);
}
