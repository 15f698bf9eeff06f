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
  /** Waits until nothing is due any more (of some kinds, when they are named): for tests, the demonstration and a graceful stop. */
  idle(kinds?: readonly string[]): Promise<void>;
  /** Takes no new work and waits for the work in hand. */
  stop(): Promise<void>;
};

const BATCH = 10;
const TICK_MS = 2000;
const LEASE_SECONDS = 120;

/** Seconds before the next try: 2, 4, 8 … up to an hour, then each hour: a cause that goes away needs nobody's hand. */
export function retryDelay(attempts: number): number {
  return Math.min(3600, 2 ** Math.min(attempts, 12));
}

/**
 * Drains the outbox with the jobs role, which sees the outbox of every tenant and nothing else.
 * A row is leased for two minutes (a process that dies gives it back; one that kills its process again and again comes
 * back ever later), done once its handlers have run, tried again later with growing delays when they fail. Several processes may drain together.
 */
export function startDrainer(
  pool: pg.Pool,
  handlers: ReadonlyMap<string, readonly OutboxHandler[]>,
  log: Logger,
): Drainer {
  // One lane for each kind of effect: a mail server that keeps us waiting holds no document back.
  const kinds = [...handlers.keys()];
  const laneOf = new Map(
    [...kinds, null].map((kind) => [kind, openLane(() => lease(pool, kind, kinds), deliver, log)] as const),
  );
  const lanes = [...laneOf.values()];
  const timer = setInterval(wake, TICK_MS);
  timer.unref();

  function wake(): void {
    for (const lane of lanes) lane.wake();
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
    async idle(only) {
      const waited = only === undefined ? lanes : only.flatMap((kind) => laneOf.get(kind) ?? []);
      for (;;) {
        for (const lane of waited) await lane.idle();
        const { rows } = await pool.query<{ due: boolean }>(
          // What was asked for later (a digest of tomorrow) is not waited for.
          `select exists (select 1 from platform.outbox
              where done_at is null and attempts = 0 and next_attempt_at <= clock_timestamp()
                and ($1::text[] is null or event = any($1))) as due`,
          [only ?? null],
        );
        if (!rows[0]?.due && waited.every((lane) => !lane.busy())) return;
      }
    },
    async stop() {
      clearInterval(timer);
      await Promise.all(lanes.map((lane) => lane.stop()));
    },
  };
}

type Lane = {
  wake(): void;
  busy(): boolean;
  /** Looks for work once more, and waits for its end. */
  idle(): Promise<void>;
  stop(): Promise<void>;
};

/** One thing after the other; asked to look while it works, it looks again afterwards. */
function openLane(
  take: () => Promise<OutboxEvent[]>,
  deliver: (event: OutboxEvent) => Promise<void>,
  log: Logger,
): Lane {
  let stopped = false;
  let running: Promise<void> | null = null;
  let again = false;

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
      const events = await take();
      if (events.length === 0) return;
      for (const event of events) await deliver(event);
    }
  }

  return {
    wake,
    busy: () => running !== null,
    async idle() {
      // Woken while it works, a lane works once more: asked at each turn, there would always be one turn more.
      if (running === null) wake();
      while (running !== null) await running;
    },
    async stop() {
      stopped = true;
      await running;
    },
  };
}

/** Takes what is due of one kind, or (null) of the kinds that nobody handles. */
async function lease(pool: pg.Pool, kind: string | null, kinds: readonly string[]): Promise<OutboxEvent[]> {
  const { rows } = await pool.query<{
    organization_id: OrganizationId;
    id: string;
    event: string;
    payload: Record<string, unknown>;
    attempts: number;
  }>(
    `update platform.outbox o
        set attempts = o.attempts + 1,
            next_attempt_at = clock_timestamp() + make_interval(secs => greatest($2, least(3600, power(2, least(o.attempts, 12)))))
       from (select organization_id, id from platform.outbox
              where done_at is null and next_attempt_at <= clock_timestamp()
                and case when $3::text is null then event <> all($4::text[]) else event = $3 end
              order by next_attempt_at limit $1 for update skip locked) due
      where o.organization_id = due.organization_id and o.id = due.id
      returning o.organization_id, o.id, o.event, o.payload, o.attempts`,
    [BATCH, LEASE_SECONDS, kind, kinds],
  );
  return rows.map((row) => ({
    organizationId: row.organization_id,
    id: row.id,
    event: row.event,
    payload: row.payload,
    attempts: row.attempts,
  }));
}
