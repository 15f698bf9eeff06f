import type pg from "pg";
import type { Logger } from "pino";
import type { OrganizationId } from "#kernel/id.ts";

/** One effect asked for by a committed act. Delivered at least once: handlers are idempotent. */
export type OutboxEvent = {
  readonly organizationId: OrganizationId;
  readonly id: string;
  readonly event: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly attempts: number;
};

export type OutboxHandler = (event: OutboxEvent) => Promise<void>;

export type Drainer = {
  /** Looks for work now instead of at the next tick. */
  wake(): void;
  /** Waits until nothing is due any more: for tests, the demonstration and a graceful stop. */
  idle(): Promise<void>;
  /** Takes no new work and waits for the work in hand. */
  stop(): Promise<void>;
};

const BATCH = 10;
const TICK_MS = 2000;
const LEASE_SECONDS = 120;
const MAX_ATTEMPTS = 12;

/** Seconds before the next try: 2, 4, 8 … up to an hour. */
export function retryDelay(attempts: number): number {
  return Math.min(3600, 2 ** Math.min(attempts, 12));
}

/**
 * Drains the outbox with the jobs role, which sees the outbox of every tenant and nothing else.
 * A row is leased for two minutes (a process that dies gives it back), done once its handlers have run,
 * tried again later with growing delays when they fail. Several processes may drain together.
 */
export function startDrainer(
  pool: pg.Pool,
  handlers: ReadonlyMap<string, readonly OutboxHandler[]>,
  log: Logger,
): Drainer {
  let stopped = false;
  let running: Promise<void> | null = null;
  let again = false;
  const timer = setInterval(() => wake(), TICK_MS);
  timer.unref();

  function wake(): void {
    if (stopped) return;
    if (running !== null) {
      again = true;
      return;
    }
    running = drain()
      .catch((error: unknown) => log.warn({ err: error }, "outbox unreachable, trying again shortly"))
      .finally(() => {
        running = null;
        if (again) {
          again = false;
          wake();
        }
      });
  }

  async function drain(): Promise<void> {
    while (!stopped) {
      const events = await lease(pool);
      if (events.length === 0) return;
      for (const event of events) await deliver(event);
    }
  }

  async function deliver(event: OutboxEvent): Promise<void> {
    try {
      for (const handle of handlers.get(event.event) ?? []) await handle(event);
      await pool.query(
        "update platform.outbox set done_at = now(), last_error = null where organization_id = $1 and id = $2",
        [event.organizationId, event.id],
      );
    } catch (error) {
      log.warn({ err: error, event: event.event, attempts: event.attempts }, "effect failed, will be tried again");
      await pool.query(
        `update platform.outbox set last_error = $3, next_attempt_at = now() + make_interval(secs => $4)
          where organization_id = $1 and id = $2`,
        [event.organizationId, event.id, (error as Error).message.slice(0, 500), retryDelay(event.attempts)],
      );
    }
  }

  wake();
  return {
    wake,
    async idle() {
      for (;;) {
        // Waking a drain under way asks for another one after it: done at each turn, there would always be one more.
        if (running === null) wake();
        while (running !== null) await running;
        const { rows } = await pool.query<{ due: boolean }>(
          "select exists (select 1 from platform.outbox where done_at is null and attempts = 0) as due",
        );
        if (!rows[0]?.due && running === null) return;
      }
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
      await running;
    },
  };
}

async function lease(pool: pg.Pool): Promise<OutboxEvent[]> {
  const { rows } = await pool.query<{
    organization_id: OrganizationId;
    id: string;
    event: string;
    payload: Record<string, unknown>;
    attempts: number;
  }>(
    `update platform.outbox o
        set attempts = o.attempts + 1, next_attempt_at = clock_timestamp() + make_interval(secs => $2)
       from (select organization_id, id from platform.outbox
              where done_at is null and attempts < $3 and next_attempt_at <= clock_timestamp()
              order by next_attempt_at limit $1 for update skip locked) due
      where o.organization_id = due.organization_id and o.id = due.id
      returning o.organization_id, o.id, o.event, o.payload, o.attempts`,
    [BATCH, LEASE_SECONDS, MAX_ATTEMPTS],
  );
  return rows.map((row) => ({
    organizationId: row.organization_id,
    id: row.id,
    event: row.event,
    payload: row.payload,
    attempts: row.attempts,
  }));
}
