import { mkdir, readdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { OrganizationId } from "#kernel/id.ts";
import { type Connection, openDatabase, openPool, type Tx } from "#platform/database/database.ts";
import { type EmbeddedServer, startEmbedded } from "#platform/database/embedded/embedded.ts";
import { makeDataFolder, removeDataFolders } from "../harness/folder.ts";
import { killPrograms, startProgram } from "../harness/program.ts";
import { eventually } from "../harness/wait.ts";
import { openApplication } from "./application.ts";
import { faultsOfBooks } from "./books.ts";
import { copyDrafts, issueAnother } from "./cooperative.ts";

const FIXTURE = new URL("./application.fixture.ts", import.meta.url).pathname;
/** 8 KB: a log line fits, a PDF does not. */
const BLOCKS = 16;

let folder: string;
let server: EmbeddedServer;
let admin: Connection;
let environment: { DATABASE_URL: string };

/** The database has a disk of its own: only the application's is full. */
beforeAll(async () => {
  folder = await makeDataFolder();
  server = await startEmbedded({ directory: join(folder, "postgres"), log: () => {} });
  await query(server.adminUrl("postgres"), "create database essaim encoding 'UTF8' template template0");
  admin = server.adminUrl("essaim");
  environment = { DATABASE_URL: `postgres://${admin.user}@localhost/essaim?host=${encodeURIComponent(admin.host)}` };
});
afterEach(killPrograms);
afterAll(async () => {
  await server?.stop();
  await removeDataFolders();
}, 60_000);

test("disque plein au milieu d'un PDF : rien à moitié, la facture est émise, le PDF vient quand il y a de la place", async () => {
  const full = startProgram([FIXTURE, folder], { env: environment, largestFile: BLOCKS });
  const organizationId = (await full.says("ready")).organizationId as OrganizationId;
  const [invoiceId] = await asAdministrator((tx) => copyDrafts(tx, organizationId, 1));
  full.tell({ issue: [invoiceId] });
  expect(await full.says("issued")).toMatchObject({ invoiceId });
  const { last_error } = await eventually("a second try", async () => {
    const [effect] = await query<Effect>(admin, EFFECT, [invoiceId]);
    return effect && effect.attempts > 1 && effect.last_error ? effect : null;
  });
  expect(last_error).toMatch(/EFBIG|ENOSPC/);
  expect(await query<Effect>(admin, EFFECT, [invoiceId])).toMatchObject([{ pdf_hash: null, done_at: null }]);
  expect(await query(admin, "select hash from platform.file")).toEqual([]);
  expect(await filesIn(folder)).toEqual([]);
  await full.kill();

  const roomy = startProgram([FIXTURE, folder], { env: environment });
  await roomy.says("ready");
  await query(admin, "update platform.outbox set next_attempt_at = now() where done_at is null");
  const { pdf_hash } = await eventually("the PDF", async () => {
    const [effect] = await query<Effect>(admin, EFFECT, [invoiceId]);
    return effect?.done_at ? effect : null;
  });
  expect(await filesIn(folder)).toEqual([pdf_hash]);
  roomy.tell({ stop: true });
  expect(await roomy.ended).toEqual({ code: 0, signal: null });
  expect(await asAdministrator((tx) => faultsOfBooks(tx, organizationId, new Map()))).toEqual([]);
});

test("dossier des fichiers inaccessible, puis rendu : la même application finit son travail d'elle-même", async () => {
  const files = join(folder, "files");
  const application = await openApplication(folder, environment);
  try {
    await rename(files, `${files}-away`).catch(() => mkdir(`${files}-away`));
    await writeFile(files, "not a folder");
    const { invoiceId } = await issueAnother(application.app, application.caller);
    const failed = await eventually("a failed try", async () => {
      const [effect] = await query<Effect>(admin, EFFECT, [invoiceId]);
      return effect?.last_error ? effect : null;
    });
    expect(failed).toMatchObject({ pdf_hash: null, done_at: null });
    await rename(files, `${files}-obstacle`);
    await rename(`${files}-away`, files);
    const { pdf_hash } = await eventually("the PDF, without a hand", async () => {
      const [effect] = await query<Effect>(admin, EFFECT, [invoiceId]);
      return effect?.done_at ? effect : null;
    });
    expect(await application.app.files.get(String(pdf_hash))).not.toBeNull();
  } finally {
    await application.stop();
  }
});

type Effect = { attempts: number; last_error: string | null; done_at: string | null; pdf_hash: string | null };
const EFFECT = `select o.attempts, o.last_error, o.done_at, i.pdf_hash from platform.outbox o
  join sales.invoice i on i.id::text = o.payload ->> 'invoiceId' where i.id = $1`;

async function asAdministrator<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  const database = openDatabase(openPool(admin, 1));
  const result = await database.transaction().execute(work);
  await database.destroy();
  return result;
}

async function query<Row>(connection: Connection, text: string, values: unknown[] = []): Promise<Row[]> {
  const pool = openPool(connection, 1);
  const { rows } = await pool.query(text, values);
  await pool.end();
  return rows as Row[];
}

/** Names of everything in the store of files, cut pieces included. */
async function filesIn(data: string): Promise<string[]> {
  const found = await readdir(join(data, "files"), { recursive: true, withFileTypes: true }).catch(() => []);
  return found.filter((entry) => entry.isFile()).map((entry) => entry.name);
}
