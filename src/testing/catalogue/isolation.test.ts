/** Row-level security at work: in every business table, one row of each of two cooperatives, seen by the application. */
import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openPool } from "#platform/database/database.ts";
import { assertBoundRole } from "#platform/database/roles.ts";
import { TEST_PREFIX } from "../global-setup.ts";
import { type TestDatabase, testDatabase } from "../test-database.ts";
import { businessTables } from "./schema-faults.ts";

const ONE = randomUUID();
const OTHER = randomUUID();
const USER = "user-of-the-first";

type Column = { name: string; type: string };

let database: TestDatabase;
let admin: pg.Client;
let tables: string[];
const columns = new Map<string, Column[]>();

/** A value of the type, another one for each cooperative. Checks are lifted: only isolation is looked at here. */
function valueFor(type: string, salt: string): string {
  switch (type) {
    case "uuid":
      return `'${randomUUID()}'`;
    case "bool":
      return "false";
    case "int2":
    case "int4":
    case "int8":
    case "numeric":
      return "1";
    case "date":
      return "'2026-11-22'";
    case "timestamptz":
      return "'2026-11-22T10:00:00Z'";
    case "jsonb":
      return "'{}'";
    case "bytea":
      return "'\\x00'";
    case "_uuid":
    case "_int8":
      return "'{}'";
    case "_text":
      return `array['${salt}']`;
    case "text":
      return `'${salt}'`;
    default:
      return `('${salt}')::${type}`;
  }
}

function insertion(table: string, organizationId: string, salt: string): string {
  const values: [string, string][] = [["organization_id", `'${organizationId}'`]];
  for (const { name, type } of columns.get(table) ?? []) values.push([`"${name}"`, valueFor(type, salt)]);
  if (table === "membership.person") values.push(["user_id", `'${organizationId === ONE ? USER : `${USER}-${salt}`}'`]);
  return `insert into ${table} (${values.map(([name]) => name)}) values (${values.map(([, value]) => value)})`;
}

/** The SQLSTATE that a statement ends with, in a savepoint; null when it passes. */
async function stateOf(statement: string): Promise<string | null> {
  await admin.query("savepoint attempt");
  try {
    await admin.query(statement);
    return null;
  } catch (error) {
    return (error as pg.DatabaseError).code ?? "?";
  } finally {
    await admin.query("rollback to savepoint attempt");
  }
}

async function as(organizationId: string, userId = ""): Promise<void> {
  await admin.query("select set_config('app.organization_id', $1, true), set_config('app.user_id', $2, true)", [
    organizationId,
    userId,
  ]);
}

/** The cooperatives that a table shows, by table. Tables that show none are left out. */
async function shown(): Promise<Record<string, string[]>> {
  const seen: Record<string, string[]> = {};
  for (const table of tables) {
    const { rows } = await admin.query<{ organization_id: string }>(`select organization_id from ${table}`);
    if (rows.length > 0) seen[table] = rows.map((row) => row.organization_id).sort();
  }
  return seen;
}

beforeAll(async () => {
  database = await testDatabase();
  admin = new pg.Client(database.admin);
  await admin.connect();
  tables = await businessTables(admin);
  await admin.query("begin");
  await admin.query("set local session_replication_role = replica");
  for (const table of tables) {
    const { rows: checks } = await admin.query<{ conname: string }>(
      "select conname from pg_constraint where conrelid = $1::regclass and contype = 'c'",
      [table],
    );
    for (const { conname } of checks) await admin.query(`alter table ${table} drop constraint "${conname}"`);
    const { rows } = await admin.query<Column>(
      `select a.attname as name, t.typname as type from pg_attribute a join pg_type t on t.oid = a.atttypid
        where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped and a.attnotnull and not a.atthasdef
          and a.attname <> 'organization_id' order by a.attnum`,
      [table],
    );
    columns.set(table, rows);
    await admin.query(`truncate ${table} cascade`);
  }
  for (const table of tables) {
    await admin.query(insertion(table, ONE, "first"));
    await admin.query(insertion(table, OTHER, "second"));
  }
  // A word stands on a work of its own cooperative.
  await admin.query(
    "update delegation.comment c set work_id = w.id from delegation.work w where w.organization_id = c.organization_id",
  );
  // A rating is its author's alone until its round is compared: these are of rounds that were.
  await admin.query(
    "update grid.rating r set round_id = o.id from grid.round o where o.organization_id = r.organization_id",
  );
});

afterAll(async () => {
  await admin.query("rollback");
  await admin.end();
});

