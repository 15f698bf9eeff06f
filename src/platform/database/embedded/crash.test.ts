import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { connect, killAll, makeDatabase, makeFolder, type Opened, open, processesOf, query } from "./testing.ts";

const LONG = 120_000;

const ROUNDS = 4;
const WRITERS = 4;

test("serveur tué en pleines écritures : chaque validation acquise est là au redémarrage", {
  timeout: LONG,
}, async () => {
  const directory = join(await makeFolder(), "data");
  const acknowledged: string[] = [];
  let opened: Opened = await openAndWatch();
  await query(opened.server, "create table entry (id text primary key, filler text not null)");

  for (let round = 0; round < ROUNDS; round++) {
    const before = acknowledged.length;
    const writers = Array.from({ length: WRITERS }, (_, writer) => write(opened, `${round}-${writer}`));
    await sleep(300);
    const exit = exited.promise;
    // One round in two, the server dies alone and its backends find out; in the other, all die at once.
    if (round % 2 === 0) process.kill(opened.server.pid, "SIGKILL");
    else await killAll(opened.server.directory);
    await exit;
    opened = await openAndWatch();
    await Promise.all(writers);
    expect(acknowledged.length - before).toBeGreaterThan(20);

    const rows = await query<{ id: string }>(opened.server, "select id from entry");
    const kept = new Set(rows.map((row) => row.id));
    expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
  }
  expect(await query(opened.server, "select bool_and(length(filler) = 500) as whole from entry")).toEqual([
    { whole: true },
  ]);

  async function openAndWatch(): Promise<Opened> {
    exited = Promise.withResolvers<string>();
    const { resolve } = exited;
    return open(directory, { settings: {}, onExit: (exit) => resolve(exit.signal ?? "") });
  }

  async function write({ server }: Opened, name: string): Promise<void> {
    const client = await connect(server);
    for (let number = 0; ; number++) {
      const id = `${name}-${number}`;
      try {
        await client.query("insert into entry values ($1, repeat('x', 500))", [id]);
      } catch {
        return;
      }
      acknowledged.push(id);
    }
  }
});

test("serveur tué pendant un long calcul : le calcul est abandonné, le serveur repart", { timeout: LONG }, async () => {
  const directory = await makeDatabase();
  const ended = Promise.withResolvers<unknown>();
  const { server } = await open(directory, { onExit: ended.resolve });
  const client = await connect(server);
  const computation = client.query("do 'begin loop end loop; end'").catch((error: Error) => error);
  await sleep(100);
  process.kill(server.pid, "SIGKILL");
  await ended.promise;
  // It does not see that its server is gone.
  expect((await processesOf(directory)).length).toBeGreaterThan(0);
  const again = await open(directory);
  expect(await query(again.server, "select 1 as one")).toEqual([{ one: 1 }]);
  expect(await computation).toBeInstanceOf(Error);
});

let exited = Promise.withResolvers<string>();
