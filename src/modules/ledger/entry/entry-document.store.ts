import { sql } from "kysely";
import type { Instant } from "#kernel/day.ts";
import type { Id, OrganizationId } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import type { CommandContext } from "#platform/command.ts";
import type { Tx } from "#platform/database/database.ts";
import type { DocumentType } from "#platform/files/file-content.ts";
import { recordFile } from "#platform/files/file-store.ts";
import { heldFiles } from "#platform/files/held-file.store.ts";
import type { EntryId } from "./entry.ts";
import type { DocumentRefusalCode } from "./entry-document.fr.ts";
import type { EntryDocumentId } from "./entry-document.ts";

export type EntryDocument = {
  readonly id: EntryDocumentId;
  readonly entryId: EntryId;
  readonly hash: string;
  readonly name: string;
  readonly mediaType: DocumentType;
  readonly at: Instant;
};

const columns = sql`id, entry_id as "entryId", hash, name, media_type as "mediaType", at`;

/** The documents of an entry, in the order in which they were added. */
export async function documentsOf(tx: Tx, organizationId: OrganizationId, entryId: EntryId): Promise<EntryDocument[]> {
  const { rows } = await sql<EntryDocument>`select ${columns} from ledger.entry_document
    where organization_id = ${organizationId} and entry_id = ${entryId} order by at, rank`.execute(tx);
  return rows;
}

export async function findDocument(
  tx: Tx,
  organizationId: OrganizationId,
  id: EntryDocumentId,
): Promise<EntryDocument | null> {
  const { rows } = await sql<EntryDocument>`select ${columns} from ledger.entry_document
    where organization_id = ${organizationId} and id = ${id}`.execute(tx);
  return rows[0] ?? null;
}

/** Attaches the files that the actor sent: each becomes the cooperative's own, and a fact of the entry. How many were new. */
export async function attachFiles(
  context: CommandContext,
  entryId: EntryId,
  ids: readonly Id<"heldFile">[],
): Promise<number | Refusal<DocumentRefusalCode>> {
  const { tx, organizationId, actor, now } = context;
  const wanted = [...new Set(ids)];
  const files = await heldFiles(tx, { organizationId, userId: actor.userId }, "document", wanted);
  if (files.length < wanted.length) return refuse("invalid", "entryDocument.gone", {}, "files");
  let added = 0;
  for (const [rank, file] of files.entries()) {
    await recordFile(tx, organizationId, file, now);
    const { numAffectedRows } = await sql`insert into ledger.entry_document
        (organization_id, id, entry_id, rank, hash, name, media_type, size, at, added_by)
      values (${organizationId}, ${context.id()}, ${entryId}, ${rank}, ${file.hash}, ${file.name},
        ${file.mediaType}, ${file.size}, ${now}, ${actor.personId})
      on conflict (organization_id, entry_id, hash) do nothing`.execute(tx);
    added += Number(numAffectedRows ?? 0n);
  }
  return added;
}