describe("Une coopérative ne voit jamais les lignes d’une autre", () => {
  it("l’administrateur, lui, voit les deux lignes de chaque table : l’épreuve porte bien sur toutes", async () => {
    const seen = await shown();
    expect(Object.keys(seen)).toEqual(tables);
    for (const table of tables) expect([table, ...(seen[table] ?? [])]).toEqual([table, ...[ONE, OTHER].sort()]);
  });

  it("sans coopérative, l’application ne lit aucune ligne d’aucune table", async () => {
    await admin.query("set local role essaim_app");
    await as("");
    expect(await shown()).toEqual({});
    await admin.query("reset role");
  });

  it("chaque coopérative lit ses lignes, et elles seules", async () => {
    await admin.query("set local role essaim_app");
    for (const organizationId of [ONE, OTHER]) {
      await as(organizationId);
      expect(await shown()).toEqual(Object.fromEntries(tables.map((table) => [table, [organizationId]])));
    }
    await as(randomUUID());
    expect(await shown()).toEqual({});
    await admin.query("reset role");
  });

  it("hors d’une coopérative, une personne connectée trouve la sienne et sa propre fiche, rien d’autre", async () => {
    await admin.query("set local role essaim_app");
    await as("", USER);
    expect(await shown()).toEqual({ "membership.organization": [ONE], "membership.person": [ONE] });
    await as("", "somebody-else");
    expect(await shown()).toEqual({});
    await as(OTHER, USER);
    // Who is no person of a house finds no delegated work there, without an agreement that lists it.
    const scoped = new Set(["delegation.comment", "delegation.work"]);
    const rest = tables.filter((table) => !scoped.has(table));
    expect(await shown()).toEqual(Object.fromEntries(rest.map((table) => [table, [OTHER]])));
    await admin.query("reset role");
  });

  it("écrire, déplacer ou effacer chez une autre : refusé, ou sans effet", async () => {
    await admin.query("set local role essaim_app");
    await as(ONE);
    for (const table of tables) {
      expect([table, await stateOf(insertion(table, OTHER, "third"))]).toEqual([table, "42501"]);
      const moved = await stateOf(`update ${table} set organization_id = '${OTHER}'`);
      expect([table, moved]).toEqual([table, "42501"]);
      await admin.query("savepoint attempt");
      const erased = await admin
        .query(`delete from ${table} where organization_id = '${OTHER}'`)
        .then((result) => result.rowCount)
        .catch((error: pg.DatabaseError) => error.code);
      await admin.query("rollback to savepoint attempt");
      expect([0, "42501"]).toContain(erased);
      expect([table, await stateOf(`truncate ${table}`)]).toEqual([table, "42501"]);
    }
    await admin.query("reset role");
  });

  it("le rôle des effets ne lit que la file des effets, celui des identités aucune table des coopératives", async () => {
    for (const role of ["essaim_jobs", "essaim_auth"]) {
      await admin.query(`set local role ${role}`);
      for (const table of tables) {
        const expected = role === "essaim_jobs" && table === "platform.outbox" ? null : "42501";
        expect([role, table, await stateOf(`select * from ${table}`)]).toEqual([role, table, expected]);
      }
      await admin.query("reset role");
    }
  });

  it("l’application ne lit pas les identités", async () => {
    await admin.query("set local role essaim_app");
    for (const table of ["user", "session", "account", "passkey", "verification"]) {
      expect([table, await stateOf(`select * from auth."${table}"`)]).toEqual([table, "42501"]);
    }
    await admin.query("reset role");
  });
});

describe("Les comptes de connexion", () => {
  it("ni superutilisateur, ni propriétaire, ni exempté, ni capable de créer", async () => {
    const { rows } = await admin.query<Record<string, unknown>>(
      `select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication,
              pg_has_role(oid, 'essaim_owner', 'member') as owner, (select count(*)::int from pg_class c where c.relowner = r.oid) as owned
         from pg_roles r where rolname like 'essaim\\_%' and rolname <> 'essaim_owner' and rolname <> current_user`,
    );
    const logins = rows.map((row) => row.rolname);
    for (const role of ["app", "auth", "jobs", "backup"]) {
      expect(logins).toContain(`${TEST_PREFIX}_${role}`);
      expect(logins).toContain(`essaim_${role}`);
    }
    for (const { rolname, owned, ...powers } of rows) {
      expect([rolname, owned]).toEqual([rolname, 0]);
      expect([rolname, Object.values(powers).some((power) => power === true)]).toEqual([rolname, false]);
    }
  });

  it("au démarrage, on refuse de servir avec un compte que rien ne retient", async () => {
    await expect(assertBoundRole(database.appPool)).resolves.toBeUndefined();
    const unbound = openPool(database.admin, 1);
    await expect(assertBoundRole(unbound)).rejects.toThrow("refusing to serve");
    await unbound.end();
  });
});
