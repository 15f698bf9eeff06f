import { sql } from "kysely";
import type { Id, OrganizationId } from "#kernel/id.ts";
import { quotesStill } from "#modules/sales/index.server.ts";
import type { QuoteId } from "#modules/sales/index.ts";
import type { Tx } from "#platform/database/database.ts";

type PartId = Id<"bidPart">;

/** The quotes that parts were made into, but those thrown away since. */
export async function quotesOfParts(
  tx: Tx,
  organizationId: OrganizationId,
  partIds: readonly PartId[],
): Promise<ReadonlyMap<PartId, QuoteId>> {
  const { rows } = await sql<{ partId: PartId; quoteId: QuoteId }>`
    select part_id as "partId", quote_id as "quoteId" from bid.quote
     where organization_id = ${organizationId} and part_id = any(${[...partIds]}::uuid[])`.execute(tx);
  const quotes = rows.map(({ quoteId }) => quoteId);
  const still = await quotesStill(tx, organizationId, quotes);
  return new Map(rows.filter(({ quoteId }) => still.has(quoteId)).map(({ partId, quoteId }) => [partId, quoteId]));
}

export async function quoteOfPart(tx: Tx, organizationId: OrganizationId, partId: PartId): Promise<QuoteId | null> {
  return (await quotesOfParts(tx, organizationId, [partId])).get(partId) ?? null;
}
