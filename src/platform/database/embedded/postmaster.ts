import { spawn } from "node:child_process";
import { readdir, readFile, readlink, realpath } from "node:fs/promises";
import { join } from "node:path";
import type { Account } from "./account.ts";
import type { Binaries } from "./binaries.ts";
import { openLog } from "./files.ts";
import type { Place } from "./place.ts";
import { type PostmasterFile, parsePostmasterFile } from "./postmaster-file.ts";
import { asAccount, cleanEnvironment, run } from "./run.ts";

export type Exit = { readonly code: number | null; readonly signal: string | null };

/** A running server process, our child or not. */
export type Postmaster = {
  readonly pid: number;
  /** Settles when the process has ended. `code` and `signal` are null for a server that is not our child. */
  readonly ended: Promise<Exit>;
  hasEnded(): boolean;
  /** What it wrote to the log since we started it. */
  output(): Promise<string>;
};

/** Starts the server in a session of its own: the terminal's Ctrl-C reaches Essaim alone, which drains first. */
export async function spawnPostmaster(place: Place, account: Account, binaries: Binaries): Promise<Postmaster> {
  const { file, start } = await openLog(place.log, account);
  const child = spawn(binaries.postgres, ["-D", place.cluster], {
    cwd: place.cluster,
    env: cleanEnvironment(),
    detached: true,
    stdio: ["ignore", file.fd, file.fd],
    ...asAccount(account),
  });
  let over = false;
  let failure = "";
  const ended = new Promise<Exit>((resolve) => {
    const settle = (exit: Exit): void => {
      over = true;
      resolve(exit);
    };
    child.on("exit", (code, signal) => settle({ code, signal }));
    child.on("error", (error) => {
      failure = error.message;
      settle({ code: null, signal: null });
    });
  });
  await file.close();
  child.unref();
  return {
    pid: child.pid ?? 0,
    ended,
    hasEnded: () => over,
    output: async () => failure || (await readFile(place.log)).subarray(start).toString("utf8"),
  };
}

/** How often an adopted server is looked at: the system tells a child's end, not a stranger's. */
const WATCH_MS = 250;

/** Follows a server that another process started. */
export function followPostmaster(pid: number): Postmaster {
  let over = false;
  const ended = new Promise<Exit>((resolve) => {
    const timer = setInterval(async () => {
      if (await isAlive(pid)) return;
      clearInterval(timer);
      over = true;
      resolve({ code: null, signal: null });
    }, WATCH_MS);
    timer.unref();
  });
  return { pid, ended, hasEnded: () => over, output: async () => "" };
}

export async function readPostmasterFile(place: Pick<Place, "cluster">): Promise<PostmasterFile | null> {
  const text = await readFile(join(place.cluster, "postmaster.pid"), "utf8").catch(() => "");
  return parsePostmasterFile(text);
}

/** Whether a process of that number runs. One that has ended but was not yet collected by its parent does not. */
export async function isAlive(pid: number): Promise<boolean> {
  if (!isNumberTaken(pid)) return false;
  const status = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  return !/\) [ZX] /.test(status);
}

/** Whether the system still knows that number, be it of a process that has ended. */
export function isNumberTaken(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/**
 * Whether that live process is a PostgreSQL process of this data folder. After a reboot the number written in
 * postmaster.pid may belong to anything, and PostgreSQL would refuse to start while it lives. When in doubt, true.
 */
export async function isPostmasterOf(pid: number, cluster: string): Promise<boolean> {
  const name = await readFile(`/proc/${pid}/comm`, "utf8").catch(async () => {
    const { output } = await run("ps", ["-p", String(pid), "-o", "comm="]);
    return output;
  });
  if (name.trim() !== "" && !/(^|\/)postgres$/.test(name.trim())) return false;
  const folder = await readlink(`/proc/${pid}/cwd`).catch(() => null);
  return folder === null || folder === (await realpath(cluster).catch(() => cluster));
}

/**
 * Ends the backends that outlive their server, as it would have done itself: one in a long computation does not see
 * that its server was killed, and PostgreSQL refuses to start while it lives. They are known by their current folder
 * (Linux only; elsewhere they are waited for). Gives their number.
 */
export async function endRemains(cluster: string): Promise<number> {
  let found = 0;
  const home = await realpath(cluster);
  for (const name of await readdir("/proc").catch(() => [])) {
    if (!/^\d+$/.test(name) || (await readlink(`/proc/${name}/cwd`).catch(() => "")) !== home) continue;
    if (!(await isPostmasterOf(Number(name), cluster))) continue;
    found += 1;
    signalTo(Number(name), "SIGQUIT");
  }
  return found;
}

/** Sends a signal to a process that may have ended meanwhile. */
export function signalTo(pid: number, signal: "SIGINT" | "SIGQUIT"): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
