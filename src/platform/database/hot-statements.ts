/**
 * Statements that come back all the time are prepared once a connection: the server then neither reads nor plans them
 * again, which is half of its work when a command reads by key. Only those that are hot, so that memory stays small.
 */
import type pg from "pg";

/** Times that a text is seen before it is worth a name. */
const HOT = 50;
/** Names at most: each connection keeps a plan for each one that it met. */
const MOST = 100;
/** Texts that are counted: those written once (a list of values) are forgotten. */
const COUNTED = 2_000;
/**
 * feature_not_supported (a column was added under a plan), invalid_sql_statement_name, duplicate_prepared_statement (a pooler
 * that shares connections): what the server says when preparing does not suit it.
 */
const UNSUITED = new Set(["0A000", "26000", "42P05"]);

export type HotStatements = {
  /** The name under which to send this text, or null to send it plain. */
  name(text: string): string | null;
  /** Tells of a failure: no statement is prepared any more when preparing was the cause. */
  failed(error: unknown): void;
};

export function hotStatements(hot = HOT): HotStatements {
  const names = new Map<string, string>();
  const seen = new Map<string, number>();
  let suited = true;
  return {
    name(text) {
      const known = suited ? names.get(text) : undefined;
      if (known !== undefined) return known;
      if (!suited || names.size >= MOST) return null;
      const times = (seen.get(text) ?? 0) + 1;
      if (times < hot) {
        if (seen.size >= COUNTED) seen.clear();
        seen.set(text, times);
        return null;
      }
      seen.delete(text);
      const name = `hot_${names.size}`;
      names.set(text, name);
      return name;
    },
    failed(error) {
      if (UNSUITED.has(String((error as { code?: unknown } | null)?.code))) suited = false;
    },
  };
}

type Client = Pick<pg.PoolClient, "query" | "release">;

/** The same pool, its hot statements prepared. One shape for each connection, however often it is taken. */
export function preparingPool(pool: pg.Pool, statements: HotStatements) {
  const shapes = new WeakMap<pg.PoolClient, Client>();
  const shapeOf = (client: pg.PoolClient): Client => ({
    release: (error?: Error | boolean) => client.release(error),
    query: (async (text: unknown, values?: unknown[]) => {
      const name = typeof text === "string" && values !== undefined && values.length > 0 ? statements.name(text) : null;
      if (name === null) return client.query(text as string, values);
      try {
        return await client.query({ name, text: text as string, values });
      } catch (error) {
        statements.failed(error);
        throw error;
      }
    }) as pg.PoolClient["query"],
  });
  return {
    options: pool.options,
    end: () => pool.end(),
    async connect(): Promise<Client> {
      const client = await pool.connect();
      const shape = shapes.get(client) ?? shapeOf(client);
      shapes.set(client, shape);
      return shape;
    },
  };
}
