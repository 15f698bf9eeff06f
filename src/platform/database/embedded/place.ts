import { createHash } from "node:crypto";
import { chmod, lstat, mkdir, readFile, rmdir, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { type Account, findAccount } from "./account.ts";
import { EmbeddedError, type EmbeddedLog } from "./embedded-error.ts";
import { changeOwner, exists } from "./files.ts";
import { run } from "./run.ts";

/** The folders of one embedded database. Everything under `directory` belongs to the server's account. */
export type Place = {
  /** Absolute; private to the account (0700). */
  readonly directory: string;
  /** PostgreSQL's own data folder. */
  readonly cluster: string;
  readonly log: string;
};

/** Where data go when root's folder cannot be entered by an ordinary account. */
const FALLBACK_ROOT = "/var/lib/essaim";
const NOTE = "location.txt";

/**
 * Chooses and prepares the data folder. An ordinary user gets the folder asked for. As root, the server's account
 * must be able to enter it: a checkout under root's home is not passable, so the data go under /var/lib/essaim, an
 * event says so, and a note stays in the folder asked for.
 */
export async function choosePlace(
  asked: string,
  account: Account,
  log: EmbeddedLog,
  fallbackRoot = FALLBACK_ROOT,
): Promise<Place> {
  const wanted = resolve(asked);
  if (!account.other) {
    await makeOwnFolder(wanted);
    return placeAt(wanted);
  }
  const fallback = fallbackFor(wanted, fallbackRoot);
  await refuseMovedFolder(wanted, fallback);
  const hasData = await exists(join(wanted, "cluster"));
  if (hasData || !(await exists(join(fallback, "cluster")))) {
    if (await giveFolder(wanted, account)) return placeAt(wanted);
    if (hasData) throw new EmbeddedError("embedded.not-passable", { directory: wanted, account: account.name });
  }
  if (!(await giveFolder(fallback, account))) {
    throw new EmbeddedError("embedded.not-passable", { directory: fallback, account: account.name });
  }
  await makeFolders(wanted);
  await writeFile(join(wanted, NOTE), `${fallback}\n`);
  log({ name: "embedded.moved", facts: { asked: wanted, directory: fallback, account: account.name } });
  return placeAt(fallback);
}

/** The other place of a data folder, always the same for the same path. */
export function fallbackFor(asked: string, fallbackRoot = FALLBACK_ROOT): string {
  return join(fallbackRoot, createHash("sha256").update(resolve(asked)).digest("hex").slice(0, 16));
}

function placeAt(directory: string): Place {
  return { directory, cluster: join(directory, "cluster"), log: join(directory, "server.log") };
}

async function makeOwnFolder(directory: string): Promise<void> {
  const made = await mkdir(directory, { recursive: true, mode: 0o700 }).then(
    () => true,
    () => false,
  );
  const owner = made ? await stat(directory) : await nearest(directory);
  if (made && owner.uid === process.getuid?.()) return chmod(directory, 0o700);
  throw new EmbeddedError("embedded.not-yours", { directory, owner: await nameOf(owner.uid) });
}

/** A note left in the folder names another fallback than this path's: the folder was moved or copied since. */
async function refuseMovedFolder(wanted: string, fallback: string): Promise<void> {
  const note = join(wanted, NOTE);
  const elsewhere = (await readFile(note, "utf8").catch(() => "")).trim();
  if (elsewhere !== "" && elsewhere !== fallback) {
    throw new EmbeddedError("embedded.data-elsewhere", { directory: wanted, elsewhere, note });
  }
}

/** Makes the folder and gives it to the account. False when the account cannot reach it or cannot own it. */
async function giveFolder(directory: string, account: Account): Promise<boolean> {
  await makeFolders(dirname(directory));
  if (!(await canEnter(dirname(directory), account))) return false;
  await mkdir(directory, { mode: 0o700 }).catch(ignoreExisting);
  await changeOwner(directory, account);
  await chmod(directory, 0o700);
  // Some mounted disks accept a change of owner and forget it.
  return (await stat(directory)).uid === account.uid;
}

/** Asks the system itself, as that account: it knows about access lists and mounts, the mode bits do not. */
async function canEnter(directory: string, account: Account): Promise<boolean> {
  return (await run("/bin/sh", ["-c", 'cd "$1"', "sh", directory], account)).code === 0;
}

/** Like mkdir -p, with folders that others may pass whatever root's umask. Existing folders are left as they are. */
async function makeFolders(directory: string): Promise<void> {
  const first = await mkdir(directory, { recursive: true });
  if (first === undefined) return;
  for (let made = directory; ; made = dirname(made)) {
    await chmod(made, 0o755);
    if (made === first || made === dirname(made)) return;
  }
}

/** A unix socket's path holds 107 bytes on Linux, 103 on macOS, the file's name included. */
const SOCKET_PATH_LIMIT = 103;
const SOCKET_NAME = ".s.PGSQL.5432";

/** The private folder of the server's socket: beside the data when its path is short enough, else a short one. */
export async function prepareSocketDirectory(place: Place, account: Account): Promise<string> {
  const key = createHash("sha256").update(place.directory).digest("hex").slice(0, 12);
  const candidates = [join(place.directory, "socket"), join(tmpdir(), `essaim-${key}`), `/tmp/essaim-${key}`];
  for (const candidate of candidates) {
    if (Buffer.byteLength(join(candidate, SOCKET_NAME)) > SOCKET_PATH_LIMIT) continue;
    if (account.other && !(await canEnter(dirname(candidate), account))) continue;
    await takePrivateFolder(candidate, account);
    return candidate;
  }
  throw new EmbeddedError("embedded.not-passable", { directory: tmpdir(), account: account.name });
}

/** In a shared /tmp, somebody else may have made the folder first: it must be ours, and closed to others. */
async function takePrivateFolder(directory: string, account: Account): Promise<void> {
  const made = await mkdir(directory, { mode: 0o700 }).then(() => true, ignoreExisting);
  if (made) await changeOwner(directory, account);
  const found = await lstat(directory);
  if (!found.isDirectory() || found.uid !== account.uid) {
    throw new EmbeddedError("embedded.socket-taken", { directory, owner: await nameOf(found.uid) });
  }
  await chmod(directory, 0o700);
}

/** After a clean stop, leaves nothing in the temporary folder. */
export async function removeSocketDirectory(place: Place, directory: string): Promise<void> {
  if (dirname(directory) === place.directory || !basename(directory).startsWith("essaim-")) return;
  await rmdir(directory).catch(() => {});
}

function ignoreExisting(error: NodeJS.ErrnoException): false {
  if (error.code !== "EEXIST") throw error;
  return false;
}

async function nearest(directory: string): Promise<{ uid: number }> {
  const found = await stat(directory).catch(() => null);
  return found ?? (dirname(directory) === directory ? { uid: 0 } : nearest(dirname(directory)));
}

async function nameOf(uid: number): Promise<string> {
  if (uid === 0) return "root";
  return (await findAccount(String(uid)))?.name ?? String(uid);
}
