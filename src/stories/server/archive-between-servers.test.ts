import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { backUp } from "#operator/backup.entry.ts";
import { DATABASE_NAME, loginPrefixOf } from "#operator/database.entry.ts";
import { restore } from "#operator/restore.entry.ts";
import { findSecret } from "#operator/secret.entry.ts";
import { type Connection, openDatabase, openPool } from "#platform/database/database.ts";
import { connectionFor } from "#platform/database/roles.ts";
import { withTenant } from "#platform/database/tenant.ts";
import { openFileStore } from "#platform/files/file-store.ts";
import { readSettings, type Settings } from "#platform/settings.ts";
import { type Application, openApplication } from "../durability/application.ts";
import { faultsOfBooks, numbersOf } from "../durability/books.ts";
import { issueAnother } from "../durability/cooperative.ts";
import { administratorOf, makeDataFolder, removeDataFolders } from "../harness/folder.ts";
import { addressOf, contentOf, emptyDatabase } from "./place.ts";

const NOW = new Date("2026-11-22T10:00:00Z");
let archives: string;
const open: Application[] = [];

beforeAll(async () => {
  archives = await mkdtemp(join(tmpdir(), "essaim-archives-"));
});
afterAll(async () => {
  for (const application of open) await application.stop();
  await removeDataFolders();
  await rm(archives, { recursive: true });
}, 60_000);

async function settingsOf(folder: string): Promise<{ settings: Settings; secret: string }> {
  const settings = readSettings({ ESSAIM_DATA: folder });
  if ("problems" in settings) throw new Error(settings.problems.join("; "));
  return { settings, secret: (await findSecret(settings)) ?? "" };
}

const filesOf = (folder: string) => openFileStore(join(folder, "files"));

/** Issues three documents, waits for their PDF, and writes the instance's archive. */
async function archive(application: Application, folder: string, admin: Connection, name: string): Promise<string> {
  for (let issued = 0; issued < 3; issued++) await issueAnother(application.app, application.caller);
  await application.drainer.idle();
  const { secret } = await settingsOf(folder);
  const path = join(archives, `${name}.tar.gz`);
  const report = await backUp(
    admin,
    connectionFor(admin, loginPrefixOf(admin.database), "backup", secret),
    filesOf(folder),
    path,
    NOW,
  );
  expect(report.files).toMatchObject({ missing: [] });
  expect(report.files.count).toBeGreaterThanOrEqual(3);
  return path;
}

async function faultsAt(connection: Connection, application: Application): Promise<string[]> {
  const pool = openPool(connection, 1);
  try {
    const { organizationId } = application.caller;
    return await withTenant(openDatabase(pool), { organizationId, userId: null }, async (tx) =>
      faultsOfBooks(tx, organizationId, await numbersOf(tx, organizationId)),
    );
  } finally {
    await pool.end();
  }
}

async function start(folder: string, environment: Record<string, string> = {}): Promise<Application> {
  const application = await openApplication(folder, environment);
  open.push(application);
  return application;
}

async function stop(application: Application): Promise<void> {
  open.splice(open.indexOf(application), 1);
  await application.stop();
}

test("une archive du serveur embarqué se restaure sur le serveur de la machine, qui continue ; et revient", async () => {
  const home = await makeDataFolder();
  const embedded = await start(home);
  const first = await archive(embedded, home, await administratorOf(home, DATABASE_NAME), "embedded");
  const left = await contentOf(await administratorOf(home, DATABASE_NAME));
  await stop(embedded);

  const away = await makeDataFolder();
  const admin = await emptyDatabase();
  const secret = "another instance, another secret of its own";
  const optionsOf = ({ database }: Connection) => ({ loginPrefix: loginPrefixOf(database), secret });
  await restore(admin, filesOf(away), first, optionsOf(admin));
  expect(await contentOf(admin)).toEqual(left);

  // The numbers go on where they were, the books hold, and the PDF of before are there.
  const there = await start(away, { DATABASE_URL: addressOf(admin) });
  expect((await issueAnother(there.app, there.caller)).number).toMatch(/^F\d{4}-00004$/);
  const second = await archive(there, away, admin, "machine");
  expect(await faultsAt(admin, there)).toEqual([]);
  const gone = await contentOf(admin);
  await stop(there);

  const back = await makeDataFolder();
  const again = await start(back);
  const empty = { ...(await administratorOf(back, DATABASE_NAME)), database: "essaim_back" };
  const pool = openPool(await administratorOf(back, "postgres"), 1);
  await pool.query("create database essaim_back encoding 'UTF8' template template0");
  await pool.end();
  await restore(empty, filesOf(back), second, optionsOf(empty));
  expect(await contentOf(empty)).toEqual(gone);
  expect(await faultsAt(empty, there)).toEqual([]);
  await stop(again);
});
