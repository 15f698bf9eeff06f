/** Ce que beaucoup d’écrans regardent : lu une fois, envoyé à tous ; qui lit lentement reçoit le tout, jamais un morceau manquant. */
import pg from "pg";
import { afterAll, describe, expect, it } from "vitest";
import { connectionFor } from "#platform/database/roles.ts";
import { TEST_PREFIX, TEST_SECRET } from "#testing/global-setup.ts";
import { freshTenant } from "#testing/tenant.ts";
import { testDatabase } from "#testing/test-database.ts";
import { openBroadcast } from "./broadcast.ts";
import { announce, type Changes, openChanges } from "./changes.ts";

type State = { readonly revision: number; readonly text: string; readonly over?: boolean };
type Told = { readonly event: string; readonly data: unknown };

function stage(first: State) {
  const told = { state: first as State | null, reads: 0, emptied: 0 };
  const broadcast = openBroadcast<State>({
    read: async () => {
      told.reads += 1;
      return told.state;
    },
    revision: ({ revision }) => revision,
    change: (before, after) => (before.revision === after.revision ? null : { to: after.revision, text: after.text }),
    over: ({ over = false }) => over,
    onError: (error) => {
      throw error;
    },
    onEmpty: () => {
      told.emptied += 1;
    },
  });
  const set = (state: State | null) => {
    told.state = state;
    broadcast.changed();
  };
  return { broadcast, told, set };
}

/** The events of a stream, one after the other; null at its end. */
function reading(stream: ReadableStream<Uint8Array> | null): () => Promise<Told | null> {
  if (stream === null) throw new Error("nothing to look at");
  const reader = stream.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
  let held = "";
  return async () => {
    for (;;) {
      const [block, ...rest] = held.split("\n\n");
      if (rest.length > 0 && block !== undefined) {
        held = rest.join("\n\n");
        const event = /^event: (.*)$/m.exec(block)?.[1];
        if (event !== undefined) return { event, data: JSON.parse(/^data: (.*)$/m.exec(block)?.[1] ?? "null") };
        continue;
      }
      const { done, value } = await reader.read();
      if (done) return null;
      held += value;
    }
  };
}

describe("Un flux", () => {
  it("dit le tout d’abord, puis ce qui change ; à qui sait déjà, rien de plus", async () => {
    const { broadcast, set } = stage({ revision: 1, text: "un" });
    const [fresh, knowing] = [reading(await broadcast.attach(null)), reading(await broadcast.attach(1))];
    expect(await fresh()).toEqual({ event: "whole", data: { revision: 1, text: "un" } });
    expect(await knowing()).toEqual({ event: "same", data: {} });
    set({ revision: 2, text: "deux" });
    for (const next of [fresh, knowing])
      expect(await next()).toEqual({ event: "change", data: { to: 2, text: "deux" } });
    broadcast.end();
    expect(await fresh()).toBeNull();
  });

  it("lit une fois pour tous, et peu de fois pour beaucoup de changements", async () => {
    const { broadcast, told, set } = stage({ revision: 1, text: "un" });
    const screens = await Promise.all(Array.from({ length: 50 }, () => broadcast.attach(null)));
    const reads = told.reads;
    for (let revision = 2; revision <= 100; revision++) set({ revision, text: "encore" });
    const last = reading(screens[49] ?? null);
    let seen = 1;
    while (seen < 100) {
      const next = await last();
      seen = (next?.data as { to?: number } | undefined)?.to ?? seen;
    }
    expect(told.reads - reads).toBeLessThan(5);
    broadcast.end();
  });

  it("finit avec son sujet, et oublie tout quand plus personne ne regarde", async () => {
    const { broadcast, told, set } = stage({ revision: 1, text: "un" });
    const next = reading(await broadcast.attach(null));
    await next();
    set({ revision: 2, text: "fin", over: true });
    expect(await next()).toMatchObject({ event: "change" });
    expect(await next()).toBeNull();
    expect([broadcast.screens, told.emptied]).toEqual([0, 1]);
    const gone = stage({ revision: 1, text: "" });
    gone.told.state = null;
    expect(await gone.broadcast.attach(null)).toBeNull();
    expect(gone.told.emptied).toBe(1);
    const left = stage({ revision: 1, text: "" });
    await (await left.broadcast.attach(null))?.cancel();
    expect(left.told.emptied).toBe(1);
  });

  it("à qui lit trop lentement, ne garde presque rien, puis redit le tout", async () => {
    const { broadcast, told, set } = stage({ revision: 1, text: "x".repeat(50_000) });
    const stream = await broadcast.attach(null);
    for (let revision = 2; revision <= 6; revision++) {
      set({ revision, text: `${revision}`.repeat(50_000) });
      const before = told.reads;
      await expect.poll(() => told.reads).toBeGreaterThan(before - 1);
      await new Promise((resolve) => setTimeout(resolve, 120));
    }
    const next = reading(stream);
    const heard: unknown[] = [];
    let last: Told | null = null;
    while ((last?.data as State | undefined)?.revision !== 6) {
      last = await next();
      heard.push(last?.event);
    }
    expect(heard.length).toBeLessThan(5);
    expect(heard.at(-1)).toBe("whole");
    broadcast.end();
  });
});

describe("Ce qui est annoncé", () => {
  const opened: Changes[] = [];
  const changes = async () => {
    const { admin } = await testDatabase();
    const made = openChanges(connectionFor(admin, TEST_PREFIX, "app", TEST_SECRET), { warn: () => {} });
    opened.push(made);
    return made;
  };
  afterAll(async () => {
    for (const made of opened) await made.close();
  });

  it("s’entend dans tous les processus après la validation, et jamais sans elle", async () => {
    const tenant = await freshTenant();
    const [here, there] = [await changes(), await changes()];
    const heard = { here: 0, there: 0, other: 0 };
    await here.listen("salle", () => {
      heard.here += 1;
    });
    const leave = await there.listen("salle", () => {
      heard.there += 1;
    });
    await there.listen("autre", () => {
      heard.other += 1;
    });
    await expect(
      tenant.run(async (tx) => {
        await announce(tx, "salle");
        throw new Error("undone");
      }),
    ).rejects.toThrow("undone");
    await tenant.run((tx) => announce(tx, "salle"));
    await expect.poll(() => heard).toEqual({ here: 1, there: 1, other: 0 });
    leave();
    await tenant.run((tx) => announce(tx, "salle"));
    await expect.poll(() => heard).toEqual({ here: 2, there: 1, other: 0 });
  });

  it("après une coupure, se relit sans qu’on le redise", async () => {
    const made = await changes();
    let heard = 0;
    await made.listen("coupure", () => {
      heard += 1;
    });
    const client = new pg.Client((await testDatabase()).admin);
    await client.connect();
    await client.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where query = 'listen essaim_live' and datname = current_database()",
    );
    await client.end();
    await expect.poll(() => heard, { timeout: 10_000 }).toBeGreaterThan(0);
  });
});
