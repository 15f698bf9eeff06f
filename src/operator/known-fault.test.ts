import { mkdir } from "node:fs/promises";
import { expect, test } from "vitest";
import { knownFault } from "./known-fault.ts";
import { en } from "./operator.en.ts";
import { fr } from "./operator.fr.ts";

const database = (code: string, message: string) => Object.assign(new Error(message), { code });

test("ce que l'exploitant peut réparer a sa phrase : compte refusé, base absente, droits, dossier", async () => {
  for (const [code, key] of [
    ["28P01", "databaseRefused"],
    ["3D000", "databaseMissing"],
    ["42501", "databaseRights"],
  ] as const) {
    expect(knownFault(database(code, "no"))).toEqual({ key, facts: { reason: "no" } });
    expect(fr[key]).toContain("{reason}");
    expect(en[key]).toContain("{reason}");
  }
  const file = await mkdir(new URL(import.meta.url).pathname).catch((error: unknown) => error);
  expect(knownFault(file)).toMatchObject({
    key: "folderRefused",
    facts: { path: expect.stringContaining("known-fault") },
  });
  expect(knownFault(new TypeError("undefined is not a function"))).toBeNull();
  expect(knownFault(database("23505", "duplicate"))).toBeNull();
});
