import { createHmac } from "node:crypto";
import pg from "pg";
import type { Connection } from "./database.ts";

/** What a connection may do. `owner` migrates and never serves; the four others own nothing. */
export type DatabaseRole = "app" | "auth" | "jobs" | "backup";
const ROLES: readonly DatabaseRole[] = ["app", "auth", "jobs", "backup"];

/** The password of a login role, derived from the instance's secret so that nothing has to be typed. */
function passwordOf(secret: string, login: string): string {
  return createHmac("sha256", secret).update(`database role ${login}`).digest("hex");
}

/** The connection of one role, beside the administrator's. */
export function connectionFor(admin: Connection, prefix: string, role: DatabaseRole, secret: string): Connection {
  const user = `${prefix}_${role}`;
  return { ...admin, user, password: passwordOf(secret, user) };
}

/**
 * Makes the group roles that migrations grant to, and one login for each.
 * Run with an administrator's connection (superuser, or CREATEROLE and owner of the database). Idempotent.
 */
export async function ensureRoles(client: pg.ClientBase, prefix: string, secret: string): Promise<void> {
  await client.query("select pg_advisory_lock(7331006)");
  try {
    for (const role of ["essaim_owner", "essaim_eraser", ...ROLES.map((name) => `essaim_${name}`)]) {
      const found = await client.query("select 1 from pg_roles where rolname = $1", [role]);
      if (found.rowCount === 0) await client.query(`create role ${pg.escapeIdentifier(role)} nologin`);
    }
    await client.query("grant essaim_owner to current_user");
    // Nobody logs in with it: it owns the few functions that erase what is known of people, and nothing else.
    await client.query("grant essaim_eraser to current_user");
    for (const role of ROLES) {
      const login = `${prefix}_${role}`;
      const name = pg.escapeIdentifier(login);
      const password = pg.escapeLiteral(passwordOf(secret, login));
      const found = await client.query("select 1 from pg_roles where rolname = $1", [login]);
      if (found.rowCount === 0)
        await client.query(`create role ${name} login password ${password} in role essaim_${role}`);
      else await client.query(`alter role ${name} login password ${password}`);
    }
    await client.query(`alter role ${pg.escapeIdentifier(`${prefix}_auth`)} set search_path = auth`);
    const database = pg.escapeIdentifier((await client.query("select current_database() as name")).rows[0].name);
    await client.query(`grant create, connect on database ${database} to essaim_owner`);
  } finally {
    await client.query("select pg_advisory_unlock(7331006)");
  }
}

/** Refuses to serve with a role that row-level security does not bind. Throws with the reason. */
export async function assertBoundRole(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ rolname: string; rolsuper: boolean; rolbypassrls: boolean; owner: boolean }>(
    `select rolname, rolsuper, rolbypassrls, pg_has_role(current_user, 'essaim_owner', 'member') as owner
       from pg_roles where rolname = current_user`,
  );
  const role = rows[0];
  if (!role || role.rolsuper || role.rolbypassrls || role.owner) {
    throw new Error(
      `refusing to serve as database role ${role?.rolname}: it is superuser, owner, or bypasses row-level security`,
    );
  }
}
