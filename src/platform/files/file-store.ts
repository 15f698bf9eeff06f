import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { sql } from "kysely";
import type { Instant } from "#kernel/day.ts";
import type { OrganizationId } from "#kernel/id.ts";
import type { Tx } from "../database/database.ts";

/** Keeps bytes under the name of their content: written once, never changed. */
export type FileStore = {
  /** Writes the bytes durably (before the row that names them is committed) and returns their SHA-256. */
  put(bytes: Uint8Array): Promise<string>;
  /** The bytes, or null when they are not there. */
  get(hash: string): Promise<Uint8Array | null>;
  /** Lets go of the bytes for good, once no cooperative names them: an erasure, never a change. */
  remove(hash: string): Promise<void>;
};

/** The store gave no answer, or said no: the act that needed it did not happen. */
export class FilesAway extends Error {}

/** A store on the local disk: {directory}/ab/abcd…; a half-written file never carries its final name. */
export function openFileStore(directory: string): FileStore {
  const pathOf = (hash: string) => join(directory, hash.slice(0, 2), hash);
  return {
    async put(bytes) {
      const hash = createHash("sha256").update(bytes).digest("hex");
      const path = pathOf(hash);
      if (await exists(path)) return hash;
      await mkdir(dirname(path), { recursive: true });
      const partial = `${path}.${randomUUID()}.partial`;
      try {
        const file = await open(partial, "wx", 0o600);
        try {
          await file.writeFile(bytes);
          await file.sync();
        } finally {
          await file.close();
        }
        await rename(partial, path);
      } catch (error) {
        // On a full disk, what was written of each try would keep it full.
        await rm(partial, { force: true });
        throw error;
      }
      return hash;
    },
    async get(hash) {
      if (!/^[0-9a-f]{64}$/.test(hash)) return null;
      try {
        return await readFile(pathOf(hash));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
        throw error;
      }
    },
    async remove(hash) {
      if (/^[0-9a-f]{64}$/.test(hash)) await rm(pathOf(hash), { force: true });
    },
  };
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

export type StoredFile = { readonly hash: string; readonly mediaType: string; readonly name: string };

/** Records in the tenant that it holds a file of the store. Same content twice is one row. */
export async function recordFile(
  tx: Tx,
  organizationId: OrganizationId,
  file: StoredFile & { readonly size: number },
  now: Instant,
): Promise<void> {
  await sql`insert into platform.file (organization_id, hash, media_type, name, size, at)
    values (${organizationId}, ${file.hash}, ${file.mediaType}, ${file.name}, ${file.size}, ${now})
    on conflict (organization_id, hash) do nothing`.execute(tx);
}

/** The tenant's own record of a file: a hash alone opens nothing. */
export async function findFile(tx: Tx, organizationId: OrganizationId, hash: string): Promise<StoredFile | null> {
  const { rows } = await sql<{ hash: string; media_type: string; name: string }>`select hash, media_type, name
    from platform.file where organization_id = ${organizationId} and hash = ${hash}`.execute(tx);
  const row = rows[0];
  return row ? { hash: row.hash, mediaType: row.media_type, name: row.name } : null;
}
