import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { openPool } from "#platform/database/database.ts";
import { type EmbeddedServer, startEmbedded } from "#platform/database/embedded/embedded.ts";
import { databaseProcesses, killHard, makeDataFolder, postmasterOf, removeDataFolders } from "../harness/folder.ts";
import { killPrograms } from "../harness/program.ts";
import { ensureBuilt, startServer, stopServer } from "../harness/server.ts";
import { createVisitor } from "../harness/visitor.ts";
import { eventually } from "../harness/wait.ts";
import { openedCooperative } from "./first-page.ts";

beforeAll(ensureBuilt, 120_000);
afterEach(killPrograms);
afterAll(removeDataFolders, 60_000);

test("base de données arrêtée : une page claire en 503, rien d'enregistré à moitié, puis tout revient seul", async () => {
  const data = await makeDataFolder();
  const database = () => startEmbedded({ directory: join(data, "server"), log: () => {} });
  let own: EmbeddedServer = await database();
  const pool = openPool(own.adminUrl("postgres"), 1);
  await pool.query("create database essaim encoding 'UTF8' template template0");
  await pool.end();
  const url = `postgres://${own.superuser}@localhost/essaim?host=${encodeURIComponent(own.socketDirectory)}`;
  const server = await startServer(data, { arguments: ["--empty"], env: { DATABASE_URL: url } });
  const visitor = await openedCooperative(server);
  const [asset] = await readdir("build/client/assets");
  try {
    await own.stop();
    for (const path of ["/l-etabli", "/l-etabli/factures", "/connexion", "/cooperatives", "/premiers-pas"]) {
      const page = await (path === "/connexion" ? createVisitor(server.baseUrl) : visitor).get(path);
      const text = await page.text();
      expect([path, page.status]).toEqual([path, 503]);
      expect(page.headers.get("retry-after")).toBe("5");
      expect(page.headers.get("content-security-policy")).toContain("default-src 'none'");
      expect(text).toContain("La base de données ne répond pas. Rien n'est perdu ni enregistré à moitié");
      expect(text).toContain('http-equiv="refresh"');
      // Nothing of the inside shows.
      expect(text).not.toMatch(/ECONN|ENOENT|postgres|at async|node_modules/i);
    }
    expect((await visitor.get("/l-etabli.data")).status).toBe(503);
    expect((await visitor.get("/l-etabli/factures.data?_routes=shell.page")).status).toBe(503);
    // Nobody is thrown out because the database could not say who they are.
    const known = createVisitor(
      server.baseUrl,
      [...visitor.cookies].filter(([name]) => name.endsWith("session_token")),
    );
    expect((await known.get("/l-etabli")).status).toBe(503);
    expect(known.cookies.size).toBe(1);
    const sent = await visitor.post("/l-etabli/clients/nouveau", { name: "Crèche Les Lutins" });
    expect(sent.status).toBe(503);
    expect(await sent.text()).toContain("revenez en arrière et envoyez de nouveau");
    expect((await visitor.get("/readyz")).status).toBe(503);
    expect((await visitor.get("/healthz")).status).toBe(200);
    expect((await visitor.get(`/assets/${asset}`)).status).toBe(200);
  } finally {
    own = await database();
  }
  await eventually("the page comes back", async () => (await visitor.get("/l-etabli")).status === 200, 15);
  expect((await visitor.get("/readyz")).status).toBe(200);
  await stopServer(server);
  await own.stop();
});

test("base intégrée tuée pendant que l'on s'en sert : des pages claires, et l'application la relance seule", async () => {
  const data = await makeDataFolder();
  const server = await startServer(data, { arguments: ["--empty"] });
  const visitor = await openedCooperative(server);
  const before = await postmasterOf(data);
  const seen = new Set<number>();
  let stop = false;
  const visits = Array.from({ length: 4 }, async () => {
    while (!stop) {
      seen.add((await visitor.get("/l-etabli/factures")).status);
      await sleep(5);
    }
  });
  for (const victims of [async () => [before], () => databaseProcesses(data)]) {
    await sleep(200);
    const current = await postmasterOf(data);
    for (const pid of await victims()) killHard(pid);
    await eventually("another database server", async () => (await postmasterOf(data).catch(() => 0)) !== current);
    await eventually("the page comes back", async () => (await visitor.get("/l-etabli/factures")).status === 200);
  }
  stop = true;
  await Promise.all(visits);
  // 500 would be a defect, 302 somebody thrown out: people are only asked to wait.
  expect([...seen].sort()).toEqual([200, 503]);
  expect(server.program.process.exitCode).toBeNull();
  await stopServer(server);
  expect(await databaseProcesses(data)).toEqual([]);
});

test("base figée, qui prend les questions et ne répond plus : la même page ; dégelée, chaque acte une fois au plus", async () => {
  const data = await makeDataFolder();
  const server = await startServer(data, { arguments: ["--empty"] });
  const visitor = await openedCooperative(server);
  const frozen = await databaseProcesses(data);
  const activity = {
    cle: "0193f0a0-0000-7000-8000-0000000000f1",
    name: "Crèche Les Lutins",
    openedOn: "01/01/2026",
    trade: "",
    code: "",
    email: "",
    phone: "",
  };
  for (const pid of frozen) process.kill(pid, "SIGSTOP");
  try {
    const answers = await Promise.all([
      visitor.get("/l-etabli"),
      visitor.get("/l-etabli/factures"),
      visitor.post("/l-etabli/activites/nouvelle", activity),
      visitor.get("/readyz"),
      visitor.get("/healthz"),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([503, 503, 503, 503, 200]);
    expect(await answers[0].text()).toContain("La base de données ne répond pas.");
  } finally {
    for (const pid of frozen) process.kill(pid, "SIGCONT");
  }
  await eventually("the page comes back", async () => (await visitor.get("/l-etabli")).status === 200, 15);
  expect((await visitor.post("/l-etabli/activites/nouvelle", activity)).status).toBe(302);
  const list = await (await visitor.get("/l-etabli/activites")).text();
  expect(list.match(/>Crèche Les Lutins</g)?.length).toBe(1);
  await stopServer(server);
});
