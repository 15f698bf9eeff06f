import { sql } from "kysely";
import type { Logger } from "pino";
import type { OrganizationId } from "#kernel/id.ts";
import { type Connection, type Database, openDatabase, openPool } from "#platform/database/database.ts";
import { assertBoundRole } from "#platform/database/roles.ts";
import type { Settings } from "#platform/settings.ts";
import { type DatabaseServer, openDatabaseServer } from "./database.entry.ts";
import { OperatorError } from "./say.entry.ts";
import { instanceSecret } from "./secret.entry.ts";

/** What a command of the operator works with: beside a running Essaim when there is one, else on its own. */
export type OperatorDatabase = {
  readonly server: DatabaseServer;
  readonly secret: string;
  /** Bound by row-level security, as the application is. */
  readonly app: Database;
  /** Reads every tenant and writes nothing. */
  readonly reader: Connection;
};

/** Opens the database for one command and closes it afterwards, whatever happens. */
export async function withDatabase<T>(
  settings: Settings,
  log: Logger,
  work: (database: OperatorDatabase) => Promise<T>,
): Promise<T> {
  const server = await openDatabaseServer(settings, log, { shared: true });
  try {
    const secret = await instanceSecret(settings);
    const pool = openPool(server.connection("app", secret), 4);
    try {
      await assertBoundRole(pool);
      return await work({ server, secret, app: openDatabase(pool), reader: server.connection("backup", secret) });
    } finally {
      await pool.end();
    }
  } finally {
    await server.close();
  }
}

export type KnownCooperative = {
  readonly organizationId: OrganizationId;
  readonly slug: string;
  readonly name: string;
  readonly siren: string;
};

/** Every cooperative of the instance, by its name in addresses. */
export async function listCooperatives(reader: Connection): Promise<KnownCooperative[]> {
  const pool = openPool(reader, 1);
  try {
    const { rows } =
      await sql<KnownCooperative>`select organization_id as "organizationId", slug, legal_name as name, siren
      from membership.organization order by slug`.execute(openDatabase(pool));
    return rows;
  } finally {
    await pool.end();
  }
}

export async function findCooperative(reader: Connection, slug: string): Promise<KnownCooperative> {
  const found = (await listCooperatives(reader)).find((cooperative) => cooperative.slug === slug);
  if (!found) throw new OperatorError("noCooperative", { slug });
  return found;
}
