import { sql } from "kysely";
import type { OrganizationId } from "#kernel/id.ts";
import type { OpenContext } from "#platform/command.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import { withUser } from "#platform/database/tenant.ts";
import type { OpenCooperative } from "#platform/public-command.ts";
import type { StructureId } from "../structure/structure.ts";

const SLUG = /^[a-z0-9-]{1,40}$/;

/** The network that opened its public page under an address; null for a closed page, and for no network at all. */
export async function openNetwork(database: Database, slug: string): Promise<OpenCooperative | null> {
  if (!SLUG.test(slug)) return null;
  return withUser(database, "", async (tx) => {
    const { rows } = await sql<OpenCooperative>`select organization_id as "organizationId", time_zone as "timeZone"
      from network.open_page(${slug})`.execute(tx);
    return rows[0] ?? null;
  });
}

export type PublicPage = { readonly open: boolean; readonly introduction: string; readonly version: number };

/** The public page; closed and empty for a network that never touched it (version 0). */
export async function publicPageOf(tx: Tx, organizationId: OrganizationId, lock = false): Promise<PublicPage> {
  const { rows } = await sql<PublicPage>`select open, introduction, version from network.page
    where organization_id = ${organizationId} ${lock ? sql`for update` : sql``}`.execute(tx);
  return rows[0] ?? { open: false, introduction: "", version: 0 };
}

/** So many messages in an hour from one address, and for one network. */
const PER_SENDER = 6;
const PER_NETWORK = 100;

/** Counts what comes by the contact form; false when it is too much for now. What is older than a day is forgotten. */
export async function admitContact(context: OpenContext, structureId: StructureId, sender: string): Promise<boolean> {
  const { tx, organizationId, now, id } = context;
  await sql`delete from network.contact where organization_id = ${organizationId}
    and at < ${now}::timestamptz - interval '1 day'`.execute(tx);
  const { rows } = await sql<{ own: number; every: number }>`
    select (count(*) filter (where sender = ${sender}))::int as own, count(*)::int as every from network.contact
     where organization_id = ${organizationId} and at > ${now}::timestamptz - interval '1 hour'`.execute(tx);
  const { own, every } = rows[0] ?? { own: 0, every: 0 };
  if (own >= PER_SENDER || every >= PER_NETWORK) return false;
  await sql`insert into network.contact (organization_id, id, structure_id, sender, at)
    values (${organizationId}, ${id()}, ${structureId}, ${sender}, ${now})`.execute(tx);
  return true;
}
