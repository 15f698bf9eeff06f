import { Kysely, type PostgresCursorConstructor, PostgresDialect, type PostgresPool, type Transaction } from "kysely";
import pg from "pg";
import { CopyCursor } from "./copy-out.ts";
import { hotStatements, preparingPool } from "./hot-statements.ts";

/** Where and as whom to connect. A unix socket folder or a host name in `host`. */
export type Connection = {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
  readonly password?: string;
  readonly ssl?: boolean;
};

/** The application's own database handle: nobody but `withTenant` and its siblings uses it directly. */
export type Database = Kysely<unknown>;
export type Tx = Transaction<unknown>;

const INT8 = 20;
const DATE = 1082;
const NUMERIC = 1700;
const TIMESTAMPTZ = 1184;

const toDate = pg.types.getTypeParser(TIMESTAMPTZ, "text") as (text: string) => Date;

/** One set of parsers: int8 is bigint, a date stays text (a Date would shift it in Paris), a moment is ISO text. */
const parsers: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: "text" | "binary") => {
    if (oid === INT8) return (text: string) => BigInt(text);
    if (oid === DATE || oid === NUMERIC) return (text: string) => text;
    if (oid === TIMESTAMPTZ) return (text: string) => toDate(text).toISOString();
    return pg.types.getTypeParser(oid, format as "text");
  }) as pg.CustomTypesConfig["getTypeParser"],
};

/**
 * A pool of at most `size` connections. Errors of idle connections go to the caller's handler, never thrown.
 * `parsing: "driver"` keeps the driver's own types, for the sign-in library that expects them.
 */
export function openPool(
  connection: Connection,
  size: number,
  onError: (error: Error) => void = () => {},
  parsing: "essaim" | "driver" = "essaim",
): pg.Pool {
  const pool = new pg.Pool({
    host: connection.host,
    port: connection.port,
    database: connection.database,
    user: connection.user,
    password: connection.password,
    ssl: connection.ssl ? { rejectUnauthorized: true } : undefined,
    max: size,
    types: parsing === "essaim" ? parsers : undefined,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    // A network that swallows everything ends the connection some day, instead of never.
    keepAlive: true,
    application_name: "essaim",
  });
  pool.on("error", onError);
  // A connection in use that breaks between two queries: the next query fails with it. Unheard, it would end the process.
  pool.on("connect", (client) => client.on("error", () => {}));
  return pool;
}

const ofCommands = new WeakMap<Database, Database>();

export function openDatabase(pool: pg.Pool, statements = hotStatements()): Database {
  const database = new Kysely<unknown>({
    dialect: new PostgresDialect({ pool, cursor: CopyCursor as PostgresCursorConstructor }),
  });
  const preparing = preparingPool(pool, statements) as unknown as PostgresPool;
  ofCommands.set(database, new Kysely<unknown>({ dialect: new PostgresDialect({ pool: preparing }) }));
  return database;
}

/**
 * The same connections, hot statements prepared: for commands, which read by key and write. A page chooses among rows: its
 * plan depends on what is asked, so it is made each time.
 */
export function forCommands(database: Database): Database {
  return ofCommands.get(database) ?? database;
}

/** Reads DATABASE_URL (postgres://user:password@host:port/database?sslmode=require). Null when it is not one. */
export function parseDatabaseUrl(text: string): Connection | null {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return null;
  }
  if (url.protocol !== "postgres:" && url.protocol !== "postgresql:") return null;
  const database = decodeURIComponent(url.pathname.slice(1));
  if (database === "" || url.username === "") return null;
  return {
    host: url.searchParams.get("host") ?? url.hostname,
    port: url.port === "" ? 5432 : Number(url.port),
    database,
    user: decodeURIComponent(url.username),
    password: url.password === "" ? undefined : decodeURIComponent(url.password),
    ssl: ["require", "verify-ca", "verify-full"].includes(url.searchParams.get("sslmode") ?? ""),
  };
}
