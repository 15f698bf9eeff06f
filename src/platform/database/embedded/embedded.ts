import type { Connection } from "../database.ts";
import { chooseAccount } from "./account.ts";
import { prepareBinaries } from "./binaries.ts";
import { ensureCluster, writeConfiguration } from "./cluster.ts";
import { EmbeddedError, type EmbeddedLog } from "./embedded-error.ts";
import { type OwnerLock, takeOwnerLock } from "./owner-lock.ts";
import { choosePlace, fallbackFor, type Place, prepareSocketDirectory, removeSocketDirectory } from "./place.ts";
import type { Exit } from "./postmaster.ts";
import { adminConnection } from "./readiness.ts";
import { findOrphan, type Server, shutDown, startServer } from "./server.ts";
import { PORT, SUPERUSER } from "./settings.ts";

export type EmbeddedOptions = {
  /** Folder of the data, made when needed: "./data/postgres". */
  readonly directory: string;
  readonly log: EmbeddedLog;
  /** PostgreSQL settings over the launcher's own; `fsync: "off"` for throwaway databases only. */
  readonly settings?: Readonly<Record<string, string>>;
  /** The server ended although nobody called `stop`. The caller may start again: every acknowledged commit is there. */
  readonly onExit?: (exit: Exit) => void;
  /** Where data go when root's folder cannot be entered by an ordinary account (default /var/lib/essaim). */
  readonly fallbackRoot?: string;
  /** The programs' folder `native`, when it is not the one that npm installed. */
  readonly native?: string;
};

export type EmbeddedServer = {
  /** The folder really used: not the one asked for when root's cannot be entered. */
  readonly directory: string;
  readonly socketDirectory: string;
  readonly port: number;
  readonly superuser: string;
  readonly pid: number;
  /** "18.4" */
  readonly version: string;
  /** The server was left running by a process of Essaim that was killed. */
  readonly adopted: boolean;
  /** As the superuser: to make roles and databases, never to serve. */
  adminUrl(database: string): Connection;
  /** Fast shutdown: ends the connections, writes a checkpoint, and waits for the end. May be called again. */
  stop(): Promise<void>;
};

/**
 * Opens the embedded PostgreSQL: makes its data the first time, adopts a server that a killed process left, starts one
 * otherwise. One process of Essaim at a time on a folder: a second one throws AlreadyRunning.
 * Throws an EmbeddedError, with a French and an English sentence, when it cannot.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const began = performance.now();
  const { log, settings = {} } = options;
  if (process.platform === "win32") throw new EmbeddedError("embedded.unsupported", { platform: "Windows" });
  const account = await chooseAccount([options.directory, fallbackFor(options.directory, options.fallbackRoot)], log);
  const place = await choosePlace(options.directory, account, log, options.fallbackRoot);
  const lock = await takeOwnerLock(place.directory, account);
  try {
    const binaries = await prepareBinaries(place.directory, account, log, options.native);
    const orphan = await findOrphan(place, log);
    await ensureCluster(place, account, binaries, settings.fsync !== "off", log);
    const socketDirectory = await prepareSocketDirectory(place, account);
    const changed = await writeConfiguration(place, account, socketDirectory, settings);
    if (orphan && !changed && orphan.version === binaries.version && orphan.socketDirectory === socketDirectory) {
      log({ name: "embedded.adopted", facts: { pid: orphan.postmaster.pid } });
      return serve(orphan, true, place, lock, options);
    }
    if (orphan) {
      log({ name: "embedded.replaced", facts: { pid: orphan.postmaster.pid, version: orphan.version } });
      await shutDown(orphan.postmaster);
    }
    const server = await startServer(place, account, binaries, socketDirectory, log);
    const milliseconds = Math.round(performance.now() - began);
    log({
      name: "embedded.started",
      facts: { pid: server.postmaster.pid, version: server.version, milliseconds },
    });
    return serve(server, false, place, lock, options);
  } catch (error) {
    lock.release();
    throw error;
  }
}

function serve(
  server: Server,
  adopted: boolean,
  place: Place,
  lock: OwnerLock,
  { log, onExit }: EmbeddedOptions,
): EmbeddedServer {
  const { postmaster, socketDirectory, version } = server;
  let stopping: Promise<void> | null = null;
  postmaster.ended.then((exit) => {
    if (stopping) return;
    lock.release();
    log({
      name: "embedded.exited",
      facts: { pid: postmaster.pid, code: exit.code ?? "", signal: exit.signal ?? "" },
    });
    onExit?.(exit);
  });
  return {
    directory: place.directory,
    socketDirectory,
    port: PORT,
    superuser: SUPERUSER,
    pid: postmaster.pid,
    version,
    adopted,
    adminUrl: (database) => adminConnection(socketDirectory, database),
    stop() {
      stopping ??= stopServer();
      return stopping;
    },
  };

  async function stopServer(): Promise<void> {
    const began = performance.now();
    const clean = await shutDown(postmaster);
    await removeSocketDirectory(place, socketDirectory);
    lock.release();
    const milliseconds = Math.round(performance.now() - began);
    log({ name: "embedded.stopped", facts: { pid: postmaster.pid, clean: String(clean), milliseconds } });
  }
}
