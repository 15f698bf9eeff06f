import { spawn } from "node:child_process";

/** The operating system account that runs the server. `other` when it is not the account of this process. */
export type Account = { readonly uid: number; readonly gid: number; readonly name: string; readonly other: boolean };

/** The result of a short program. `code` is null when it could not be started or was killed. */
export type RunResult = { readonly code: number | null; readonly output: string };

/**
 * Environment of our children, the same whatever the terminal's: LANG=C once made an SQL_ASCII cluster, PGDATA and
 * PGPORT would be obeyed, and LD_LIBRARY_PATH would come before the libraries shipped with the binaries.
 */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH ?? "/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" };
}

/** Options of `spawn` that make a child run as this account. */
export function asAccount(account: Account | undefined): { uid?: number; gid?: number } {
  return account?.other ? { uid: account.uid, gid: account.gid } : {};
}

/** Runs a program to its end and gives its output (both streams, trimmed). Never rejects. */
export function run(file: string, args: readonly string[], account?: Account, cwd = "/"): Promise<RunResult> {
  return new Promise((resolve) => {
    let output = "";
    const child = spawn(file, args, {
      cwd,
      env: { ...cleanEnvironment(), PATH: `${cleanEnvironment().PATH}:/usr/sbin:/sbin` },
      stdio: ["ignore", "pipe", "pipe"],
      ...asAccount(account),
    });
    child.stdout.setEncoding("utf8").on("data", (text: string) => (output += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (output += text));
    child.on("error", (error) => resolve({ code: null, output: error.message }));
    child.on("close", (code) => resolve({ code, output: output.trim() }));
  });
}
