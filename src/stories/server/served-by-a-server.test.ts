import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, expect, test } from "vitest";
import type { OrganizationId } from "#kernel/id.ts";
import { asAdministrator } from "#operator/database.entry.ts";
import { type Connection, openDatabase, openPool, type Tx } from "#platform/database/database.ts";
import { openApplication } from "../durability/application.ts";
import { faultsOfBooks, numbersOf } from "../durability/books.ts";
import { copyDrafts, issueAnother } from "../durability/cooperative.ts";
import { makeDataFolder, removeDataFolders } from "../harness/folder.ts";
import { killPrograms, startProgram } from "../harness/program.ts";
import { addressOf, emptyDatabase } from "./place.ts";

const FIXTURE = new URL("../durability/application.fixture.ts", import.meta.url).pathname;
const DRAFTS = 96;

afterEach(killPrograms);
afterAll(removeDataFolders, 60_000);

async function look<T>(connection: Connection, work: (tx: Tx) => Promise<T>): Promise<T> {
  const pool = openPool(connection, 1);
  try {
    return await openDatabase(pool).transaction().setIsolationLevel("repeatable read").execute(work);
  } finally {
    await pool.end();
  }
}

/** As a failover does: every connection of an application is cut at once. */
async function cutConnections(admin: Connection): Promise<void> {
  await asAdministrator(admin, (client) =>
    client.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'essaim' and datname = current_database()",
    ),
  );
}

test("deux instances d’un même serveur ont chacune leurs comptes : la seconde n’enferme pas la première dehors", async () => {
  const [one, other] = [await emptyDatabase(), await emptyDatabase()];
  const first = await openApplication(await makeDataFolder(), { DATABASE_URL: addressOf(one) });
  const second = await openApplication(await makeDataFolder(), { DATABASE_URL: addressOf(other) });
  try {
    await cutConnections(one);
    expect(await first.ready()).toBe(true);
    expect((await issueAnother(first.app, first.caller)).number).toMatch(/^F\d{4}-00001$/);
    expect((await issueAnother(second.app, second.caller)).number).toMatch(/^F\d{4}-00001$/);
  } finally {
    await first.stop();
    await second.stop();
  }
});

test("sur le serveur de la machine, l’application tuée ou ses connexions coupées pendant seize émissions ne perd rien", async () => {
  const folder = await makeDataFolder();
  const admin = await emptyDatabase();
  const env = { DATABASE_URL: addressOf(admin) };
  const start = () => startProgram([FIXTURE, folder], { env });
  const acknowledged = new Map<string, string>();
  let program = start();
  const organizationId = (await program.says("ready")).organizationId as OrganizationId;
  let unanswered: string[] = [];
  for (const victim of ["application", "connections"]) {
    const drafts = await look(admin, (tx) => copyDrafts(tx, organizationId, DRAFTS));
    const asked = [...unanswered, ...drafts];
    const before = program.said.length;
    const said = () => program.said.slice(before);
    const answers = () => said().filter((fact) => "issued" in fact || "refused" in fact);
    program.tell({ issue: asked });
    await program.until(() => answers().length >= DRAFTS / 3);
    await sleep(5);
    if (victim === "application") await program.kill();
    else {
      await cutConnections(admin);
      await program.until(() => said().some((fact) => "done" in fact));
    }
    expect(answers().filter((fact) => "refused" in fact)).toEqual([]);
    for (const answer of answers()) acknowledged.set(String(answer.invoiceId), String(answer.issued));
    unanswered = asked.filter((id) => !acknowledged.has(id));
    if (victim === "application") {
      program = start();
      await program.says("ready");
    } else expect(unanswered).toEqual([]);
    const { faults, numbers } = await look(admin, async (tx) => ({
      faults: await faultsOfBooks(tx, organizationId, acknowledged),
      numbers: await numbersOf(tx, organizationId),
    }));
    expect(faults).toEqual([]);
    expect(numbers.size - acknowledged.size).toBeLessThanOrEqual(16);
  }
  program.tell({ drain: true });
  await program.says("drained");
  program.tell({ stop: true });
  expect(await program.ended).toEqual({ code: 0, signal: null });
});
