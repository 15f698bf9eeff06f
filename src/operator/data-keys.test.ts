import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { readSensitive, saveSensitive } from "#modules/parcours/index.server.ts";
import { execute } from "#platform/command.ts";
import { connectionFor } from "#platform/database/roles.ts";
import { TEST_PREFIX, TEST_SECRET } from "#testing/global-setup.ts";
import { freshTenant } from "#testing/tenant.ts";
import { checkKeysInUse } from "./check.entry.ts";
import { dataKeysPath, findDataKeys, keysInUse, openDataVault, rotateKeys } from "./data-keys.entry.ts";
import type { OperatorDatabase } from "./open-application.entry.ts";

const NOW = new Date("2026-11-27T10:00:00Z");
let settings: { dataDirectory: string };
const said: string[] = [];

beforeEach(async () => {
  settings = { dataDirectory: await mkdtemp(join(tmpdir(), "essaim-keys-")) };
  said.length = 0;
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, "write").mockImplementation((text) => said.push(String(text)) > 0);
  }
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  await rm(settings.dataDirectory, { recursive: true });
});

test("le premier démarrage fait une clé, lisible par lui seul ; le suivant la retrouve", async () => {
  const first = openDataVault(settings, NOW).currentKey();
  expect(openDataVault(settings, NOW).currentKey()).toBe(first);
  expect((await stat(dataKeysPath(settings))).mode & 0o077).toBe(0);
  expect(findDataKeys(settings)[0]?.key).toHaveLength(32);
});

test("les clés de l’environnement l’emportent, et une clé mal écrite se dit sans être montrée", () => {
  const hex = "0123456789abcdef".repeat(4);
  vi.stubEnv("ESSAIM_DATA_KEYS", `new=${hex},old=${hex}`);
  expect(findDataKeys(settings).map(({ id }) => id)).toEqual(["new", "old"]);
  for (const wrong of [`new=${hex},new=${hex}`, "new=abc", hex]) {
    vi.stubEnv("ESSAIM_DATA_KEYS", wrong);
    let message = "";
    try {
      findDataKeys(settings);
    } catch (error) {
      message = (error as Error).message;
    }
    expect(message).toContain("ne se lisent pas");
    expect(message).not.toContain("abc");
  }
});

test("rotate-keys chiffre de nouveau, garde l’ancienne clé, et check nomme celle qui manque", async () => {
  const tenant = await freshTenant();
  const vault = openDataVault(settings, NOW);
  const host = { ...tenant.host, vault };
  const payroll = await tenant.person({ roles: ["payroll"] });
  const { personId } = await tenant.person();
  const input = { personId, version: 0, nir: "2 55 08 14 168 025 38" };
  await execute(host, payroll.caller, saveSensitive, input);
  const first = vault.currentKey();

  const { admin, app } = tenant.database;
  const reader = connectionFor(admin, TEST_PREFIX, "backup", TEST_SECRET);
  const server = { admin, embedded: true, connection: () => reader, close: async () => {} };
  const database: OperatorDatabase = { server, secret: TEST_SECRET, app, reader };
  // The other tests of this database have rows under a key that this instance never had.
  const others = (await keysInUse(reader)).filter(({ key }) => key !== first).length;
  expect(await rotateKeys(settings, database, NOW)).toBe(others === 0 ? 0 : 1);
  expect(said.join("")).toMatch(/^1 fiches chiffrées de nouveau/);
  const [current, kept] = findDataKeys(settings);
  expect(kept?.id).toBe(first);
  const stored = await tenant.run(async (tx) => {
    const { rows } = await sql<{ nir: string }>`select nir from parcours.sensitive`.execute(tx);
    return rows.map(({ nir }) => nir.split(".")[1]);
  });
  expect(stored).toEqual([current?.id]);
  // The vault that was open all along reads it.
  expect(await execute(host, payroll.caller, readSensitive, { personId })).toMatchObject({ kept: { nir: input.nir } });
  expect((await checkKeysInUse(settings, reader)).filter(({ facts }) => facts.key === current?.id)).toEqual([]);

  await rm(dataKeysPath(settings));
  expect(await checkKeysInUse(settings, reader)).toContainEqual({
    level: "bad",
    word: "dataKeysAway",
    facts: { key: current?.id, count: 1 },
  });
  const text = [said.join(""), JSON.stringify(await keysInUse(reader))].join("");
  expect(text).not.toContain(current?.key.toString("hex"));
});

test("les clés ne sont pas dans ce qu’une sauvegarde emporte : ni fichier, ni table", async () => {
  const source = await readFile("src/operator/backup.entry.ts", "utf8");
  expect(source).not.toMatch(/data-keys|dataDirectory/);
});
