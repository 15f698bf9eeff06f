import { randomBytes } from "node:crypto";
import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chooseAccount } from "#platform/database/embedded/account.ts";
import { changeOwner } from "#platform/database/embedded/files.ts";
import { isAlive } from "#platform/database/embedded/postmaster.ts";
import { type Account, run } from "#platform/database/embedded/run.ts";
import { type TestServer, THROWAWAY } from "./database-server.ts";

const PREFIX = "essaim-installed-server-";

/**
 * A throwaway cluster made by the PostgreSQL that the machine has ("/usr/lib/postgresql/15/bin"): a private socket, no
 * port, and passwords that are checked, as on a server of one's own. It is never the machine's own cluster.
 */
export async function startInstalledServer(programs: string): Promise<TestServer> {
  const account = await chooseAccount([], () => {});
  await sweepAbandoned(programs, account);
  const directory = await mkdtemp(join(tmpdir(), `${PREFIX}${process.pid}-`));
  await chmod(directory, 0o700);
  const [cluster, socket, passwordFile] = ["cluster", "socket", "password"].map((name) => join(directory, name)) as [
    string,
    string,
    string,
  ];
  const password = randomBytes(16).toString("hex");
  await writeFile(passwordFile, password, { mode: 0o600 });
  await mkdir(socket, { mode: 0o700 });
  for (const path of [passwordFile, socket, directory]) await changeOwner(path, account);
  const ours = ["--username=postgres", "--auth-local=scram-sha-256", "--auth-host=reject", `--pwfile=${passwordFile}`];
  const plain = ["--encoding=UTF8", "--locale=C.UTF-8", "--no-sync", "--no-instructions"];
  await succeed(join(programs, "initdb"), [`--pgdata=${cluster}`, ...plain, ...ours], account);
  const settings = { ...THROWAWAY, listen_addresses: "''", unix_socket_directories: socket };
  const options = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`);
  const start = ["start", "--wait", `--pgdata=${cluster}`, `--log=${join(directory, "log")}`];
  await succeed(join(programs, "pg_ctl"), [...start, "-o", options.join(" ")], account);
  return {
    admin: { host: socket, port: 5432, database: "postgres", user: "postgres", password },
    stop: () => remove(programs, account, directory),
  };
}

async function succeed(program: string, args: readonly string[], account: Account): Promise<void> {
  const { code, output } = await run(program, args, account);
  if (code !== 0) throw new Error(`${program} ${args.join(" ")}\n${output}`);
}

async function remove(programs: string, account: Account, directory: string): Promise<void> {
  await run(join(programs, "pg_ctl"), ["stop", "--mode=fast", `--pgdata=${join(directory, "cluster")}`], account);
  await rm(directory, { recursive: true, force: true, maxRetries: 3 });
}

/** What a run of tests that was killed left behind. */
async function sweepAbandoned(programs: string, account: Account): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const run = new RegExp(`^${PREFIX}(\\d+)-`).exec(name);
    if (!run || (await isAlive(Number(run[1])))) continue;
    // Another account's is not ours to remove.
    await remove(programs, account, join(tmpdir(), name)).catch(() => {});
  }
}
