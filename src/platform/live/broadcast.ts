/** One thing that many screens look at: read once for all after each change, and sent to each as server-sent events. */

/** Kept for a screen that reads slowly; beyond it, that screen gets the whole again instead of what it missed. */
const MOST_WAITING = 64 * 1024;
const BEAT_MS = 20_000;
/** A stream ends after so many beats and its screen asks again: rights are looked at anew. */
const MOST_BEATS = 30;
/** After each reading: a hundred acts of one second are few readings. */
const PAUSE_MS = 80;

export type Subject<State> = {
  /** As it is now; null when it is no more. */
  readonly read: () => Promise<State | null>;
  readonly revision: (state: State) => number;
  /** What leads from one to the other; null when screens would show the same. */
  readonly change: (before: State, after: State) => unknown;
  /** Whether nothing will change any more: streams end after it. */
  readonly over: (state: State) => boolean;
  readonly onError: (error: unknown) => void;
  /** When nobody looks any more. */
  readonly onEmpty: () => void;
};

type Screen = {
  readonly controller: ReadableStreamDefaultController<Uint8Array>;
  behind: boolean;
  beats: number;
};

export type Broadcast = {
  /** Something may have changed. */
  changed(): void;
  /** A stream of events for a screen that knows `known`, or nothing; null when there is nothing to look at. */
  attach(known: number | null): Promise<ReadableStream<Uint8Array> | null>;
  readonly screens: number;
  end(): void;
};

const encoder = new TextEncoder();
const event = (name: string, id: number, body: unknown) =>
  encoder.encode(`event: ${name}\nid: ${id}\ndata: ${JSON.stringify(body)}\n\n`);
const BEAT = encoder.encode(": \n\n");

export function openBroadcast<State>(subject: Subject<State>): Broadcast {
  const screens = new Set<Screen>();
  let state: State | null = null;
  let reading: Promise<void> | null = null;
  let dirty = true;
  let ended = false;

  const whole = (of: State) => event("whole", subject.revision(of), of);
  const beat = setInterval(() => {
    for (const screen of [...screens]) {
      screen.beats += 1;
      // Spread, so that all do not come back at once.
      if (screen.beats > MOST_BEATS + (screens.size % 7)) finish(screen);
      else if (room(screen)) send(screen, BEAT);
    }
    // What was announced is heard; a lost announcement is mended here.
    changed();
  }, BEAT_MS);
  beat.unref();

  const room = ({ controller }: Screen) => (controller.desiredSize ?? 0) > 0;
  function send(screen: Screen, bytes: Uint8Array): void {
    try {
      screen.controller.enqueue(bytes);
    } catch {
      leave(screen);
    }
  }
  function finish(screen: Screen): void {
    try {
      screen.controller.close();
    } catch {
      // It has gone already.
    }
    leave(screen);
  }
  function leave(screen: Screen): void {
    if (screens.delete(screen) && screens.size === 0) end();
  }
  function end(): void {
    if (ended) return;
    ended = true;
    clearInterval(beat);
    for (const screen of [...screens]) finish(screen);
    subject.onEmpty();
  }

  function tell(before: State | null, after: State): void {
    const change = before === null ? null : subject.change(before, after);
    if (before !== null && change === null) return;
    const bytes = change === null ? whole(after) : event("change", subject.revision(after), change);
    for (const screen of [...screens]) {
      if (room(screen)) send(screen, bytes);
      else screen.behind = true;
    }
    if (subject.over(after)) for (const screen of [...screens]) if (!screen.behind) finish(screen);
  }

  async function readAll(): Promise<void> {
    while (dirty && !ended) {
      dirty = false;
      const after = await subject.read();
      const before = state;
      state = after;
      if (after === null) return end();
      tell(before, after);
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }

  function changed(): void {
    dirty = true;
    reading ??= readAll()
      .catch(subject.onError)
      .finally(() => {
        reading = null;
        if (dirty && !ended && state !== null) changed();
      });
  }

  return {
    changed,
    async attach(known) {
      if (state === null) {
        changed();
        await reading;
      }
      if (state === null && screens.size === 0) end();
      if (state === null || ended) return null;
      let screen: Screen | null = null;
      return new ReadableStream<Uint8Array>(
        {
          start(controller) {
            const now = state as State;
            screen = { controller, behind: false, beats: 0 };
            controller.enqueue(encoder.encode("retry: 1000\n\n"));
            const revision = subject.revision(now);
            controller.enqueue(known === revision ? event("same", revision, {}) : whole(now));
            if (subject.over(now)) controller.close();
            else screens.add(screen);
          },
          pull() {
            if (!screen?.behind || state === null) return;
            screen.behind = false;
            send(screen, whole(state));
            if (subject.over(state)) finish(screen);
          },
          cancel() {
            if (screen !== null) leave(screen);
          },
        },
        new ByteLengthQueuingStrategy({ highWaterMark: MOST_WAITING }),
      );
    },
    get screens() {
      return screens.size;
    },
    end,
  };
}

/** The answer that carries a stream: kept by nobody on the way, neither stored, nor compressed, nor held back. */
export function streamAnswer(stream: ReadableStream<Uint8Array>): Response {
  return new Response(stream, {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "private, no-store, no-transform",
      "x-accel-buffering": "no",
    },
  });
}
