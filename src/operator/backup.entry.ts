import { createHash, type Hash } from "node:crypto";
import { existsSync } from "node:fs";
import { stat } from "node:fs/promises";
import pg from "pg";
import copyStreams from "pg-copy-streams";
import type { Connection } from "#platform/database/database.ts";
import type { FileStore } from "#platform/files/file-store.ts";
import { type ArchiveFile, writeArchive } from "./archive.entry.ts";
import type { BackupHead, BackupManifest } from "./backup-format.ts";
import { appliedMigrations, assertWholeSight, listTables, type Table } from "./catalogue.entry.ts";
import { asAdministrator } from "./database.entry.ts";
import { OperatorError } from "./say.entry.ts";

/** A piece of a table in the archive: whole rows, at most about this size in memory. */
const PIECE_BYTES = 4 * 1024 * 1024;
const HASHES_AT_ONCE = 1_000;

export type BackupReport = BackupManifest & { readonly bytes: number };

/**
 * Writes every row of every tenant, and every file that they name, as they were at one moment (one repeatable-read
 * snapshot): a tar.gz that any tool opens. The role essaim_backup reads; nobody is kept waiting.
 * Refused when `path` exists. The instance's secret is not in it: keys are kept apart from backups.
 */
export async function backUp(
  admin: Connection,
  reader: Connection,
  files: FileStore,
  path: string,
  now: Date,
): Promise<BackupReport> {
  if (existsSync(path)) throw new OperatorError("backupExists", { file: path });
  const { tables, migrations, server } = await asAdministrator(admin, async (client) => {
    await assertWholeSight(client);
    const version = await client.query<{ version: string }>("select current_setting('server_version') as version");
    return {
      tables: await listTables(client),
      migrations: await appliedMigrations(client),
      server: version.rows[0]?.version ?? "",
    };
  });
  const head: BackupHead = {
    format: "essaim-backup",
    version: 1,
    at: now.toISOString(),
    server,
    migrations,
    tables: tables.map(({ name, columns }) => ({ name, columns })),
  };
  const manifest: { tables: Record<string, { rows: number; sha256: string }>; files: BackupManifest["files"] } = {
    tables: {},
    files: { count: 0, bytes: 0, missing: [] },
  };

  const client = new pg.Client({ ...reader, ssl: reader.ssl ? { rejectUnauthorized: true } : undefined });
  await client.connect();
  try {
    await client.query("begin isolation level repeatable read read only");
    await client.query("set local statement_timeout = 0");
    await writeArchive(path, contents(), now.getTime() / 1000);
    await client.query("commit");
  } finally {
    await client.end().catch(() => {});
  }
  return { ...manifest, bytes: (await stat(path)).size };

  async function* contents(): AsyncGenerator<ArchiveFile> {
    yield json("essaim.json", head);
    for (const table of tables) yield* pieces(table);
    yield* storedFiles();
    yield json("manifest.json", manifest);
  }

  async function* pieces(table: Table): AsyncGenerator<ArchiveFile> {
    const hash = createHash("sha256");
    const stream = client.query(copyStreams.to(`copy ${table.sql} (${table.columns.join(", ")}) to stdout`));
    let number = 0;
    for await (const content of wholeRows(stream, hash)) {
      number += 1;
      yield { name: `tables/${table.name}/${String(number).padStart(6, "0")}.copy`, content };
    }
    manifest.tables[table.name] = { rows: stream.rowCount, sha256: hash.digest("hex") };
  }

  async function* storedFiles(): AsyncGenerator<ArchiveFile> {
    const missing: string[] = [];
    for (let after = ""; ; ) {
      const { rows } = await client.query<{ hash: string }>(
        // Those that wait for their form too: their sender may keep them after the restore.
        `select hash from (select hash from platform.file union select hash from platform.held_file) f
          where hash > $1 order by hash limit $2`,
        [after, HASHES_AT_ONCE],
      );
      for (const { hash } of rows) {
        after = hash;
        const content = await files.get(hash);
        if (content === null) missing.push(hash);
        else {
          manifest.files = {
            count: manifest.files.count + 1,
            bytes: manifest.files.bytes + content.length,
            missing,
          };
          yield { name: `files/${hash}`, content };
        }
      }
      if (rows.length < HASHES_AT_ONCE) break;
    }
    manifest.files = { ...manifest.files, missing };
  }
}

/** Cuts what COPY sends into pieces of whole rows: a raw line feed only ever ends a row in this format. */
async function* wholeRows(stream: AsyncIterable<Buffer>, hash: Hash): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    hash.update(chunk);
    held.push(chunk);
    size += chunk.length;
    if (size < PIECE_BYTES) continue;
    const whole = Buffer.concat(held, size);
    const end = whole.lastIndexOf(0x0a) + 1;
    if (end === 0) continue;
    yield whole.subarray(0, end);
    held = end < size ? [whole.subarray(end)] : [];
    size -= end;
  }
  if (size > 0) yield Buffer.concat(held, size);
}

function json(name: string, value: unknown): ArchiveFile {
  return { name, content: Buffer.from(`${JSON.stringify(value, null, 1)}\n`) };
}
