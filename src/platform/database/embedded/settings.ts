/** Settings of the embedded server, as text of its configuration files. Pure. */

/** An acknowledged commit survives a power cut. These are PostgreSQL's defaults, written so that nobody wonders. */
const DURABLE = {
  fsync: "on",
  full_page_writes: "on",
  synchronous_commit: "on",
} as const;

/** One laptop, one cooperative, about 100 MB of memory. */
const LAPTOP = {
  max_connections: "60",
  shared_buffers: "128MB",
  effective_cache_size: "1GB",
  work_mem: "8MB",
  maintenance_work_mem: "64MB",
  max_wal_size: "1GB",
  min_wal_size: "80MB",
  random_page_cost: "1.1",
  jit: "off",
  shared_preload_libraries: "",
} as const;

/** The log keeps faults, not data: no statement text and no key values, since both carry names and amounts. */
const QUIET_LOG = {
  log_destination: "stderr",
  logging_collector: "off",
  log_line_prefix: "%m [%p] ",
  log_error_verbosity: "terse",
  log_min_error_statement: "panic",
  log_checkpoints: "off",
  log_timezone: "UTC",
  timezone: "UTC",
  lc_messages: "C",
} as const;

/** Decided by the launcher: the server is reached by its private socket only. */
const RESERVED = ["listen_addresses", "port", "unix_socket_directories", "unix_socket_permissions"];

export const PORT = 5432;
export const SUPERUSER = "postgres";

/**
 * The text of postgresql.conf. `settings` override the defaults above (fsync=off for throwaway databases).
 * Throws on a reserved or misspelt name: a defect of the caller.
 */
export function configurationText(socketDirectory: string, settings: Readonly<Record<string, string>> = {}): string {
  for (const name of Object.keys(settings)) {
    if (!/^[a-z][a-z0-9_.]*$/.test(name) || RESERVED.includes(name)) throw new Error(`not a free setting: ${name}`);
  }
  const all = {
    ...DURABLE,
    ...LAPTOP,
    ...QUIET_LOG,
    ...settings,
    listen_addresses: "",
    port: String(PORT),
    unix_socket_directories: quoteInList(socketDirectory),
    unix_socket_permissions: "0700",
  };
  const lines = Object.entries(all).map(
    ([name, value]) => `${name} = '${value.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`,
  );
  return `# Written by Essaim at each start: changes made here are lost.\n${lines.join("\n")}\n`;
}

/** A path with a comma or a space is one name in a list of names only between double quotes. */
function quoteInList(path: string): string {
  return `"${path.replaceAll('"', '""')}"`;
}

/** The text of pg_hba.conf: the socket only, and only for the accounts of pg_ident.conf. */
export function authenticationText(): string {
  return "local all all peer map=essaim\n";
}

/** The text of pg_ident.conf: these operating system accounts may become any database role. */
export function identityText(accounts: readonly string[]): string {
  return [...new Set(accounts)]
    .filter((name) => name !== "")
    .map((name) => `essaim "${name.replaceAll('"', '""')}" all\n`)
    .join("");
}
