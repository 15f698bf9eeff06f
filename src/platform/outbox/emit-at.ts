import { sql } from "kysely";
import type { Json } from "#kernel/canonical-json.ts";
import type { Instant } from "#kernel/day.ts";
import type { CommandContext } from "../command.ts";

/**
 * Asks for an effect at a moment, within the running transaction: from an effect, or for later (a digest of tomorrow at
 * eight), which then survives a restart. The same identifier asks once.
 */
export async function emitAt(
  { tx, organizationId, now }: Pick<CommandContext, "tx" | "organizationId" | "now">,
  asked: { readonly id: string; readonly event: string; readonly payload: Record<string, Json>; readonly at: Instant },
): Promise<void> {
  await sql`insert into platform.outbox (organization_id, id, event, payload, at, next_attempt_at)
    values (${organizationId}, ${asked.id}, ${asked.event}, ${JSON.stringify(asked.payload)}::jsonb, ${now}, ${asked.at})
    on conflict do nothing`.execute(tx);
}
