import pg from "pg";
import { inject } from "vitest";
import { type Connection, type Database, openDatabase, openPool } from "#platform/database/database.ts";
import { connectionFor } from "#platform/database/roles.ts";
import { TEMPLATE, TEST_PREFIX, TEST_SECRET } from "./global-setup.ts";

export type TestDatabase = {
  /** The application's own handle: bound by row-level security. */
  readonly app: Database;
  readonly appPool: pg.Pool;
  /** A pool of another role, closed with the rest. */
  pool(role: "auth" | "jobs" | "backup"): pg.Pool;
  /** The administrator's connection: to look behind the application's back, never to prepare a state. */
  readonly admin: Connection;
};

let opened: Promise<TestDatabase> | null = null;

/** The worker's own database, copied once from the migrated template. */
export function testDatabase(): Promise<TestDatabase> {
  opened ??= open();
  return opened;
}

async function open(): Promise<TestDatabase> {
  const admin = inject("adminConnection");
  const name = `essaim_worker_${process.env.VITEST_POOL_ID ?? "0"}_${process.pid}`;
  const client = new pg.Client(admin);
  await client.connect();
  // Another worker may be copying the template at this very moment.
  for (let attempt = 0; ; attempt++) {
    try {
      await client.query(`create database ${name} template ${TEMPLATE}`);
      break;
    } catch (error) {
      if (attempt > 50) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  await client.end();
  const here = { ...admin, database: name };
  const appPool = openPool(connectionFor(here, TEST_PREFIX, "app", TEST_SECRET), 20);
  return {
    app: openDatabase(appPool),
    appPool,
    pool: (role) =>
      openPool(connectionFor(here, TEST_PREFIX, role, TEST_SECRET), 4, () => {}, role === "auth" ? "driver" : "essaim"),
    admin: here,
  };
}
