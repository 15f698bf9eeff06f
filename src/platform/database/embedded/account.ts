import { stat } from "node:fs/promises";
import { userInfo } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { EmbeddedError, type EmbeddedLog } from "./embedded-error.ts";
import { type Account, run } from "./run.ts";

export type { Account };

const SYSTEM_ACCOUNT = "essaim";

/**
 * PostgreSQL refuses root: as root, the server runs as the owner of existing data (looked for in these folders), or as
 * `essaim`, made when the system can, or as `nobody`.
 */
export async function chooseAccount(folders: readonly string[], log: EmbeddedLog): Promise<Account> {
  const own = ownAccount();
  if (own.uid !== 0) return own;
  for (const folder of folders) {
    const { uid = 0, gid = 0 } = (await stat(join(folder, "cluster")).catch(() => null)) ?? {};
    // A disk moved from another machine belongs to a number that has no name here: it will do.
    if (uid !== 0) return (await findAccount(String(uid))) ?? { uid, gid, name: String(uid), other: true };
  }
  const account =
    (await findAccount(SYSTEM_ACCOUNT)) ?? (await makeSystemAccount(log)) ?? (await findAccount("nobody"));
  if (!account) throw new EmbeddedError("embedded.no-account");
  return account;
}

/** The account of this process. Its name is empty when the system does not know it (some containers). */
export function ownAccount(): Account {
  const uid = process.getuid?.() ?? 0;
  let name = "";
  try {
    name = userInfo().username;
  } catch {
    // No entry in the system's list of accounts.
  }
  return { uid, gid: process.getgid?.() ?? 0, name, other: false };
}

/** The account of that name or number; null when the system does not know it, or when it is root. */
export async function findAccount(nameOrUid: string): Promise<Account | null> {
  const [uid, gid, name] = await Promise.all(["-u", "-g", "-un"].map((flag) => run("id", [flag, nameOrUid])));
  if (uid?.code !== 0 || gid?.code !== 0 || name?.code !== 0) return null;
  const account = { uid: Number(uid.output), gid: Number(gid.output), name: name.output, other: true };
  return account.uid > 0 ? account : null;
}

async function makeSystemAccount(log: EmbeddedLog): Promise<Account | null> {
  const flags = ["--system", "--user-group", "--no-create-home", "--home-dir", "/nonexistent"];
  const shell = ["--shell", "/usr/sbin/nologin", "--comment", "Essaim database", SYSTEM_ACCOUNT];
  const made = await run("useradd", [...flags, ...shell]);
  // Two programs may make it at once: the loser of the race finds the winner's.
  for (let attempt = 0; attempt < 5; attempt++) {
    const account = await findAccount(SYSTEM_ACCOUNT);
    if (account) {
      if (made.code === 0) log({ name: "embedded.account-made", facts: { account: SYSTEM_ACCOUNT } });
      return account;
    }
    if (made.output.includes("No such file") || made.code === null) return null;
    await sleep(200);
  }
  return null;
}
