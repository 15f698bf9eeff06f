/** Each table of states: every state is reached from the first one, leads to states that exist, and the database knows the same. */
import pg from "pg";
import { describe, expect, it } from "vitest";
import type { Transitions } from "#kernel/transition.ts";
import { testDatabase } from "../test-database.ts";
import { load, productFiles, withoutComments } from "./source.ts";

type AnyTable = Transitions<string, string>;
type Found = { readonly path: string; readonly name: string; readonly table: AnyTable };

const DECLARATION = /export const (\w+): Transitions</g;

async function allTables(): Promise<Found[]> {
  const found: Found[] = [];
  for (const { path, text } of productFiles()) {
    for (const match of withoutComments(text).matchAll(DECLARATION)) {
      const name = match[1] as string;
      found.push({ path, name, table: (await load(path))[name] as AnyTable });
    }
  }
  return found;
}

/** The states that nothing leads to. The first state of a table is the one in which the thing is born. */
function unreachable(table: AnyTable): string[] {
  const states = Object.keys(table);
  const reached = new Set(states.slice(0, 1));
  for (const state of reached) for (const next of Object.values(table[state] ?? {})) if (next) reached.add(next);
  return states.filter((state) => !reached.has(state));
}

function unknown(table: AnyTable): string[] {
  return Object.values(table).flatMap((actions) =>
    Object.values(actions).filter((next) => next && !(next in table)),
  ) as string[];
}

const found = await allTables();

describe("Les tables d’états", () => {
  it("sont toutes exportées sous le nom de leur chose, et lues ici", () => {
    const mentions = productFiles().filter(
      ({ path, text }) => path !== "src/kernel/transition.ts" && /:\s*Transitions</.test(withoutComments(text)),
    );
    expect(found.length).toBeGreaterThan(2);
    expect(new Set(found.map(({ path }) => path))).toEqual(new Set(mentions.map(({ path }) => path)));
    expect(found.filter(({ name }) => !name.endsWith("Transitions")).map(({ name }) => name)).toEqual([]);
  });

  it.each(found)("$name : chaque état est atteint, chaque action mène à un état", ({ table }) => {
    expect(unreachable(table)).toEqual([]);
    expect(unknown(table)).toEqual([]);
  });

  it("un état que rien n’atteint est vu, un état inconnu aussi", () => {
    expect(unreachable({ draft: { send: "sent" }, sent: {}, lost: { find: "draft" } })).toEqual(["lost"]);
    expect(unreachable({ draft: { a: "b" }, b: { c: "d" }, d: { e: "b" } })).toEqual([]);
    expect(unknown({ draft: { send: "sent" } })).toEqual(["sent"]);
  });

  it("la base admet les mêmes états", async () => {
    const client = new pg.Client((await testDatabase()).admin);
    await client.connect();
    const compared: string[] = [];
    for (const { path, name, table } of found) {
      const noun = name.slice(0, -"Transitions".length).replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
      const place = `${path.split("/")[2]}.${noun}`;
      const { rows } = await client.query<{ definition: string }>(
        `select pg_get_constraintdef(k.oid) as definition from pg_constraint k
          where k.conrelid = to_regclass($1) and k.contype = 'c'
            and k.conkey = array(select a.attnum from pg_attribute a where a.attrelid = to_regclass($1) and a.attname = 'status')`,
        [place],
      );
      const known = rows.map(({ definition }) =>
        [...definition.matchAll(/'([a-z_]+)'::text/g)].map((match) => match[1]).sort(),
      );
      expect([place, known]).toEqual([place, [Object.keys(table).sort()]]);
      compared.push(place);
    }
    await client.end();
    expect(compared).toContain("sales.invoice");
  });
});
