/**
 * The built application with the demonstration: seconds from the start to the first page (first start on an empty folder, then
 * a second one), and resident memory of the application and of its database. Reported; nothing is compared.
 */
import { readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { DEMO_PASSWORD, LOG_INS } from "../src/demo/cast.job.ts";
import { emailOf } from "../src/demo/people.ts";
import { databaseProcesses, makeDataFolder, removeDataFolders } from "../src/stories/harness/folder.ts";
import { killPrograms } from "../src/stories/harness/program.ts";
import { ensureBuilt, type RunningServer, startServer, stopServer } from "../src/stories/harness/server.ts";
import { createVisitor } from "../src/stories/harness/visitor.ts";
import { figure, line } from "./stage.ts";

const PATIENCE_MS = 15 * 60_000;

/** Megabytes of a process; memory that several share is divided among them (Pss), so that it adds up. */
async function megabytes(pid: number): Promise<number> {
  const text = await readFile(`/proc/${pid}/smaps_rollup`, "utf8").catch(() => "");
  return Number(/^Pss:\s+(\d+) kB/m.exec(text)?.[1] ?? 0) / 1000;
}

async function tell(server: RunningServer, name: string): Promise<void> {
  const node = await megabytes(server.program.process.pid ?? 0);
  const pids = await databaseProcesses(server.data);
  const parts = await Promise.all(pids.map(megabytes));
  const database = parts.reduce((sum, part) => sum + part, 0);
  line(`  ${name}`, `application ${figure(node)} MB, PostgreSQL ${figure(database)} MB (${pids.length} processes)`);
}

async function started(data: string, name: string, args: readonly string[]): Promise<RunningServer> {
  const began = performance.now();
  const server = await startServer(data, { arguments: args });
  const page = await fetch(`${server.baseUrl}/connexion`);
  await page.arrayBuffer();
  if (page.status !== 200) throw new Error(`the first page: ${page.status}`);
  line(name, `${((performance.now() - began) / 1000).toFixed(1)} s to the first page`);
  return server;
}

/** Somebody of each role signs in and looks at some pages. */
async function lookAround(server: RunningServer): Promise<void> {
  for (const { person } of LOG_INS) {
    const visitor = createVisitor(server.baseUrl);
    await visitor.signIn(emailOf(person), DEMO_PASSWORD);
    const home = await visitor.get("/");
    const slug = new URL(home.headers.get("location") ?? "/", server.baseUrl).pathname.split("/")[1];
    for (const page of ["", "factures", "devis", "clients", "argent", "a-relire", "compta/balance"]) {
      await visitor.get(`/${slug}/${page}`.replace(/\/$/, "")).then((answer) => answer.arrayBuffer());
    }
  }
}

try {
  ensureBuilt();
  const data = await makeDataFolder();
  const first = await started(data, "first start, empty folder", ["--demo"]);
  const began = performance.now();
  const ended = () => first.lines.some((text) => /The demonstration is written/.test(text));
  while (!ended() && performance.now() - began < PATIENCE_MS) await sleep(200);
  line(
    "  the demonstration is written",
    `${((performance.now() - began) / 1000).toFixed(0)} s, pages answer meanwhile`,
  );
  await tell(first, "once it is written");
  await stopServer(first);
  const second = await started(data, "second start", []);
  await sleep(6_000);
  await tell(second, "nobody there, the model of contributions ready");
  await lookAround(second);
  await tell(second, "after each role looked at seven pages");
  await stopServer(second);
} finally {
  await killPrograms();
  await removeDataFolders();
}
