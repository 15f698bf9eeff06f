import { constants } from "node:fs";
import { type FileHandle, lchown, lstat, open, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import type { Account } from "./account.ts";

const { O_APPEND, O_CREAT, O_NOFOLLOW, O_WRONLY } = constants;
const LOG_LIMIT = 8 * 1024 * 1024;

export async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

/** Gives a file to the server's account, without following a link. Nothing to do when it is our own account. */
export async function changeOwner(path: string, account: Account): Promise<void> {
  if (account.other) await lchown(path, account.uid, account.gid);
}

/** Writes a file readable by the account only, whole or not at all. Says whether the text has changed. */
export async function writeWhole(path: string, text: string, account: Account): Promise<boolean> {
  if ((await readFile(path, "utf8").catch(() => null)) === text) return false;
  const draft = `${path}.${process.pid}.draft`;
  await rm(draft, { force: true });
  // "wx" never follows a link: root writes here in a folder that the server's account owns.
  await writeFile(draft, text, { mode: 0o600, flag: "wx" });
  await changeOwner(draft, account);
  await rename(draft, path);
  return true;
}

/** Makes a rename durable: the folder's own list of names reaches the disk. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path);
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** Opens a log for appending, and says where the new text begins. A large one first becomes `<name>.1`. */
export async function openLog(path: string, account: Account): Promise<{ file: FileHandle; start: number }> {
  const size = (await stat(path).catch(() => null))?.size ?? 0;
  if (size > LOG_LIMIT) await rename(path, `${path}.1`);
  const file = await open(path, O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW, 0o600);
  await changeOwner(path, account);
  return { file, start: size > LOG_LIMIT ? 0 : size };
}
