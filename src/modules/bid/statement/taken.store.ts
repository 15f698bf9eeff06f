import { sql } from "kysely";
import type { ActivityId } from "#kernel/id.ts";
import { quotesStill } from "#modules/sales/index.server.ts";
import type { QuoteId } from "#modules/sales/index.ts";
import type { CommandContext } from "#platform/command.ts";
import type { Statement } from "./statement.store.ts";

type Taken = {
  readonly activityId: ActivityId;
  readonly quoteId: QuoteId;
  readonly customer: Statement["customer"];
};

/** Keeps that a part is taken; false when it was already, and its quote is there still. */
export async function keepTaken(
  { tx, organizationId, now }: CommandContext,
  digest: string,
  { activityId, quoteId, customer }: Taken,
): Promise<boolean> {
  const cooperative = customer.cooperative === true ? customer.siren : "";
  const made =
    await sql`insert into bid.statement (organization_id, digest, activity_id, quote_id, cooperative_siren, at)
    values (${organizationId}, ${digest}, ${activityId}, ${quoteId}, ${cooperative}, ${now}) on conflict do nothing`.execute(
      tx,
    );
  if (made.numAffectedRows === 1n) return true;
  const { rows } = await sql<{ quoteId: QuoteId }>`select quote_id as "quoteId" from bid.statement
    where organization_id = ${organizationId} and digest = ${digest} for update`.execute(tx);
  const before = rows[0]?.quoteId;
  if (before !== undefined && (await quotesStill(tx, organizationId, [before])).has(before)) return false;
  await sql`update bid.statement set activity_id = ${activityId}, quote_id = ${quoteId},
      cooperative_siren = ${cooperative}, at = ${now}
    where organization_id = ${organizationId} and digest = ${digest}`.execute(tx);
  return true;
}
