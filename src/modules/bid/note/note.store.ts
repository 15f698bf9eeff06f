import { sql } from "kysely";
import type { Instant } from "#kernel/day.ts";
import type { Id, OrganizationId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";
import type { BidId } from "../bid/bid.ts";

export type Note = {
  readonly id: Id<"bidNote">;
  readonly bidId: BidId;
  readonly author: string;
  readonly words: string;
  readonly fileHash: string | null;
  readonly fileName: string | null;
  readonly mediaType: string | null;
  readonly at: Instant;
};

const columns = sql`n.id, n.bid_id as "bidId", p.first_name || ' ' || p.last_name as author, n.words,
  n.file_hash as "fileHash", n.file_name as "fileName", n.media_type as "mediaType", n.at
  from bid.note n
  join membership.person p on p.organization_id = n.organization_id and p.id = n.person_id`;

export async function notesOf(tx: Tx, organizationId: OrganizationId, bidId: BidId): Promise<readonly Note[]> {
  const { rows } = await sql<Note>`select ${columns}
    where n.organization_id = ${organizationId} and n.bid_id = ${bidId} order by n.at, n.id`.execute(tx);
  return rows;
}

export async function findNote(tx: Tx, organizationId: OrganizationId, id: Id<"bidNote">): Promise<Note | null> {
  const { rows } = await sql<Note>`select ${columns}
    where n.organization_id = ${organizationId} and n.id = ${id}`.execute(tx);
  return rows[0] ?? null;
}
