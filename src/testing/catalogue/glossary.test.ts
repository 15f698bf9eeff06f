/** One concept, one identifier, one French label: GLOSSARY.md against the tables and the folders, both ways. */
import pg from "pg";
import { describe, expect, it } from "vitest";
import { testDatabase } from "../test-database.ts";
import { businessTables } from "./schema-faults.ts";
import { filesOf, productFiles } from "./source.ts";

type Word = {
  readonly identifier: string;
  readonly french: string;
  readonly tables: string[];
  readonly folders: string[];
  readonly inCode: boolean;
};

function wordsOf(text: string): Word[] {
  return [...text.matchAll(/^\| `([^`]+)` \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$/gm)].map((row) => {
    const places = [...(row[3] ?? "").matchAll(/`([^`]+)`/g)].map((match) => match[1] as string);
    return {
      identifier: row[1] as string,
      french: (row[2] ?? "").trim(),
      tables: places.filter((place) => !place.endsWith("/")),
      folders: places.filter((place) => place.endsWith("/")),
      inCode: (row[3] ?? "").trim() === "code",
    };
  });
}

const words = wordsOf(filesOf("GLOSSARY.md")[0]?.text ?? "");

const folders = [
  ...new Set(
    filesOf("src/modules/**/*.{ts,tsx}").flatMap(({ path }) => {
      const [module, noun] = path.split("/").slice(2, -1);
      return [`${module}/`, ...(noun === undefined ? [] : [`${module}/${noun}/`])];
    }),
  ),
].sort();

const twice = (all: readonly string[]) => all.filter((item, index) => all.indexOf(item) !== index);

describe("Le glossaire", () => {
  it("est bien lu", () => {
    expect(words.length).toBeGreaterThan(50);
    expect(wordsOf("| `invoice` | facture | `sales.invoice` `sales/invoice/` | a document |")).toEqual([
      {
        identifier: "invoice",
        french: "facture",
        tables: ["sales.invoice"],
        folders: ["sales/invoice/"],
        inCode: false,
      },
    ]);
  });

  it("un concept, un identifiant, un mot français", () => {
    expect(twice(words.map(({ identifier }) => identifier))).toEqual([]);
    expect(twice(words.map(({ french }) => french.toLowerCase()))).toEqual([]);
  });

  it("chaque table y est, chaque table qu’il nomme existe", async () => {
    const client = new pg.Client((await testDatabase()).admin);
    await client.connect();
    const tables = await businessTables(client);
    await client.end();
    expect(words.flatMap((word) => word.tables).sort()).toEqual(tables);
  });

  it("chaque module et chaque nom y est, chaque dossier qu’il nomme existe", () => {
    expect(words.flatMap((word) => word.folders).sort()).toEqual(folders);
  });

  it("un mot sans table ni dossier se trouve dans le code", () => {
    const code = productFiles().map(({ text }) => text);
    const absent = words
      .filter(({ inCode }) => inCode)
      .filter(({ identifier }) => {
        const pattern = new RegExp(identifier.split(" ").join("[ _-]?"), "i");
        return !code.some((text) => pattern.test(text));
      });
    expect(absent.map(({ identifier }) => identifier)).toEqual([]);
    const placeless = words.filter(({ tables, folders: own, inCode }) => !inCode && tables.length + own.length === 0);
    expect(placeless.map(({ identifier }) => identifier)).toEqual([]);
  });
});
