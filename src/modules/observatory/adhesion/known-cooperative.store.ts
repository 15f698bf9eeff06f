/** SQL of the cooperatives that a house knows by their SIREN: a network says those of its public directory, a house keeps them. */
import { sql } from "kysely";
import type { Instant } from "#kernel/day.ts";
import type { OrganizationId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";
import type { ConnectionId } from "../tables.ts";

type Place = { readonly tx: Tx; readonly organizationId: OrganizationId };

export async function cooperativesKnown({ tx, organizationId }: Place): Promise<string[]> {
  const { rows } = await sql<{ siren: string }>`select distinct siren from published.cooperative
    where organization_id = ${organizationId} order by siren`.execute(tx);
  return rows.map(({ siren }) => siren);
}

/** Those that a network said last take the place of those it said before; a network that says none keeps what it said. */
export async function keepCooperatives(
  { tx, organizationId, now }: Place & { readonly now: Instant },
  connectionId: ConnectionId,
  said: readonly string[] | undefined,
): Promise<void> {
  if (said === undefined) return;
  await sql`delete from observatory.known_cooperative
    where organization_id = ${organizationId} and connection_id = ${connectionId} and siren <> all (${said}::text[])`.execute(
    tx,
  );
  await sql`insert into observatory.known_cooperative (organization_id, connection_id, siren, said_at)
    select distinct ${organizationId}::uuid, ${connectionId}::uuid, s, ${now}::timestamptz from unnest(${said}::text[]) s
    on conflict do nothing`.execute(tx);
}
