/** One real disk of a given size, full to the last byte, under the database, the files and the log of an instance. */
import { execFileSync } from "node:child_process";
import { closeSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { OrganizationId } from "#kernel/id.ts";
import { openDatabase, openPool, type Tx } from "#platform/database/database.ts";
import { administratorOf, databaseProcesses, killHard, makeDataFolder, removeDataFolders } from "../harness/folder.ts";
import { killPrograms, startProgram } from "../harness/program.ts";
import { ensureBuilt, startServer, stopServer } from "../harness/server.ts";
import { eventually } from "../harness/wait.ts";
import { faultsOfBooks, numbersOf } from "./books.ts";
import { copyDrafts } from "./cooperative.ts";
import { openedCooperative } from "./first-page.ts";

const FIXTURE = new URL("./application.fixture.ts", import.meta.url).pathname;
const DRAFTS = 400;
/** Only root may mount; `npm test` says what it left out. */
const mayMount = process.getuid?.() === 0 && process.platform === "linux";
const mounted: string[] = [];

beforeAll(ensureBuilt, 120_000);
afterEach(killPrograms);
afterAll(async () => {
  for (const folder of mounted.splice(0)) {
    for (const pid of await databaseProcesses(folder)) killHard(pid);
    execFileSync("umount", ["--lazy", folder]);
  }
  await removeDataFolders();
}, 60_000);

async function smallDisk(): Promise<string> {
  const folder = await makeDataFolder();
  execFileSync("mount", ["-t", "tmpfs", "-o", "size=160m,mode=755", "tmpfs", folder]);
  mounted.push(folder);
  return folder;
}

/** Takes the room that is left, to the last block. */
function fill(folder: string): void {
  const filler = openSync(join(folder, "filler"), "a");
  for (const size of [1 << 20, 1 << 12]) {
    try {
      for (;;) writeSync(filler, Buffer.alloc(size));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOSPC") throw error;
    }
  }
  closeSync(filler);
}

const makeRoom = (folder: string) => rmSync(join(folder, "filler"));

async function look<T>(folder: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  const pool = openPool(await administratorOf(folder), 1);
  try {
    return await openDatabase(pool).transaction().setIsolationLevel("repeatable read").execute(work);
  } finally {
    await pool.end();
  }
}

const activity = (rank: number) => ({
  cle: `0193f0a0-0000-7000-8000-${String(rank).padStart(12, "0")}`,
  name: `Enseigne ${rank} ${"x".repeat(60)}`,
  openedOn: "01/01/2026",
  trade: "",
  code: "",
  email: "",
  phone: "",
});

test.skipIf(!mayMount)(
  "disque plein : une page claire en 503, rien à moitié, et tout revient avec la place",
  async () => {
    const folder = await smallDisk();
    const server = await startServer(folder, { arguments: ["--empty"] });
    const visitor = await openedCooperative(server);
    const count = () =>
      look(folder, async (tx) => {
        const { rows } = await sql<{ activities: bigint; traces: bigint; keys: bigint }>`select
        (select count(*) from membership.activity) as activities,
        (select count(*) from platform.audit where action = 'membership.activity.open') as traces,
        (select count(*) from platform.idempotency where command = 'membership.activity.open') as keys`.execute(tx);
        return rows[0];
      });
    fill(folder);
    let accepted = 0n;
    let refused: Response | null = null;
    for (let rank = 1; refused === null && rank < 2_000; rank++) {
      const answer = await visitor.post("/l-etabli/activites/nouvelle", activity(rank));
      if (answer.status === 302) accepted += 1n;
      else refused = answer;
    }
    expect(refused?.status).toBe(503);
    expect(refused?.headers.get("retry-after")).toBe("5");
    const text = (await refused?.text()) ?? "";
    expect(text).toContain("Le disque du serveur est plein. Rien n'est enregistré à moitié.");
    expect(text).not.toMatch(/ENOSPC|53100|postgres|node_modules|http-equiv="refresh"/i);
    expect((await visitor.get("/healthz")).status).toBe(200);
    expect([200, 503]).toContain((await visitor.get("/l-etabli/activites")).status);

    // The database asks for a new piece of its journal and cannot have it: it panics. Whether its own guard opens it again
    // or the application starts another one depends on how soon there is room: both are without a hand.
    const pool = openPool(await administratorOf(folder), 1);
    for (let turn = 0; turn < 12; turn++) {
      await pool
        .query("select pg_logical_emit_message(false, 'essaim', repeat('x', 1000)), pg_switch_wal()")
        .catch(() => {});
    }
    await pool.end();
    const away = await eventually("a page that says so", async () => {
      const page = await visitor.get("/l-etabli/activites");
      return page.status === 503 && page;
    });
    expect(await away.text()).toContain("Le disque du serveur est plein.");

    makeRoom(folder);
    await eventually(
      "the page comes back",
      async () => (await visitor.get("/l-etabli/activites")).status === 200,
      60,
    ).catch((error: Error) => {
      const log = readFileSync(join(folder, "postgres", "server.log"), "utf8").slice(-3_000);
      throw new Error(`${error.message}\n${log}\n${server.program.complaints()}`);
    });
    expect(server.program.process.exitCode).toBeNull();
    expect(await count()).toEqual({ activities: accepted, traces: accepted, keys: accepted });
    const next = activity(Number(accepted) + 1);
    for (let click = 0; click < 2; click++) {
      expect((await visitor.post("/l-etabli/activites/nouvelle", next)).status).toBe(302);
    }
    expect((await count())?.activities).toBe(accepted + 1n);
    await stopServer(server);
  },
);

test.skipIf(!mayMount)(
  "disque plein pendant seize émissions à la fois : aucun numéro perdu ni double, elles finissent seules",
  async () => {
    const folder = await smallDisk();
    const program = startProgram([FIXTURE, folder]);
    const organizationId = (await program.says("ready")).organizationId as OrganizationId;
    const drafts = await look(folder, (tx) => copyDrafts(tx, organizationId, DRAFTS));
    const answers = () => program.said.filter((fact) => "issued" in fact || "refused" in fact);
    program.tell({ issue: drafts });
    for (const share of [8, 3]) {
      await program.until(() => answers().length >= DRAFTS / share);
      fill(folder);
      // Until nobody gets an answer any more.
      for (let last = -1; last !== answers().length; await sleep(1_000)) last = answers().length;
      expect(answers().length).toBeLessThan(DRAFTS);
      makeRoom(folder);
    }
    await program.says("done");
    const acknowledged = new Map(answers().map((fact) => [String(fact.invoiceId), String(fact.issued)]));
    expect(acknowledged.size).toBe(DRAFTS);
    const { faults, numbers } = await look(folder, async (tx) => ({
      faults: await faultsOfBooks(tx, organizationId, acknowledged),
      numbers: await numbersOf(tx, organizationId),
    }));
    expect(faults).toEqual([]);
    expect(numbers.size).toBe(DRAFTS);
    program.tell({ stop: true });
    expect(await program.ended).toEqual({ code: 0, signal: null });
  },
);
