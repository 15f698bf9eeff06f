/**
 * A backup is a tar.gz of:
 *   essaim.json                        what follows, and the migrations of the database it comes from
 *   tables/{schema.table}/000001.copy  rows in PostgreSQL's COPY text format, columns as essaim.json says
 *   files/{sha256}                     the content of each file (platform.file, platform.held_file)
 *   manifest.json                      rows and SHA-256 of each table, number of files
 * Without Essaim: `tar xzf`, then `\copy ledger.entry (…) from 'tables/ledger.entry/000001.copy'`.
 */
export type BackupHead = {
  readonly format: "essaim-backup";
  readonly version: 1;
  readonly at: string;
  readonly server: string;
  readonly migrations: readonly { readonly name: string; readonly checksum: string }[];
  /** In an order where a row comes after those it refers to. */
  readonly tables: readonly { readonly name: string; readonly columns: readonly string[] }[];
};

export type BackupManifest = {
  readonly tables: Readonly<Record<string, { readonly rows: number; readonly sha256: string }>>;
  readonly files: { readonly count: number; readonly bytes: number; readonly missing: readonly string[] };
};

/** Reads the head; null when it is not one that this version understands. */
export function readHead(content: Uint8Array): BackupHead | null {
  try {
    const head = JSON.parse(Buffer.from(content).toString("utf8")) as Partial<BackupHead> | null;
    if (head?.format !== "essaim-backup" || head.version !== 1) return null;
    return Array.isArray(head.migrations) && Array.isArray(head.tables) ? (head as BackupHead) : null;
  } catch {
    return null;
  }
}

export function readManifest(content: Uint8Array): BackupManifest | null {
  try {
    const manifest = JSON.parse(Buffer.from(content).toString("utf8")) as Partial<BackupManifest> | null;
    return manifest?.tables && manifest.files ? (manifest as BackupManifest) : null;
  } catch {
    return null;
  }
}

/** Why a backup of these migrations cannot be put back by a program that has `ours`; null when it can. */
export function migrationGap(
  theirs: BackupHead["migrations"],
  ours: readonly { readonly name: string; readonly checksum: string }[],
): string | null {
  const known = new Map(ours.map((migration) => [migration.name, migration.checksum]));
  return theirs.find((migration) => known.get(migration.name) !== migration.checksum)?.name ?? null;
}
