import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Connection, parseDatabaseUrl } from "#platform/database/database.ts";
import { startEmbedded } from "#platform/database/embedded/embedded.ts";
import { isAlive, readPostmasterFile } from "#platform/database/embedded/postmaster.ts";

export type TestServer = {
  /** As the administrator, on the database `postgres`. */
  readonly admin: Connection;
  /** Stops the server and removes its data; leaves the server of ESSAIM_TEST_DATABASE_URL as it is. */
  stop(): Promise<void>;
};

const PREFIX = "essaim-test-server-";

/** A throwaway server has nothing to lose in a power cut. The tests of durability never use these. */
export const THROWAWAY = {
  fsync: "off",
  full_page_writes: "off",
  synchronous_commit: "off",
  max_connections: "100",
  max_wal_size: "512MB",
} as const;

/**
 * One PostgreSQL for a run of tests: the server of ESSAIM_TEST_DATABASE_URL when it is given (an administrator's
 * address), else an embedded one with data of its own. For Vitest's globalSetup.
 */
export async function startTestServer(url = process.env.ESSAIM_TEST_DATABASE_URL): Promise<TestServer> {
  if (url) {
    const admin = parseDatabaseUrl(url);
    if (!admin)
      throw new Error("ESSAIM_TEST_DATABASE_URL is not an address like postgres://user:password@host:5432/postgres");
    return { admin, stop: async () => {} };
  }
  await sweepAbandoned();
  const directory = await mkdtemp(join(tmpdir(), `${PREFIX}${process.pid}-`));
  const server = await startEmbedded({ directory, log: () => {}, settings: THROWAWAY });
  return {
    admin: server.adminUrl("postgres"),
    async stop() {
      await server.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** A run of tests that was killed leaves a server and its data: adopted (the lock tells it is nobody's), stopped, removed. */
export async function sweepAbandoned(folder = tmpdir()): Promise<void> {
  for (const name of await readdir(folder)) {
    const run = new RegExp(`^${PREFIX}(\\d+)-`).exec(name);
    if (!run || (await isAlive(Number(run[1])))) continue;
    const directory = join(folder, name);
    try {
      const file = await readPostmasterFile({ cluster: join(directory, "cluster") });
      if (file && (await isAlive(file.pid))) {
        const server = await startEmbedded({ directory, log: () => {}, settings: THROWAWAY });
        await server.stop();
      }
      await rm(directory, { recursive: true, force: true });
    } catch {
      // Held by a run that is alive after all, or another account's: not ours to remove.
    }
  }
}
