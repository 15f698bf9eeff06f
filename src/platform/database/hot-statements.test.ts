import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { testDatabase } from "#testing/test-database.ts";
import { forCommands, openDatabase } from "./database.ts";
import { hotStatements } from "./hot-statements.ts";

async function prepared(hot = 3) {
  const { pool } = await testDatabase();
  const one = pool("jobs");
  const statements = hotStatements(hot);
  const database = openDatabase(one, statements);
  const names = async () => {
    const { rows } = await one.query<{ name: string }>("select name from pg_prepared_statements order by name");
    return rows.map(({ name }) => name);
  };
  return { database, commands: forCommands(database), names, statements, close: () => one.end() };
}

const twice = (number: number) => sql<{ n: number }>`select ${number}::integer * 2 as n`;

describe("les requêtes qui reviennent", () => {
  test("sont préparées une fois qu’elles reviennent souvent, et répondent pareil", async () => {
    const { commands, names, close } = await prepared();
    for (let number = 0; number < 6; number++) {
      expect((await twice(number).execute(commands)).rows).toEqual([{ n: number * 2 }]);
      expect(await names()).toEqual(number < 2 ? [] : ["hot_0"]);
    }
    await close();
  });

  test("d’une page ne le sont jamais : leur plan dépend de ce qui est demandé", async () => {
    const { database, names, close } = await prepared();
    for (let number = 0; number < 6; number++) await twice(number).execute(database);
    expect(await names()).toEqual([]);
    await close();
  });

  test("une base à qui cela ne convient pas n’en a plus, après un seul échec", async () => {
    const { commands, names, close } = await prepared(1);
    await sql`create temporary table seen (a integer)`.execute(commands);
    const look = () => sql`select * from seen where ${1}::integer = 1`.execute(commands);
    await look();
    expect(await names()).toEqual(["hot_0"]);
    await sql`alter table seen add column b integer`.execute(commands);
    await expect(look()).rejects.toMatchObject({ code: "0A000" });
    expect((await look()).rows).toEqual([]);
    await close();
  });

  test("ne remplissent pas la mémoire", () => {
    const statements = hotStatements(1);
    const names = Array.from({ length: 500 }, (_, index) => statements.name(`select ${index}`));
    expect(names.filter((name) => name !== null)).toHaveLength(100);
  });
});
