import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { sql } from "kysely";
import { resealAddresses } from "#modules/accompaniment/index.server.ts";
import { resealSensitive } from "#modules/parcours/index.server.ts";
import { type Connection, openDatabase, openPool } from "#platform/database/database.ts";
import { withTenant } from "#platform/database/tenant.ts";
import type { Settings } from "#platform/settings.ts";
import { type DataKey, openVault, type Vault } from "#platform/vault.ts";
import { listCooperatives, type OperatorDatabase } from "./open-application.entry.ts";
import { complain, OperatorError, say } from "./say.entry.ts";

type Place = Pick<Settings, "dataDirectory">;

/** Where the keys of encrypted data are, when the environment does not give them. Never in a backup. */
export function dataKeysPath({ dataDirectory }: Place): string {
  return join(dataDirectory, "keys", "data-keys");
}

/** "2026=<64 hexadecimal digits>", one a line or separated by commas; the first encrypts. */
function parseKeys(text: string): DataKey[] {
  const lines = text
    .split(/[\n,]/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const keys = lines.map((line) => {
    const [, id = "", hex = ""] = /^([A-Za-z0-9_-]{1,40})=([0-9a-fA-F]{64})$/.exec(line) ?? [];
    if (id === "") throw new OperatorError("dataKeysWrong");
    return { id, key: Buffer.from(hex, "hex") };
  });
  if (new Set(keys.map(({ id }) => id)).size < keys.length) throw new OperatorError("dataKeysWrong");
  return keys;
}

/** The keys of this instance, none when there are none yet. */
export function findDataKeys(settings: Place): DataKey[] {
  const given = process.env.ESSAIM_DATA_KEYS;
  if (given) return parseKeys(given);
  const path = dataKeysPath(settings);
  return existsSync(path) ? parseKeys(readFileSync(path, "utf8")) : [];
}

function madeKey(now: Date): DataKey {
  return { id: `${now.toISOString().slice(0, 10)}-${randomBytes(3).toString("hex")}`, key: randomBytes(32) };
}

const textOf = (keys: readonly DataKey[]) => keys.map(({ id, key }) => `${id}=${key.toString("hex")}\n`).join("");

/** Puts a new key before the others, in the file: those stay, for what they encrypted and for older backups. */
function addDataKey(settings: Place, now: Date): void {
  const path = dataKeysPath(settings);
  const keys = [madeKey(now), ...findDataKeys(settings)];
  writeFileSync(`${path}.new`, textOf(keys), { mode: 0o600 });
  renameSync(`${path}.new`, path);
}

/** The vault of this instance; its first key is made the first time. */
export function openDataVault(settings: Place, now: Date): Vault {
  if (findDataKeys(settings).length === 0) {
    const path = dataKeysPath(settings);
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    try {
      writeFileSync(path, textOf([madeKey(now)]), { mode: 0o600, flag: "wx" });
    } catch (error) {
      // Two processes that start together: the first one's key serves both.
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
  return openVault(() => findDataKeys(settings));
}

/**
 * Encrypts everything again under a new key: one is made, unless the environment gives the keys, whose first one it is then.
 * Exit code: 1 when something does not open.
 */
export async function rotateKeys(settings: Place, { app, reader }: OperatorDatabase, now: Date): Promise<number> {
  const vault = openDataVault(settings, now);
  if (!process.env.ESSAIM_DATA_KEYS) addDataKey(settings, now);
  let done = 0;
  let closed = 0;
  for (const { organizationId } of await listCooperatives(reader)) {
    for (const reseal of [resealSensitive, resealAddresses]) {
      const count = await withTenant(app, { organizationId, userId: null }, (tx) =>
        reseal({ tx, organizationId }, vault),
      );
      done += count.done;
      closed += count.closed;
    }
  }
  say("keysRotated", { count: done, key: vault.currentKey() });
  say("keysKept", { path: process.env.ESSAIM_DATA_KEYS ? "ESSAIM_DATA_KEYS" : resolve(dataKeysPath(settings)) });
  if (closed > 0) complain("keysClosed", { count: closed });
  return closed === 0 ? 0 : 1;
}

/** The keys that the database was encrypted under, with how many persons under each: across every cooperative. */
export async function keysInUse(reader: Connection): Promise<{ key: string; count: number }[]> {
  const pool = openPool(reader, 1);
  try {
    const { rows } = await sql<{ key: string; count: number }>`
      select key, count(distinct (organization_id, person_id))::int as count
        from (select s.organization_id, s.person_id, unnest(array[split_part(s.nir, '.', 2), split_part(s.health, '.', 2)]) as key
                from parcours.sensitive s
               union all
              select c.organization_id, c.person_id, split_part(c.address, '.', 2)
                from accompaniment.external_calendar c where c.removed_at is null) used
       group by key order by key`.execute(openDatabase(pool));
    return rows;
  } finally {
    await pool.end();
  }
}
