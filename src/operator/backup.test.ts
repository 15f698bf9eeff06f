import { execFileSync } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { postManualEntry, verifyLedger } from "#modules/ledger/index.server.ts";
import { presentActivity } from "#modules/membership/index.server.ts";
import { salesTenant } from "#modules/sales/testing.ts";
import { type Connection, openDatabase, openPool } from "#platform/database/database.ts";
import { connectionFor } from "#platform/database/roles.ts";
import { withTenant } from "#platform/database/tenant.ts";
import { openFileStore, recordFile } from "#platform/files/file-store.ts";
import { holdBytes } from "#platform/files/hold-bytes.ts";
import { openS3Store } from "#platform/files/s3-store.ts";
import { JPEG, PDF_BYTES, PNG } from "#platform/testing/pictures.ts";
import { openS3Double } from "#platform/testing/s3-double.ts";
import { TEST_PREFIX, TEST_SECRET } from "#testing/global-setup.ts";
import { testDatabase } from "#testing/test-database.ts";
import { backUp } from "./backup.entry.ts";
import { assertWholeSight, listTables } from "./catalogue.entry.ts";
import { asAdministrator } from "./database.entry.ts";
import { restore } from "./restore.entry.ts";

let folder: string;
let made = 0;
const options = { loginPrefix: TEST_PREFIX, secret: TEST_SECRET };
const now = new Date("2026-11-22T10:00:00Z");

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "essaim-backup-"));
});
afterAll(async () => {
  const { admin } = await testDatabase();
  await asAdministrator({ ...admin, database: "postgres" }, async (client) => {
    for (let number = 1; number <= made; number++) await client.query(`drop database if exists ${nameOf(number)}`);
  });
  await rm(folder, { recursive: true });
});

const nameOf = (number: number) => `essaim_restored_${process.pid}_${number}`;

/** A database that holds nothing at all. */
async function emptyDatabase(): Promise<Connection> {
  const { admin } = await testDatabase();
  made += 1;
  const name = nameOf(made);
  await asAdministrator({ ...admin, database: "postgres" }, (client) =>
    client.query(`create database ${name} encoding 'UTF8' template template0`),
  );
  return { ...admin, database: name };
}

/** The rows of every table, in an order of their own. */
async function contentOf(connection: Connection): Promise<Record<string, string[]>> {
  const client = new pg.Client(connection);
  await client.connect();
  const content: Record<string, string[]> = {};
  for (const table of await listTables(client)) {
    const { rows } = await client.query<{ row: string }>(
      `select row from (select (t.*)::text as row from ${table.sql} t) x order by row collate "C"`,
    );
    content[table.name] = rows.map((row) => row.row);
  }
  await client.end();
  return content;
}

/** A cooperative with customers, invoices, payments' entries, a file, and texts that try the format. */
async function liveCooperative() {
  const sales = await salesTenant();
  await sales.issue([{ price: "1000" }]);
  await sales.issue([{ price: "33.335", quantity: "3" }]);
  const files = openFileStore(join(folder, "files"));
  const content = Buffer.from("une facture, avec des retours\nà la ligne\tet des \\ barres");
  const hash = await files.put(content);
  await sales.tenant.run(async (tx) => {
    await recordFile(
      tx,
      sales.tenant.organizationId,
      { hash, mediaType: "text/plain", name: "l'été\\n.txt", size: content.length },
      sales.tenant.host.clock(),
    );
  });
  const { tenant, accountant, activityId } = sales;
  const sources = { database: tenant.host.database, clock: tenant.host.clock, files };
  const hold = async (purpose: "logo" | "document", bytes: Uint8Array, type: "image/jpeg" | "application/pdf") => {
    const held = await holdBytes(sources, accountant.caller, purpose, { bytes, type, name: "papier" });
    return held ?? expect.fail("too many files are held");
  };
  const invoice = await hold("document", PDF_BYTES, "application/pdf");
  const line = (account: string, debit: string, credit: string) => ({ account, activityId, debit, credit });
  await sales.run(accountant, postManualEntry, {
    journalCode: "AC",
    date: "2026-11-20",
    label: "Achat",
    pieceRef: "F-1",
    lines: [line("606", "500", "0"), line("401", "0", "500")],
    documents: [invoice.id],
  });
  const direction = await tenant.person({ roles: ["direction"] });
  const logo = await holdBytes(sources, direction.caller, "logo", { bytes: PNG, type: "image/png", name: "logo" });
  await sales.run(direction, presentActivity, { activityId, version: 1, logo: logo?.id });
  // A file that waits for its form is somebody's work too.
  const waiting = await hold("document", JPEG, "image/jpeg");
  const { admin } = sales.tenant.database;
  return {
    sales,
    files,
    hash,
    papers: [invoice.hash, logo?.hash ?? "", waiting.hash],
    admin,
    reader: connectionFor(admin, TEST_PREFIX, "backup", TEST_SECRET),
  };
}

