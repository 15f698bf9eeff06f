import { mkdir, readFile, writeFile } from "node:fs/promises";
import { randomBytes } from "node:crypto";
import { join, resolve } from "node:path";
import pg from "pg";
import pino, { type Logger } from "pino";
import { handlersOf } from "./effects.ts";
import { cooperativesOf, findOrganization, loadPresence } from "./modules/membership/index.server.ts";
import type { App } from "./platform/app.ts";
import { systemClock } from "./platform/clock.ts";
import { type Connection, openDatabase, openPool, parseDatabaseUrl } from "./platform/database/database.ts";
import { type EmbeddedServer, startEmbedded } from "./platform/database/embedded/embedded.ts";
import { migrate, readMigrations } from "./platform/database/migrate.ts";
import { assertBoundRole, connectionFor, type DatabaseRole, ensureRoles } from "./platform/database/roles.ts";
import { openFileStore } from "./platform/files/file-store.ts";
import { type Drainer, startDrainer } from "./platform/outbox/drain.ts";
import { createIdentity } from "./platform/session/identity.ts";
import type { Settings } from "./platform/settings.ts";
import { fieldSentence, sentence } from "./refusals.ts";

/** Everything that a running Essaim holds open. Made once; `close` lets go of it in the right order. */
export type Runtime = {
  readonly app: App;
  readonly drainer: Drainer;
  /** The connection of a role: backup and operator commands open their own pools. */
  connection(role: DatabaseRole): Connection;
  readonly admin: Connection;
  ready(): Promise<boolean>;
  close(): Promise<void>;
};

const DATABASE_NAME = "essaim";
const LOGIN_PREFIX = "essaim_login";

export function createLog(level = "info"): Logger {
  return pino({
    level,
    base: { application: "essaim" },
    // What could name a person or open a door never reaches the log.
    redact: ["password", "*.password", "email", "*.email", "token", "*.token"],
  });
}

/** The instance's secret, made the first time: passwords of database roles and sessions derive from it. */
export async function instanceSecret(settings: Settings): Promise<string> {
  if (process.env.ESSAIM_SECRET) return process.env.ESSAIM_SECRET;
  const path = join(settings.dataDirectory, "secret");
  try {
    return (await readFile(path, "utf8")).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
  await mkdir(settings.dataDirectory, { recursive: true });
  await writeFile(path, `${randomBytes(32).toString("hex")}\n`, { mode: 0o600, flag: "wx" });
  return (await readFile(path, "utf8")).trim();
}

/** Opens the database (embedded by default), migrates it, and puts the application together. */
export async function openRuntime(settings: Settings, log: Logger): Promise<Runtime> {
  const secret = await instanceSecret(settings);
  let embedded: EmbeddedServer | null = null;
  let admin: Connection;
  if (settings.databaseUrl === null) {
    embedded = await startEmbedded({
      directory: resolve(settings.dataDirectory, "postgres"),
      log: (event) => log.info({ event: event.name, ...event.facts }, "embedded database"),
      onExit: (exit) => {
        log.fatal({ ...exit }, "the embedded database ended: stopping, so that whoever supervises starts us again");
        process.exit(1);
      },
    });
    admin = embedded.adminUrl(DATABASE_NAME);
    await ensureDatabase(embedded.adminUrl("postgres"), DATABASE_NAME);
  } else {
    const parsed = parseDatabaseUrl(settings.databaseUrl);
    if (parsed === null) throw new Error("DATABASE_URL is not an address like postgres://user:password@host:5432/database");
    admin = parsed;
  }
  await prepareDatabase(admin, secret, log);
  const connection = (role: DatabaseRole) => connectionFor(admin, LOGIN_PREFIX, role, secret);
  const onError = (error: Error) => log.warn({ err: error }, "an idle database connection broke");
  const appPool = openPool(connection("app"), 20, onError);
  const jobsPool = openPool(connection("jobs"), 2, onError);
  const authPool = openPool(connection("auth"), 6, onError, "driver");
  await assertBoundRole(appPool);

  const database = openDatabase(appPool);
  const files = openFileStore(join(settings.dataDirectory, "files"));
  let drainer: Drainer | null = null;
  const identity = createIdentity({
    pool: authPool,
    secret,
    publicUrl: settings.publicUrl,
    trustedProxies: settings.trustedProxies,
    log,
  });
  const app: App = {
    database,
    clock: systemClock,
    loadPresence,
    wake: () => drainer?.wake(),
    settings,
    log,
    identity,
    files,
    findOrganization: (slug, userId) => findOrganization(database, slug, userId),
    cooperativesOf: (userId) => cooperativesOf(database, userId),
    sentence,
    fieldSentence,
  };
  drainer = startDrainer(jobsPool, handlersOf(app), log);
  const running = drainer;
  return {
    app,
    drainer: running,
    connection,
    admin,
    ready: () =>
      appPool.query("select 1").then(
        () => true,
        () => false,
      ),
    async close() {
      await running.stop();
      await Promise.all([appPool.end(), jobsPool.end(), authPool.end()]);
      await embedded?.stop();
    },
  };
}

async function ensureDatabase(server: Connection, name: string): Promise<void> {
  const client = new pg.Client(server);
  await client.connect();
  try {
    const found = await client.query("select 1 from pg_database where datname = $1", [name]);
    if (found.rowCount === 0) await client.query(`create database ${name} encoding 'UTF8' template template0`);
  } finally {
    await client.end();
  }
}

/** Roles and migrations, as the administrator; afterwards nobody serves with these rights. */
export async function prepareDatabase(admin: Connection, secret: string, log: Logger): Promise<void> {
  const client = new pg.Client(admin);
  await client.connect();
  try {
    await ensureRoles(client, LOGIN_PREFIX, secret);
    const applied = await migrate(client, await readMigrations(resolve("migrations")));
    if (applied.length > 0) log.info({ migrations: applied.length }, "database migrated");
  } finally {
    await client.end();
  }
}
