import { sql } from "kysely";
import type { Id, OrganizationId } from "#kernel/id.ts";
import type { QuoteId } from "#modules/sales/index.ts";
import type { Tx } from "#platform/database/database.ts";

/** The quote that a part was made into, be it thrown away since. */
export async function quoteOfPart(
  tx: Tx,
  organizationId: OrganizationId,
  partId: Id<"bidPart">,
): Promise<QuoteId | null> {
  const { rows } = await sql<{ quoteId: QuoteId }>`select quote_id as "quoteId" from bid.quote
    where organization_id = ${organizationId} and part_id = ${partId}`.execute(tx);
  return rows[0]?.quoteId ?? null;
}