test("une sauvegarde restaurée dans une autre base donne les mêmes lignes, les mêmes fichiers et des livres intacts", async () => {
  const { sales, files, hash, papers, admin, reader } = await liveCooperative();
  const path = join(folder, "whole.tar.gz");
  const report = await backUp(admin, reader, files, path, now);
  expect(report.files).toMatchObject({ count: 4, missing: [] });
  expect(report.tables["ledger.entry_document"]?.rows).toBe(1);
  expect(report.tables["ledger.entry"]?.rows).toBeGreaterThanOrEqual(2);
  expect(report.tables["platform.audit"]?.rows).toBeGreaterThan(2);

  const second = await emptyDatabase();
  const restoredFiles = openFileStore(join(folder, "restored-files"));
  await restore(second, restoredFiles, path, options);
  const before = await contentOf(admin);
  const after = await contentOf(second);
  expect(Object.keys(after)).toEqual(Object.keys(before));
  for (const name of Object.keys(before)) expect(after[name], name).toEqual(before[name]);
  for (const kept of [hash, ...papers]) {
    expect(await restoredFiles.get(kept)).not.toBeNull();
    expect(await restoredFiles.get(kept)).toEqual(await files.get(kept));
  }

  const pool = openPool(connectionFor(second, TEST_PREFIX, "app", TEST_SECRET), 2);
  try {
    const scope = { organizationId: sales.tenant.organizationId, userId: null };
    const verdict = await withTenant(openDatabase(pool), scope, (tx) => verifyLedger(tx, scope.organizationId));
    expect(verdict.faults).toEqual([]);
    expect(verdict.entries).toBe(3n);
    // The guards are back: row-level security binds the application, and the past is still frozen.
    expect((await pool.query("select 1 from ledger.entry")).rowCount).toBe(0);
    await expect(
      withTenant(openDatabase(pool), scope, (tx) =>
        import("kysely").then(({ sql }) => sql`update ledger.entry set label = 'autre'`.execute(tx)),
      ),
    ).rejects.toThrow("never changed");
  } finally {
    await pool.end();
  }
});

test("d'un espace S3 vers un disque et retour : l'archive contient les fichiers, où qu'ils soient", async () => {
  const keys = { accessKey: "ESSAIM", secretKey: "secret", region: "fr-par" };
  const double = await openS3Double("pieces", keys);
  const bucket = openS3Store({ ...keys, endpoint: double.url, bucket: "pieces", pathStyle: true, prefix: "essaim/" });
  const { files, hash, papers, admin, reader } = await liveCooperative();
  for (const kept of [hash, ...papers]) await bucket.put((await files.get(kept)) ?? new Uint8Array());
  const path = join(folder, "bucket.tar.gz");
  expect((await backUp(admin, reader, bucket, path, now)).files).toMatchObject({ count: 4, missing: [] });
  const disk = openFileStore(join(folder, "from-bucket"));
  await restore(await emptyDatabase(), disk, path, options);
  expect(await disk.get(hash)).toEqual(await files.get(hash));
  double.objects.clear();
  await restore(await emptyDatabase(), bucket, path, options);
  expect(double.objects.size).toBe(4);
  // While the bucket is away, no archive pretends to be whole.
  double.next.push(503, 503, 503);
  await expect(backUp(admin, reader, bucket, join(folder, "away.tar.gz"), now)).rejects.toThrow("does not answer");
  await double.close();
});

