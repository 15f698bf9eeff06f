import type pg from "pg";
import { inOrderOfReferences } from "./table-order.ts";

/** A table of the application, as the database itself describes it. */
export type Table = {
  /** "ledger.entry_line" */
  readonly name: string;
  /** Quoted for SQL. */
  readonly sql: string;
  readonly columns: readonly string[];
  readonly forced: boolean;
};

/** Not ours to keep: the system's, the list of migrations (in the archive's head), the job library's passing rows. */
const OUTSIDE = ["pg_catalog", "information_schema", "pg_toast", "migration", "jobs"];

/** Every table of every module, found in the catalogue and in an order where a row comes after those it refers to. */
export async function listTables(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<{ name: string; sql: string; columns: string[]; forced: boolean }>(
    `select n.nspname || '.' || c.relname as name, quote_ident(n.nspname) || '.' || quote_ident(c.relname) as sql,
            c.relforcerowsecurity as forced,
            array(select quote_ident(a.attname) from pg_attribute a
                   where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                   order by a.attnum) as columns
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and not c.relispartition and n.nspname <> all ($1) and n.nspname not like 'pg\\_%'
      order by 1`,
    [OUTSIDE],
  );
  const references = await client.query<{ from: string; to: string }>(
    `select fn.nspname || '.' || f.relname as "from", tn.nspname || '.' || t.relname as "to"
       from pg_constraint k
       join pg_class f on f.oid = k.conrelid join pg_namespace fn on fn.oid = f.relnamespace
       join pg_class t on t.oid = k.confrelid join pg_namespace tn on tn.oid = t.relnamespace
      where k.contype = 'f' and k.conrelid <> k.confrelid and fn.nspname <> all ($1)`,
    [OUTSIDE],
  );
  const order = inOrderOfReferences(
    rows.map((row) => row.name),
    references.rows,
  );
  const byName = new Map(rows.map((row) => [row.name, row]));
  return order.flatMap((name) => byName.get(name) ?? []);
}

/**
 * What would make a backup silently incomplete: a table whose rows the backup role cannot all see, or a sequence, whose
 * state no table holds. Throws with their names: a defect of a migration.
 */
export async function assertWholeSight(client: pg.ClientBase): Promise<void> {
  const hidden = await client.query<{ name: string }>(
    `select n.nspname || '.' || c.relname as name
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p', 'S') and n.nspname <> all ($1) and n.nspname not like 'pg\\_%'
        and (c.relkind = 'S'
          or not has_schema_privilege('essaim_backup', n.oid, 'usage')
          or not has_table_privilege('essaim_backup', c.oid, 'select')
          or (c.relrowsecurity and not exists (
            select 1 from pg_policy p
             where p.polrelid = c.oid and p.polpermissive and p.polcmd in ('r', '*')
               and (select oid from pg_roles where rolname = 'essaim_backup') = any (p.polroles)
               and pg_get_expr(p.polqual, p.polrelid) = 'true'))
          or exists (select 1 from pg_policy p where p.polrelid = c.oid and not p.polpermissive
            -- One that binds the application alone hides nothing from a backup.
            and (0::oid = any (p.polroles)
              or (select oid from pg_roles where rolname = 'essaim_backup') = any (p.polroles))))`,
    [OUTSIDE],
  );
  if (hidden.rows.length > 0) {
    throw new Error(`a backup would not be whole: ${hidden.rows.map((row) => row.name).join(", ")}`);
  }
}

/** The migrations that a database has had, in their order; none for an empty one. */
export async function appliedMigrations(client: pg.ClientBase): Promise<{ name: string; checksum: string }[]> {
  const found = await client.query("select to_regclass('migration.applied') as applied");
  if (found.rows[0]?.applied === null) return [];
  const { rows } = await client.query<{ name: string; checksum: string }>(
    "select name, checksum from migration.applied order by name",
  );
  return rows;
}

/** The schemas of the modules: what is dropped when an empty database has another version's tables. */
export async function listSchemas(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ sql: string }>(
    `select quote_ident(n.nspname) as sql from pg_namespace n join pg_roles r on r.oid = n.nspowner
      where r.rolname = 'essaim_owner' and n.nspname not like 'pg\\_%'`,
  );
  return rows.map((row) => row.sql);
}
