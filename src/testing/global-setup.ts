import pg from "pg";
import type { TestProject } from "vitest/node";
import type { Connection } from "#platform/database/database.ts";
import { migrate, readMigrations } from "#platform/database/migrate.ts";
import { ensureRoles } from "#platform/database/roles.ts";
import { startTestServer } from "#platform/testing/database-server.ts";

declare module "vitest" {
  interface ProvidedContext {
    adminConnection: Connection;
  }
}

export const TEMPLATE = "essaim_template";
export const TEST_SECRET = "a secret of the tests, thirty-two bytes long";
export const TEST_PREFIX = "essaim_test";

/** One server for the run, one migrated template database: each worker copies it in tens of milliseconds. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTestServer();
  const { admin } = server;
  await prepareTemplate(admin);
  project.provide("adminConnection", admin);
  return () => server.stop();
}

export async function prepareTemplate(admin: Connection): Promise<void> {
  const client = new pg.Client(admin);
  await client.connect();
  await client.query(`drop database if exists ${TEMPLATE}`);
  await client.query(`create database ${TEMPLATE} encoding 'UTF8' template template0`);
  await client.end();
  const template = new pg.Client({ ...admin, database: TEMPLATE });
  await template.connect();
  await ensureRoles(template, TEST_PREFIX, TEST_SECRET);
  await migrate(template, await readMigrations("migrations"));
  await template.end();
}
