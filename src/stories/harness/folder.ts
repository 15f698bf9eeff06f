import { chmod, mkdtemp, readdir, readlink, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Connection } from "#platform/database/database.ts";
import { readPostmasterFile, signalTo } from "#platform/database/embedded/postmaster.ts";
import { adminConnection } from "#platform/database/embedded/readiness.ts";

const folders: string[] = [];

/** A new data folder that the database's own account may pass. */
export async function makeDataFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "essaim-story-"));
  await chmod(folder, 0o755);
  folders.push(folder);
  return folder;
}

const clusterOf = (folder: string) => join(folder, "postgres", "cluster");

/** The server process of these data; throws when there is none. */
export async function postmasterOf(folder: string): Promise<number> {
  const file = await readPostmasterFile({ cluster: clusterOf(folder) });
  if (file === null) throw new Error(`no database server in ${folder}`);
  return file.pid;
}

/** As the administrator, through the private socket: to look behind the application's back. */
export async function administratorOf(folder: string, database = "essaim"): Promise<Connection> {
  const file = await readPostmasterFile({ cluster: clusterOf(folder) });
  if (file === null || file.socketDirectory === "") throw new Error(`no database server in ${folder}`);
  return adminConnection(file.socketDirectory, database);
}

/** Every process of the database server, backends included: those whose current folder is its cluster. */
export async function databaseProcesses(folder: string): Promise<number[]> {
  const found: number[] = [];
  for (const name of await readdir("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    if ((await readlink(`/proc/${name}/cwd`).catch(() => "")) === clusterOf(folder)) found.push(Number(name));
  }
  return found;
}

/** kill -9 of a process that may be gone already. */
export function killHard(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

/** Stops the servers that killed programs left, and removes the folders. */
export async function removeDataFolders(): Promise<void> {
  for (const folder of folders.splice(0)) {
    const file = await readPostmasterFile({ cluster: clusterOf(folder) });
    if (file !== null && (await databaseProcesses(folder)).includes(file.pid)) signalTo(file.pid, "SIGQUIT");
    for (let waited = 0; waited < 50 && (await databaseProcesses(folder)).length > 0; waited++) await sleep(100);
    for (const pid of await databaseProcesses(folder)) killHard(pid);
    await rm(folder, { recursive: true, force: true, maxRetries: 10 });
  }
}
