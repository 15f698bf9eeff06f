/**
 * A small program that owns an embedded server, for tests that kill it: `node embedded.fixture.ts <folder> <settings>`.
 * It tells each step as a line of JSON, and stops the server on Ctrl-C after a last query.
 */
import pg from "pg";
import { startEmbedded } from "./embedded.ts";
import { EmbeddedError } from "./embedded-error.ts";

function say(fact: Record<string, unknown>): void {
  process.stdout.write(`${JSON.stringify(fact)}\n`);
}

const [, , directory = "", settings = "{}"] = process.argv;
try {
  const server = await startEmbedded({
    directory,
    settings: JSON.parse(settings),
    log: (event) => say({ event: event.name, ...event.facts }),
  });
  const client = new pg.Client(server.adminUrl("postgres"));
  await client.connect();
  const { rows } = await client.query(
    "select pg_encoding_to_char(encoding) as encoding, datlocale, datctype from pg_database where datname = 'postgres'",
  );
  // The open connection keeps the program alive; once it is closed and the server stopped, nothing must.
  process.on("SIGINT", async () => {
    const drained = await client.query("select count(*)::int as number from pg_class");
    await client.end();
    await server.stop();
    say({ drained: drained.rows[0].number > 0 });
  });
  say({ ready: true, pid: server.pid, adopted: server.adopted, directory: server.directory, ...rows[0] });
} catch (error) {
  if (!(error instanceof EmbeddedError)) throw error;
  say({ refused: error.code, message: error.message });
  process.exitCode = 2;
}
