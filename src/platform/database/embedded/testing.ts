import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, readdir, readlink, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, afterEach } from "vitest";
import { type EmbeddedServer, startEmbedded } from "./embedded.ts";
import type { EmbeddedEvent } from "./embedded-error.ts";
import { run } from "./run.ts";

/** For the tests of this folder: throwaway folders, servers stopped at the end, programs that can be killed. */

const FIXTURE = new URL("./embedded.fixture.ts", import.meta.url).pathname;
const opened: EmbeddedServer[] = [];
const folders: string[] = [];
const owners: { readonly child: ChildProcess; readonly directory: string }[] = [];

/** A new folder that any account may pass. */
export async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "essaim-embedded-"));
  await chmod(folder, 0o755);
  folders.push(folder);
  return folder;
}

/** A data folder whose database is already made: a copy of the first one, since most tests are about what follows. */
export async function makeDatabase(): Promise<string> {
  model ??= makeModel();
  const directory = join(await makeFolder(), "data");
  const copied = await run("cp", ["-a", await model, directory]);
  if (copied.code !== 0) throw new Error(copied.output);
  return directory;
}

let model: Promise<string> | null = null;
const models: string[] = [];

async function makeModel(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "essaim-embedded-model-"));
  await chmod(folder, 0o755);
  models.push(folder);
  const server = await startEmbedded({ directory: join(folder, "data"), log: () => {}, settings: FAST });
  await server.stop();
  return server.directory;
}

export type Opened = { readonly server: EmbeddedServer; readonly events: EmbeddedEvent[] };

/** What only makes the tests faster. The tests of durability give `settings: {}`. */
export const FAST = { fsync: "off" };

/** Opens a server that is stopped after the test, with the events that it told. */
export async function open(
  directory: string,
  options: Partial<Parameters<typeof startEmbedded>[0]> = {},
): Promise<Opened> {
  const events: EmbeddedEvent[] = [];
  const server = await startEmbedded({ directory, log: (event) => events.push(event), settings: FAST, ...options });
  opened.push(server);
  return { server, events };
}

export async function query<Row extends pg.QueryResultRow>(
  server: EmbeddedServer,
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = await connect(server);
  try {
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
}

export async function connect(server: EmbeddedServer): Promise<pg.Client> {
  const client = new pg.Client(server.adminUrl("postgres"));
  client.on("error", () => {});
  await client.connect();
  return client;
}

export type Owner = {
  readonly process: ChildProcess;
  /** The next line that it says with this key. Rejects when it ends without a word of it. */
  says(key: string): Promise<Record<string, unknown>>;
  readonly ended: Promise<number | null>;
};

/** Starts the fixture: another process, which owns the server of this folder. */
export function startOwner(
  directory: string,
  options: { env?: NodeJS.ProcessEnv; uid?: number; gid?: number } = {},
): Owner {
  const child = spawn(process.execPath, [FIXTURE, directory, JSON.stringify(FAST)], {
    cwd: "/",
    // A process group of its own, as in a terminal.
    detached: true,
    stdio: ["ignore", "pipe", "inherit"],
    ...options,
  });
  owners.push({ child, directory });
  const said: Record<string, unknown>[] = [];
  let wake = (): void => {};
  let rest = "";
  let over = false;
  child.stdout?.setEncoding("utf8").on("data", (text: string) => {
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? "";
    said.push(...lines.map((line) => JSON.parse(line)));
    wake();
  });
  const ended = new Promise<number | null>((resolve) =>
    child.on("close", (code) => {
      over = true;
      wake();
      resolve(code);
    }),
  );
  return {
    process: child,
    ended,
    async says(key) {
      for (;;) {
        const line = said.find((fact) => key in fact);
        if (line) return line;
        if (over) throw new Error(`it ended without saying "${key}": ${JSON.stringify(said)}`);
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
  };
}

/** The server processes of a data folder, backends included: those whose current folder is its cluster. */
export async function processesOf(directory: string): Promise<number[]> {
  const found: number[] = [];
  for (const name of await readdir("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    const folder = await readlink(`/proc/${name}/cwd`).catch(() => "");
    if (folder === join(directory, "cluster")) found.push(Number(name));
  }
  return found;
}

export async function killAll(directory: string): Promise<void> {
  for (const pid of await processesOf(directory)) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // Already ended, as backends do when their server is gone.
    }
  }
}

/** Stops what the test started, orphans included, and removes its folders. */
afterEach(async () => {
  for (const server of opened.splice(0)) await server.stop();
  const ours = owners.splice(0);
  for (const { child } of ours) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill("SIGKILL");
    await once(child, "exit");
  }
  for (const { directory } of ours) await killAll(directory);
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}, 60_000);

afterAll(async () => {
  for (const folder of models.splice(0)) await rm(folder, { recursive: true, force: true });
});
