import { rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Account } from "./account.ts";
import type { Binaries } from "./binaries.ts";
import { lastLines } from "./cluster.ts";
import { AlreadyRunning, EmbeddedError, type EmbeddedLog } from "./embedded-error.ts";
import type { Place } from "./place.ts";
import {
  endRemains,
  followPostmaster,
  isAlive,
  isNumberTaken,
  isPostmasterOf,
  type Postmaster,
  readPostmasterFile,
  signalTo,
  spawnPostmaster,
} from "./postmaster.ts";
import type { PostmasterFile } from "./postmaster-file.ts";
import { askServer, waitForServer } from "./readiness.ts";
import { PORT } from "./settings.ts";

/** A server that answers. */
export type Server = {
  readonly postmaster: Postmaster;
  readonly socketDirectory: string;
  readonly version: string;
};

const READY = "ready";
/** A server that says it is ready and answers nobody for so long will not answer. */
const UNREACHABLE_AFTER_SECONDS = 30;
/** The backends of a killed server end soon; until then PostgreSQL refuses to start. */
const REMAINS_SECONDS = 30;
const FAST_SHUTDOWN_SECONDS = 60;

/**
 * Finds the server that a killed process of Essaim left on these data: null when there is none.
 * Clears the files of a dead one when their process number now belongs to another program.
 * Call it under the owner lock.
 */
export async function findOrphan(place: Place, log: EmbeddedLog): Promise<Server | null> {
  const file = await readPostmasterFile(place);
  if (!file) return null;
  if (!(await isAlive(file.pid))) {
    // Alive all the same, out of our sight: two containers on one volume. A second server would corrupt the data.
    const answer = file.socketDirectory === "" ? null : await askServer(file.socketDirectory);
    if (answer) throw new AlreadyRunning({ directory: place.directory, pid: file.pid });
    await forgetUncollected(place, file, log);
    return null;
  }
  if (!(await isPostmasterOf(file.pid, place.cluster))) {
    await removeFiles(place, file, log);
    return null;
  }
  let unreachable = false;
  let socketDirectory = file.socketDirectory;
  const identity = await waitForServer(
    async () => {
      const now = await readPostmasterFile(place);
      socketDirectory = now?.socketDirectory ?? "";
      return now?.status === READY ? socketDirectory : "";
    },
    async () => unreachable || !(await isAlive(file.pid)),
    async (seconds) => {
      const status = await tellWaiting(place, seconds, log);
      unreachable = status === READY && seconds >= UNREACHABLE_AFTER_SECONDS;
    },
  );
  if (identity) return { postmaster: followPostmaster(file.pid), socketDirectory, version: identity.version };
  if (unreachable) throw new EmbeddedError("embedded.not-answering", { pid: file.pid, directory: place.directory });
  await forgetUncollected(place, file, log);
  return null;
}

/**
 * A dead server's number stays taken until its parent, or the container's first process, collects it; PostgreSQL would
 * refuse to start meanwhile. Its backends must be gone before its file is: the file is what keeps two servers apart.
 */
async function forgetUncollected(place: Place, file: PostmasterFile, log: EmbeddedLog): Promise<void> {
  if (isNumberTaken(file.pid) && (await endRemainsFor(place.cluster))) await removeFiles(place, file, log);
}

async function removeFiles(place: Place, file: PostmasterFile, log: EmbeddedLog): Promise<void> {
  const paths = [join(place.cluster, "postmaster.pid")];
  if (file.socketDirectory !== "") paths.push(join(file.socketDirectory, `.s.PGSQL.${PORT}.lock`));
  for (const path of paths) await rm(path, { force: true });
  log({ name: "embedded.stale-file-removed", facts: { path: paths[0] ?? "", pid: file.pid } });
}

/** Ends what remains of a dead server, for as long as it is worth waiting. True when nothing remains. */
async function endRemainsFor(cluster: string): Promise<boolean> {
  const deadline = performance.now() + REMAINS_SECONDS * 1_000;
  while ((await endRemains(cluster)) > 0) {
    if (performance.now() > deadline) return false;
    await sleep(100);
  }
  return true;
}

/** Starts a server on these data and waits until it answers, through recovery when there is one to make. */
export async function startServer(
  place: Place,
  account: Account,
  binaries: Binaries,
  socketDirectory: string,
  log: EmbeddedLog,
): Promise<Server> {
  const deadline = performance.now() + REMAINS_SECONDS * 1_000;
  for (;;) {
    const postmaster = await spawnPostmaster(place, account, binaries);
    try {
      const identity = await waitForServer(
        // Asked before it is ready, the server would write a fault in its log each time.
        async () => ((await readPostmasterFile(place))?.status === READY ? socketDirectory : ""),
        () => postmaster.hasEnded(),
        (seconds) => tellWaiting(place, seconds, log),
      );
      if (identity) return { postmaster, socketDirectory, version: identity.version };
    } catch (error) {
      await shutDown(postmaster);
      throw startFailure(place, `${(error as Error).message} ${lastLines(await postmaster.output())}`);
    }
    const output = await postmaster.output();
    if (!output.includes("pre-existing shared memory block") || performance.now() > deadline) {
      throw startFailure(place, lastLines(output));
    }
    await endRemains(place.cluster);
    await sleep(100);
  }
}

function startFailure(place: Place, output: string): EmbeddedError {
  return new EmbeddedError("embedded.start-failed", { directory: place.directory, output, log: place.log });
}

async function tellWaiting(place: Place, seconds: number, log: EmbeddedLog): Promise<string> {
  const status = (await readPostmasterFile(place))?.status ?? "";
  if (seconds === 5 && status === "starting") log({ name: "embedded.recovering", facts: {} });
  else log({ name: "embedded.waiting", facts: { seconds, status } });
  return status;
}

/**
 * Fast shutdown (connections are ended, a checkpoint is written), then, a minute later, the immediate one: the next
 * start recovers. Waits for the end. Says whether the fast one was enough.
 */
export async function shutDown(postmaster: Postmaster): Promise<boolean> {
  if (postmaster.hasEnded() || postmaster.pid <= 0) return true;
  for (const [signal, seconds] of [
    ["SIGINT", FAST_SHUTDOWN_SECONDS],
    ["SIGQUIT", 30],
  ] as const) {
    signalTo(postmaster.pid, signal);
    // This timer also keeps Node alive: the server's own handle does not.
    const patience = new AbortController();
    const late = sleep(seconds * 1_000, "late", { signal: patience.signal }).catch(() => "over");
    const outcome = await Promise.race([postmaster.ended.then(() => "over"), late]);
    patience.abort();
    if (outcome === "over") return signal === "SIGINT";
  }
  return false;
}
