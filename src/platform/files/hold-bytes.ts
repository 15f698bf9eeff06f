import type { Id, OrganizationId } from "#kernel/id.ts";
import type { Clock } from "../clock.ts";
import type { Database } from "../database/database.ts";
import { withTenant } from "../database/tenant.ts";
import { newId } from "../id.ts";
import { markUnchecked } from "./file-check.store.ts";
import { fileName, type KeptType } from "./file-content.ts";
import type { FileStore } from "./file-store.ts";
import { type HeldFile, type HeldPurpose, holdFile } from "./held-file.store.ts";

/** Puts bytes that were checked in the store, then a row that only their sender can use. Null when too many wait. */
export async function holdBytes(
  { database, files, clock }: { readonly database: Database; readonly files: FileStore; readonly clock: Clock },
  sender: { readonly organizationId: OrganizationId; readonly userId: Id<"user"> },
  purpose: HeldPurpose,
  file: { readonly bytes: Uint8Array; readonly type: KeptType; readonly name: string; readonly checked?: boolean },
): Promise<HeldFile | null> {
  const now = clock();
  const hash = await files.put(file.bytes);
  const held: HeldFile = {
    id: newId<"heldFile">(now),
    hash,
    mediaType: file.type,
    name: fileName(file.name, file.type),
    size: file.bytes.byteLength,
  };
  return withTenant(database, sender, async (tx) => {
    // The antivirus gave no answer: the mark is written with the row that names the file.
    if (file.checked === false) await markUnchecked(tx, sender, hash, now);
    return holdFile(tx, sender, purpose, held, now);
  });
}
