import { sql } from "kysely";
import type { Instant } from "#kernel/day.ts";
import type { Id, OrganizationId } from "#kernel/id.ts";
import type { Tx } from "../database/database.ts";
import type { KeptType } from "./file-content.ts";

export type HeldPurpose = "logo" | "document" | "template" | "piece" | "evidence";

/** A file sent with a form that is not accepted yet. */
export type HeldFile = {
  readonly id: Id<"heldFile">;
  readonly hash: string;
  readonly mediaType: KeptType;
  readonly name: string;
  readonly size: number;
};

type Sender = { readonly organizationId: OrganizationId; readonly userId: Id<"user"> };

/** Files that one person may have waiting, beyond what the longest form takes. */
const MOST_HELD = 60;

/**
 * Keeps a file for its sender; what they left two days ago is forgotten. The same file under the same name is the one
 * that waits: a second click sends the same form. Null when too many are waiting.
 */
export async function holdFile(
  tx: Tx,
  { organizationId, userId }: Sender,
  purpose: HeldPurpose,
  file: HeldFile,
  now: Instant,
): Promise<HeldFile | null> {
  await sql`delete from platform.held_file where organization_id = ${organizationId} and user_id = ${userId}
    and at < ${now}::timestamptz - interval '2 days'`.execute(tx);
  const { rows } = await sql<{ id: HeldFile["id"] }>`select id from platform.held_file
    where organization_id = ${organizationId} and user_id = ${userId} and purpose = ${purpose} and hash = ${file.hash}
      and name = ${file.name} order by at limit 1`.execute(tx);
  if (rows[0] !== undefined) return { ...file, id: rows[0].id };
  const { numAffectedRows } = await sql`insert into platform.held_file
      (organization_id, id, user_id, purpose, hash, media_type, name, size, at)
    select ${organizationId}, ${file.id}, ${userId}, ${purpose}, ${file.hash}, ${file.mediaType}, ${file.name},
           ${file.size}, ${now}
     where (select count(*) from platform.held_file where organization_id = ${organizationId} and user_id = ${userId})
           < ${MOST_HELD}`.execute(tx);
  return numAffectedRows === 1n ? file : null;
}

/** Those of the files that this very person sent for that purpose, in the order asked. */
export async function heldFiles(
  tx: Tx,
  { organizationId, userId }: Sender,
  purpose: HeldPurpose,
  ids: readonly Id<"heldFile">[],
): Promise<HeldFile[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<Omit<HeldFile, "size"> & { size: string }>`
    select id, hash, media_type as "mediaType", name, size::text from platform.held_file
     where organization_id = ${organizationId} and user_id = ${userId} and purpose = ${purpose}
       and id = any(${[...ids]}::uuid[])
     order by array_position(${[...ids]}::uuid[], id)`.execute(tx);
  return rows.map((row) => ({ ...row, size: Number(row.size) }));
}
