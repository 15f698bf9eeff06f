import { createHash } from "node:crypto";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import type { Logger } from "pino";
import { type Connection, parseDatabaseUrl } from "#platform/database/database.ts";
import { type EmbeddedServer, startEmbedded } from "#platform/database/embedded/embedded.ts";
import { AlreadyRunning, type EmbeddedEvent, sentencesOf } from "#platform/database/embedded/embedded-error.ts";
import { readPostmasterFile } from "#platform/database/embedded/postmaster.ts";
import { adminConnection } from "#platform/database/embedded/readiness.ts";
import { migrate, readMigrations } from "#platform/database/migrate.ts";
import { connectionFor, type DatabaseRole, ensureRoles } from "#platform/database/roles.ts";
import type { Settings } from "#platform/settings.ts";
import { OperatorError } from "./say.entry.ts";

export const DATABASE_NAME = "essaim";

/** A login belongs to a whole server: each instance on it has its own, named after its database (63 bytes at most). */
export function loginPrefixOf(database: string): string {
  const short = Buffer.byteLength(database) <= 48 ? database : createHash("sha256").update(database).digest("hex");
  return `${short.slice(0, 48)}_login`;
}

/** Where the database is, as its administrator. Opened first and closed last. */
export type DatabaseServer = {
  readonly admin: Connection;
  readonly embedded: boolean;
  /** The connection of a role that the instance's secret opens. */
  connection(role: DatabaseRole, secret: string): Connection;
  close(): Promise<void>;
};

export type OpenDatabaseOptions = {
  /** Commands may use the server that a running Essaim holds; `serve` wants it for itself. */
  readonly shared?: boolean;
};

/**
 * Starts the embedded server (or finds the one that a running Essaim holds), or reads DATABASE_URL without connecting.
 * Throws an EmbeddedError, or an OperatorError on an address that is not one.
 */
export async function openDatabaseServer(
  settings: Settings,
  log: Logger,
  options: OpenDatabaseOptions = {},
): Promise<DatabaseServer> {
  const connection = (admin: Connection) => (role: DatabaseRole, secret: string) =>
    connectionFor(admin, loginPrefixOf(admin.database), role, secret);
  if (settings.databaseUrl !== null) {
    const admin = parseDatabaseUrl(settings.databaseUrl);
    if (admin === null) throw new OperatorError("databaseAddress");
    return { admin, embedded: false, connection: connection(admin), close: async () => {} };
  }
  try {
    const { server, stop } = await superviseEmbedded(settings, log);
    await ensureDatabase(server.adminUrl("postgres"), DATABASE_NAME);
    const admin = server.adminUrl(DATABASE_NAME);
    return { admin, embedded: true, connection: connection(admin), close: stop };
  } catch (error) {
    if (!options.shared || !(error instanceof AlreadyRunning)) throw error;
    const file = await readPostmasterFile({ cluster: join(String(error.facts.directory), "cluster") });
    if (file === null || file.socketDirectory === "") throw error;
    const admin = adminConnection(file.socketDirectory, DATABASE_NAME);
    return { admin, embedded: true, connection: connection(admin), close: async () => {} };
  }
}

/** Starts the server, and starts it again when it ends without being asked: every acknowledged commit is there. */
async function superviseEmbedded(
  settings: Settings,
  log: Logger,
): Promise<{ server: EmbeddedServer; stop(): Promise<void> }> {
  let stopping = false;
  let current: EmbeddedServer;
  let again: Promise<void> = Promise.resolve();
  const start = (): Promise<EmbeddedServer> =>
    startEmbedded({
      directory: resolve(settings.dataDirectory, "postgres"),
      log: (event) => tell(event, log),
      onExit: (exit) => {
        log.error({ ...exit }, "the embedded database ended");
        again = restart();
      },
    });
  async function restart(): Promise<void> {
    for (let wait = 100; !stopping; wait = Math.min(wait * 2, 10_000)) {
      try {
        current = await start();
        log.warn("the embedded database was started again");
        return;
      } catch (error) {
        log.error({ err: error }, "the embedded database does not start again");
        await sleep(wait);
      }
    }
  }
  current = await start();
  return {
    server: current,
    async stop() {
      stopping = true;
      await again;
      await current.stop();
    },
  };
}

/** What people should know appears in the terminal; the rest is in the log. */
function tell(event: EmbeddedEvent, log: Logger): void {
  log.info({ event: event.name, ...event.facts }, "embedded database");
  const sentences = sentencesOf(event);
  if (sentences) process.stdout.write(`${sentences.fr}\n${sentences.en}\n`);
}

async function ensureDatabase(server: Connection, name: string): Promise<void> {
  await asAdministrator(server, async (client) => {
    const found = await client.query("select 1 from pg_database where datname = $1", [name]);
    if (found.rowCount === 0) await client.query(`create database ${name} encoding 'UTF8' template template0`);
  });
}

/** One connection of the administrator, for roles, migrations and restoring: never to serve. */
export async function asAdministrator<T>(admin: Connection, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({
    ...admin,
    ssl: admin.ssl ? { rejectUnauthorized: true } : undefined,
    connectionTimeoutMillis: 10_000,
    application_name: "essaim-operator",
  });
  // A server that goes away is told by the query that fails.
  client.on("error", () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}

/** Roles and migrations, as the administrator. Returns the names of the migrations applied. */
export async function prepareDatabase(admin: Connection, secret: string, log: Logger): Promise<string[]> {
  return asAdministrator(admin, async (client) => {
    await ensureRoles(client, loginPrefixOf(admin.database), secret);
    const applied = await migrate(client, await readMigrations(resolve("migrations")));
    if (applied.length > 0) log.info({ migrations: applied.length }, "database migrated");
    return applied;
  });
}
