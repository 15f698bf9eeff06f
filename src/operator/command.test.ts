import { execFileSync } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { toDay } from "#kernel/day.ts";
import { type SalesTenant, salesTenant } from "#modules/sales/testing.ts";
import { connectionFor } from "#platform/database/roles.ts";
import { TEST_PREFIX, TEST_SECRET } from "#testing/global-setup.ts";
import { COOPERATIVE_OPTIONS, missingOptions } from "./create-cooperative.entry.ts";
import { asAdministrator } from "./database.entry.ts";
import { exportFec } from "./export-fec.entry.ts";
import { listCooperatives, type OperatorDatabase } from "./open-application.entry.ts";
import { verifyEveryLedger } from "./verify.entry.ts";

let sales: SalesTenant;
let database: OperatorDatabase;
let folder: string;
const said: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "essaim-command-"));
  sales = await salesTenant();
  await sales.issue([{ price: "1000" }]);
  await sales.issue([{ price: "250" }]);
  const { admin, app } = sales.tenant.database;
  const reader = connectionFor(admin, TEST_PREFIX, "backup", TEST_SECRET);
  const connection = () => reader;
  database = {
    server: { admin, embedded: true, connection, close: async () => {} },
    secret: TEST_SECRET,
    app,
    reader,
  };
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, "write").mockImplementation((text) => said.push(String(text)) > 0);
  }
});
afterEach(() => {
  said.length = 0;
});
afterAll(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true });
});

test("verify passe sur des livres intacts, et nomme le premier maillon rompu", async () => {
  expect(await verifyEveryLedger(database)).toBe(0);
  expect(said.join("")).toContain("2 écritures, chaîne intacte");
  said.length = 0;
  // Somebody with the administrator's hand changes an amount behind the application's back.
  await asAdministrator(sales.tenant.database.admin, async (client) => {
    const change = (table: string, action: string) => client.query(`alter table ${table} ${action} trigger user`);
    await change("ledger.entry", "disable");
    await client.query("update ledger.entry set label = 'autre' where organization_id = $1 and number = 2", [
      sales.tenant.organizationId,
    ]);
    await change("ledger.entry", "enable");
  });
  expect(await verifyEveryLedger(database)).toBe(1);
  expect(said.join("")).toContain("exercice 2026 : la chaîne est rompue à l'écriture n° 2 (seal)");
  expect(said.join("")).toContain("fiscal year 2026: the chain breaks at entry no. 2");
});

test("export-fec écrit le fichier et sa notice, et relit le fichier", async () => {
  const own = (await listCooperatives(database.reader)).find(
    (cooperative) => cooperative.organizationId === sales.tenant.organizationId,
  );
  const asked = { slug: own?.slug ?? "", year: "2026", out: folder, today: toDay("2026-11-22") };
  expect(await exportFec(database, asked)).toBe(0);
  expect((await readdir(folder)).sort()).toEqual(["732829320FEC20261231-notice.txt", "732829320FEC20261231.txt"]);
  const fec = await readFile(join(folder, "732829320FEC20261231.txt"), "utf8");
  expect(fec.split("\r\n")[1]).toContain("1200,00");
  await expect(exportFec(database, { ...asked, year: "2031" })).rejects.toThrow("Aucun exercice ne finit en 2031");
  await expect(exportFec(database, { ...asked, slug: "ailleurs" })).rejects.toThrow("Aucune coopérative");
});

test("create-cooperative dit ensemble tout ce qui manque", () => {
  expect(missingOptions({})).toEqual([
    "--name",
    "--siren",
    "--siret",
    "--first-name",
    "--last-name",
    "--administrator-email",
  ]);
  expect(missingOptions(Object.fromEntries(Object.keys(COOPERATIVE_OPTIONS).map((name) => [name, "x"])))).toEqual([]);
});

test("le FEC est lu par le programme awk de la machine : dix-huit colonnes et les deux de l'analytique", () => {
  const counts = execFileSync("awk", ["-F", "\t", "{ print NF }", join(folder, "732829320FEC20261231.txt")], {
    encoding: "utf8",
  });
  expect(new Set(counts.trim().split("\n"))).toEqual(new Set(["20"]));
});