test("la sauvegarde s'ouvre sans Essaim", async () => {
  const { files, admin, reader } = await liveCooperative();
  const path = join(folder, "open.tar.gz");
  await backUp(admin, reader, files, path, now);
  const rows = execFileSync("tar", ["xzOf", path, "tables/ledger.entry/000001.copy"], { encoding: "utf8" });
  expect(rows.trim().split("\n").length).toBeGreaterThanOrEqual(2);
});

test("une base qui contient déjà quelque chose n'est jamais touchée", async () => {
  const { files, admin, reader } = await liveCooperative();
  const path = join(folder, "again.tar.gz");
  await backUp(admin, reader, files, path, now);
  const before = await contentOf(admin);
  await expect(restore(admin, files, path, options)).rejects.toThrow("demande une base vide");
  expect(await contentOf(admin)).toEqual(before);
});

test("une sauvegarde changée ou coupée ne restaure rien", async () => {
  const { files, admin, reader } = await liveCooperative();
  const path = join(folder, "changed.tar.gz");
  await backUp(admin, reader, files, path, now);
  // One amount is changed by a patient hand: the archive is valid, its manifest is not.
  const opened = await mkdtemp(join(folder, "opened-"));
  execFileSync("tar", ["xzf", path, "-C", opened]);
  const journals = join(opened, "tables/ledger.journal/000001.copy");
  await writeFile(journals, (await readFile(journals, "utf8")).replace("Achats", "Ventes"));
  const names = execFileSync("tar", ["tzf", path], { encoding: "utf8" }).trim().split("\n");
  const wrong = join(folder, "wrong.tar.gz");
  execFileSync("tar", ["--format=ustar", "-czf", wrong, "-C", opened, ...names]);
  const second = await emptyDatabase();
  await expect(restore(second, files, wrong, options)).rejects.toThrow("ledger.journal");
  const content = await contentOf(second);
  expect(Object.values(content).flat()).toEqual([]);

  const cut = join(folder, "cut.tar.gz");
  execFileSync("sh", ["-c", `head -c 9000 '${path}' > '${cut}'`]);
  await expect(restore(second, files, cut, options)).rejects.toThrow("n'est pas une sauvegarde lisible");
  expect(Object.values(await contentOf(second)).flat()).toEqual([]);
  await restore(second, files, path, options);
  expect(await contentOf(second)).toEqual(await contentOf(admin));
});

test("un fichier qui manque sur le disque est dit, et rien n'est écrasé", async () => {
  const { files, hash, admin, reader } = await liveCooperative();
  await rm(join(folder, "files", hash.slice(0, 2), hash));
  const path = join(folder, "missing.tar.gz");
  const report = await backUp(admin, reader, files, path, now);
  expect(report.files.missing).toContain(hash);
  await expect(backUp(admin, reader, files, path, now)).rejects.toThrow("existe déjà");
  expect((await readdir(folder)).filter((name) => name.endsWith(".partial"))).toEqual([]);
});

test("une table que la sauvegarde ne verrait pas en entier est une faute, dite par son nom", async () => {
  const { admin } = await testDatabase();
  await asAdministrator(admin, async (client) => {
    await client.query("begin");
    await assertWholeSight(client);
    await client.query("create schema forgotten; create table forgotten.thing (organization_id uuid)");
    await expect(assertWholeSight(client)).rejects.toThrow("forgotten.thing");
    await client.query(
      "grant usage on schema forgotten to essaim_backup; grant select on forgotten.thing to essaim_backup",
    );
    await assertWholeSight(client);
    await client.query("alter table forgotten.thing enable row level security");
    await expect(assertWholeSight(client)).rejects.toThrow("forgotten.thing");
    await client.query("create sequence forgotten.counter");
    await expect(assertWholeSight(client)).rejects.toThrow("forgotten.counter");
    await client.query("rollback");
  });
});
