/** What every benchmark of the database stands on: a durable embedded server of its own, migrated, and one cooperative. */

import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import pg from "pg";
import { toDay } from "#kernel/day.ts";
import type { ActivityId, Id, OrganizationId } from "#kernel/id.ts";
import { installDefaults } from "#modules/ledger/index.server.ts";
import { loadPresence } from "#modules/membership/index.server.ts";
import { systemClock } from "#platform/clock.ts";
import type { Caller, CommandHost } from "#platform/command.ts";
import { type Connection, type Database, openDatabase, openPool } from "#platform/database/database.ts";
import { startEmbedded } from "#platform/database/embedded/embedded.ts";
import { migrate, readMigrations } from "#platform/database/migrate.ts";
import { connectionFor, ensureRoles } from "#platform/database/roles.ts";
import { withTenant } from "#platform/database/tenant.ts";
import { newId } from "#platform/id.ts";
import { testVault } from "../src/testing/vault.ts";

const SECRET = "a secret of the benchmarks, thirty-two bytes";

export type Stage = {
  readonly admin: Connection;
  readonly pool: pg.Pool;
  readonly database: Database;
  readonly host: CommandHost;
  readonly organizationId: OrganizationId;
  readonly activityId: ActivityId;
  readonly customerId: Id<"customer">;
  /** An accountant: may issue for every activity. */
  readonly caller: Caller;
  /** Statistics of every table, as the administrator. */
  analyze(): Promise<void>;
  close(): Promise<void>;
};

/** Opens a durable server (fsync on), a migrated database and a cooperative ready to sell. */
export async function openStage(clients = 20): Promise<Stage> {
  const directory = await mkdtemp(join(tmpdir(), "essaim-bench-"));
  // Root's server runs as an ordinary account: where it cannot enter, data would go elsewhere and stay behind.
  await chmod(directory, 0o755);
  const server = await startEmbedded({ directory: join(directory, "postgres"), log: () => {} });
  const admin = server.adminUrl("postgres");
  const client = new pg.Client(admin);
  await client.connect();
  await ensureRoles(client, "essaim_bench", SECRET);
  await migrate(client, await readMigrations("migrations"));
  await client.end();
  const pool = openPool(connectionFor(admin, "essaim_bench", "app", SECRET), clients);
  const database = openDatabase(pool);
  const host: CommandHost = { database, clock: systemClock, loadPresence, wake: () => {}, vault: testVault };
  const now = systemClock();
  const organizationId = newId<"organization">(now);
  const activityId = newId<"activity">(now) as ActivityId;
  const customerId = newId<"customer">(now);
  const personId = newId<"person">(now);
  const userId = "bench" as Id<"user">;
  await withTenant(database, { organizationId, userId }, async (tx) => {
    await sql`insert into membership.organization (organization_id, slug, legal_name, siren, siret, vat_number, street, postal_code, city, created_at)
      values (${organizationId}, 'bench', 'Banc', '732829320', '73282932000074', 'FR44732829320', '12 rue de l’Atelier', '29200', 'Brest', ${now})`.execute(
      tx,
    );
    await sql`insert into membership.person (organization_id, id, user_id, first_name, last_name, email, created_at)
      values (${organizationId}, ${personId}, ${userId}, 'Camille', 'Banc', 'banc@example.org', ${now})`.execute(tx);
    await sql`insert into membership.role_grant (organization_id, id, person_id, role, granted_at)
      values (${organizationId}, ${newId(now)}, ${personId}, 'accountant', ${now})`.execute(tx);
    await sql`insert into membership.activity (organization_id, id, code, name, opened_on)
      values (${organizationId}, ${activityId}, 'BANC', 'Banc', '2020-01-01')`.execute(tx);
    await sql`insert into sales.customer (organization_id, id, activity_id, kind, name, siren, email, street, postal_code, city, created_at)
      values (${organizationId}, ${customerId}, ${activityId}, 'company', 'Crèche Les Lutins', '552081317', 'a@example.org',
        '4 place du Marché', '69100', 'Villeurbanne', ${now})`.execute(tx);
    await installDefaults({ organizationId, tx, now, today: toDay(now.slice(0, 10)), id: () => newId(now) });
  });
  return {
    admin,
    pool,
    database,
    host,
    organizationId,
    activityId,
    customerId,
    caller: { organizationId, userId },
    async analyze() {
      const administrator = new pg.Client(admin);
      await administrator.connect();
      await administrator.query("analyze");
      await administrator.end();
    },
    async close() {
      await pool.end();
      await server.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** Median of figures; they are few and noisy, so the mean would lie. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Runs `work` for every item with at most `width` under way. */
export async function concurrently<T>(
  items: readonly T[],
  width: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  let next = 0;
  await Promise.all(
    Array.from({ length: width }, async () => {
      for (let item = items[next++]; item !== undefined; item = items[next++]) await work(item);
    }),
  );
}

export const line = (name: string, text: string): void => console.log(`${name.padEnd(58)} ${text}`);

/** A whole number as people read it. */
export const figure = (value: number): string => Math.round(value).toLocaleString("fr-FR").replaceAll("\u202f", " ");

/** What was asked, and whether this run meets it. */
export function target(name: string, value: number, sense: "at least" | "at most", asked: number): void {
  const met = sense === "at least" ? value >= asked : value <= asked;
  line(name, `${value.toFixed(2)}  asked: ${sense} ${asked} — ${met ? "met" : "NOT MET"}`);
}
