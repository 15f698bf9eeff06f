/** What another transaction, of this process or of another, has just committed: heard through PostgreSQL, by name. */
import { sql } from "kysely";
import pg from "pg";
import type { Logger } from "pino";
import type { Connection, Tx } from "../database/database.ts";

const CHANNEL = "essaim_live";
/** One connection for the process while somebody listens, and a little after. */
const IDLE_MS = 60_000;
const AGAIN_MS = [200, 1000, 5000] as const;

export type Changes = {
  /** `hear` is called after each commit that announced the name, and whenever some may have been missed. */
  listen(name: string, hear: () => void): Promise<() => void>;
  close(): Promise<void>;
};

/** Says at the commit, and only then, that something of this name has changed. It carries no fact: who hears reads. */
export async function announce(tx: Tx, name: string): Promise<void> {
  await sql`select pg_notify(${CHANNEL}, ${name})`.execute(tx);
}

export function openChanges(connection: Connection, log: Pick<Logger, "warn">): Changes {
  const heard = new Map<string, Set<() => void>>();
  let connected: Promise<pg.Client> | null = null;
  let again: NodeJS.Timeout | null = null;
  let idle: NodeJS.Timeout | null = null;
  let closed = false;

  const tell = (name: string) => {
    for (const hear of heard.get(name) ?? []) hear();
  };

  async function connect(): Promise<pg.Client> {
    const client = new pg.Client({ ...connection, ssl: connection.ssl ? { rejectUnauthorized: true } : undefined });
    client.on("notification", ({ payload }) => tell(payload ?? ""));
    client.on("error", () => {});
    client.on("end", () => lost(client));
    await client.connect();
    await client.query(`listen ${CHANNEL}`);
    return client;
  }

  let current: pg.Client | null = null;
  function lost(client: pg.Client): void {
    if (closed || current !== client) return;
    current = null;
    connected = null;
    if (heard.size > 0) retry(0);
  }

  function retry(times: number): void {
    if (again !== null || closed) return;
    again = setTimeout(
      () => {
        again = null;
        if (heard.size === 0) return;
        open(times + 1).then(
          // What was committed meanwhile was told to nobody.
          () => [...heard.keys()].forEach(tell),
          () => {},
        );
      },
      AGAIN_MS[Math.min(times, AGAIN_MS.length - 1)],
    );
    again.unref();
  }

  function open(times = 0): Promise<pg.Client> {
    connected ??= connect().then(
      (client) => {
        current = client;
        return client;
      },
      (error: unknown) => {
        connected = null;
        log.warn({ err: error }, "changes are not heard for the moment");
        retry(times);
        throw error;
      },
    );
    return connected;
  }

  function leave(name: string, hear: () => void): void {
    const group = heard.get(name);
    group?.delete(hear);
    if (group?.size === 0) heard.delete(name);
    if (heard.size > 0 || idle !== null) return;
    idle = setTimeout(() => {
      idle = null;
      if (heard.size > 0) return;
      const client = current;
      current = null;
      connected = null;
      client?.end().catch(() => {});
    }, IDLE_MS);
    idle.unref();
  }

  return {
    async listen(name, hear) {
      const group = heard.get(name) ?? new Set();
      heard.set(name, group.add(hear));
      // Out of reach: it is tried again, and whoever listens hears then.
      await open().catch(() => {});
      return () => leave(name, hear);
    },
    async close() {
      closed = true;
      if (again !== null) clearTimeout(again);
      if (idle !== null) clearTimeout(idle);
      const client = await connected?.catch(() => null);
      await client?.end().catch(() => {});
    },
  };
}
