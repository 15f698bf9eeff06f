import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Account } from "./account.ts";
import { AlreadyRunning } from "./embedded-error.ts";
import { changeOwner, writeWhole } from "./files.ts";

export type OwnerLock = { release(): void };

const BUSY = 5;

/**
 * One process of Essaim at a time on a data folder. The lock is the system's own on a file (taken through SQLite, the
 * only way in Node's own library): it goes with the process, even killed with -9, so it is never stale; a file with a
 * process number would be. Throws AlreadyRunning.
 */
export async function takeOwnerLock(directory: string, account: Account): Promise<OwnerLock> {
  const path = join(directory, "lock");
  const owner = join(directory, "owner.json");
  const file = new DatabaseSync(path);
  try {
    file.exec("pragma journal_mode = memory; begin exclusive");
  } catch (error) {
    file.close();
    if ((error as { errcode?: number }).errcode !== BUSY) throw error;
    throw new AlreadyRunning({ directory, pid: await readOwner(owner) });
  }
  await changeOwner(path, account);
  await writeWhole(owner, `${JSON.stringify({ pid: process.pid })}\n`, account);
  return {
    release() {
      if (file.isOpen) file.close();
    },
  };
}

async function readOwner(path: string): Promise<number | string> {
  try {
    const { pid } = JSON.parse(await readFile(path, "utf8")) as { pid?: unknown };
    return typeof pid === "number" ? pid : "?";
  } catch {
    return "?";
  }
}
