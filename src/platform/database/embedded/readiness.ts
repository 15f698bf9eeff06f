import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import type { Connection } from "../database.ts";
import { PORT, SUPERUSER } from "./settings.ts";

/** What a server says of itself to its first question. */
export type ServerIdentity = { readonly version: string; readonly cluster: string };

export function adminConnection(socketDirectory: string, database: string): Connection {
  return { host: socketDirectory, port: PORT, database, user: SUPERUSER };
}

/** Not ready yet: no socket, nobody behind it, starting, recovering or stopping (57P03). */
const PATIENCE = ["ENOENT", "ECONNREFUSED", "ECONNRESET", "57P03"];

/**
 * Asks the server behind a socket who it is: null while it is not ready to answer.
 * Throws when it answers with a refusal (its log says why).
 */
export async function askServer(socketDirectory: string): Promise<ServerIdentity | null> {
  const client = new pg.Client({
    ...adminConnection(socketDirectory, "postgres"),
    connectionTimeoutMillis: 5_000,
    application_name: "essaim-launcher",
  });
  client.on("error", () => {});
  try {
    await client.connect();
    const { rows } = await client.query<ServerIdentity>(
      "select current_setting('server_version') as version, current_setting('data_directory') as cluster",
    );
    return rows[0] ?? null;
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    if (PATIENCE.includes(code ?? "") || /timeout|terminated/i.test(message)) return null;
    throw error;
  } finally {
    await client.end().catch(() => {});
  }
}

/**
 * Waits for the first answer of a server (`socketDirectory` gives "" until it may be asked); null when `isOver` says that there is nothing to wait for any more.
 * Recovery after a crash may take minutes: the waiting has no end of its own, `tell` is called every five seconds.
 */
export async function waitForServer(
  socketDirectory: () => Promise<string>,
  isOver: () => boolean | Promise<boolean>,
  tell: (seconds: number) => unknown,
): Promise<ServerIdentity | null> {
  const began = performance.now();
  let told = 0;
  for (;;) {
    const folder = await socketDirectory();
    const identity = folder === "" ? null : await askServer(folder);
    if (identity) return identity;
    if (await isOver()) return null;
    const seconds = Math.floor((performance.now() - began) / 1_000);
    if (seconds >= told + 5) {
      told = seconds;
      await tell(seconds);
    }
    await sleep(seconds < 2 ? 5 : 50);
  }
}
