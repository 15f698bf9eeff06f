import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import pg from "pg";
import pino from "pino";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { freshTenant, type TestTenant } from "#testing/tenant.ts";
import { type Drainer, type OutboxHandler, retryDelay, startDrainer } from "./drain.ts";

const SENT = "test.letter.sent.v1";
const PRINTED = "test.letter.printed.v1";
const silent = pino({ level: "silent" });

let tenant: TestTenant;
const opened: { drainer: Drainer; end: () => Promise<void> }[] = [];

beforeAll(async () => {
  tenant = await freshTenant();
});
beforeEach(() => asked("update platform.outbox set done_at = now() where done_at is null"));
afterAll(async () => {
  for (const { drainer, end } of opened) {
    await drainer.stop();
    await end();
  }
});

/** A process of its own: its pool, its lanes. */
function drainer(handlers: Record<string, OutboxHandler>): Drainer {
  const pool = tenant.database.pool("jobs");
  const started = startDrainer(pool, new Map(Object.entries(handlers).map(([kind, one]) => [kind, [one]])), silent);
  opened.push({ drainer: started, end: () => pool.end() });
  return started;
}

async function ask(event: string, count: number): Promise<void> {
  await tenant.run((tx) =>
    sql`insert into platform.outbox (organization_id, id, event, payload, at, next_attempt_at)
      select ${tenant.organizationId}, gen_random_uuid(), ${event}, jsonb_build_object('rank', rank), now(), now()
        from generate_series(1, ${count}::int) rank`.execute(tx),
  );
}

async function asked(statement: string): Promise<void> {
  const client = new pg.Client(tenant.database.admin);
  await client.connect();
  await client.query(statement);
  await client.end();
}

async function rows() {
  const { rows } = await tenant.run((tx) =>
    sql<{ done: boolean; attempts: number; last_error: string | null; wait: number }>`
      select done_at is not null as done, attempts, last_error,
             extract(epoch from next_attempt_at - clock_timestamp())::float8 as wait
        from platform.outbox where done_at is null`.execute(tx),
  );
  return rows;
}

const rankOf = (event: { payload: Readonly<Record<string, unknown>> }) => Number(event.payload.rank);

describe("La file des effets", () => {
  it("vidée par quatre processus à la fois, fait chaque effet une fois", async () => {
    const done: number[] = [];
    const handler: OutboxHandler = async (event) => {
      await sleep(1);
      done.push(rankOf(event));
    };
    await ask(SENT, 200);
    const drainers = Array.from({ length: 4 }, () => drainer({ [SENT]: handler }));
    await Promise.all(drainers.map((one) => one.idle()));
    for (const one of drainers) await one.stop();
    expect(done.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 200 }, (_, rank) => rank + 1));
    expect(await rows()).toEqual([]);
  });

  it("ce qu'un processus tenait en mourant reste tenu deux minutes, puis un autre le fait", async () => {
    let held: (() => void) | undefined;
    const dead = drainer({ [SENT]: () => new Promise<void>((resolve) => (held = resolve)) });
    await ask(SENT, 1);
    dead.wake();
    while (held === undefined) await sleep(5);
    const done: number[] = [];
    const alive = drainer({ [SENT]: async (event) => void done.push(rankOf(event)) });
    await alive.idle();
    expect(done).toEqual([]);
    const [lease] = await rows();
    expect(lease?.attempts).toBe(1);
    expect(lease?.wait).toBeGreaterThan(60);
    expect(lease?.wait).toBeLessThanOrEqual(120);
    // Two minutes go by.
    await asked("update platform.outbox set next_attempt_at = now() where done_at is null");
    await alive.idle();
    expect(done).toEqual([1]);
    expect(await rows()).toEqual([]);
    held();
    await Promise.all([alive.stop(), dead.stop()]);
  });

  it("un effet qui échoue dit pourquoi, attend de plus en plus, et ne retient pas ceux d'une autre sorte", async () => {
    const printed: number[] = [];
    const one = drainer({
      [SENT]: async () => {
        throw new Error("the mail server is away");
      },
      [PRINTED]: async (event) => void printed.push(rankOf(event)),
    });
    await ask(SENT, 3);
    await ask(PRINTED, 3);
    await one.idle();
    await one.stop();
    expect(printed.toSorted()).toEqual([1, 2, 3]);
    const waiting = await rows();
    expect(waiting.map(({ attempts, last_error }) => [attempts, last_error])).toEqual(
      Array(3).fill([1, "the mail server is away"]),
    );
    expect([1, 2, 3, 4, 11, 12, 13, 900].map(retryDelay)).toEqual([2, 4, 8, 16, 2048, 3600, 3600, 3600]);
  });

  it("on attend ceux de certaines sortes sans attendre les autres", async () => {
    let held: (() => void) | undefined;
    const printed: number[] = [];
    const one = drainer({
      [SENT]: () => new Promise<void>((resolve) => (held = resolve)),
      [PRINTED]: async (event) => void printed.push(rankOf(event)),
    });
    await ask(SENT, 1);
    await ask(PRINTED, 3);
    one.wake();
    // The letter is in hand before the lanes stop: a handler called after it would hold them for ever.
    while (held === undefined) await sleep(5);
    await one.idle([PRINTED]);
    expect(printed.toSorted()).toEqual([1, 2, 3]);
    expect(await rows()).toHaveLength(1);
    const stopping = one.stop();
    held();
    await stopping;
  });

  it("arrêtée, elle ne prend plus rien", async () => {
    const done: number[] = [];
    const one = drainer({ [SENT]: async (event) => void done.push(rankOf(event)) });
    await one.idle();
    await one.stop();
    await ask(SENT, 1);
    one.wake();
    await sleep(50);
    expect(done).toEqual([]);
    expect((await rows())[0]?.attempts).toBe(0);
  });
});
