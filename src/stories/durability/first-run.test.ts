import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { makeDataFolder, removeDataFolders } from "../harness/folder.ts";
import { killPrograms } from "../harness/program.ts";
import { ensureBuilt, startServer, stopServer } from "../harness/server.ts";
import { createVisitor } from "../harness/visitor.ts";
import { eventually } from "../harness/wait.ts";

beforeAll(ensureBuilt, 120_000);
afterEach(killPrograms);
afterAll(removeDataFolders, 60_000);

test("demandée vide une fois, elle attend sa coopérative ; la démonstration ne commence pas d'elle-même", async () => {
  const data = await makeDataFolder();
  await stopServer(await startServer(data, { arguments: ["--empty"] }));
  const again = await startServer(data);
  const early = createVisitor(again.baseUrl);
  expect((await early.get("/premiers-pas")).status).toBe(200);
  expect(await (await early.get("/demonstration/etat")).json()).toBeNull();
  await stopServer(again);
  const demonstration = await startServer(data, { arguments: ["--demo"] });
  const visitor = createVisitor(demonstration.baseUrl);
  await eventually("the demonstration is there", async () => (await visitor.get("/premiers-pas")).status === 302, 30);
  // The sign-in page says who may come in, how far the story is, and lets in as the entrepreneur.
  const signInPage = async () => (await visitor.get("/connexion")).text();
  const named = async () => (await signInPage()).includes("Entrer comme");
  await eventually("the sign-in page names its people", named, 30);
  const page = await signInPage();
  for (const words of ["Entrer comme Samira Roux", "Entrer comme Karim Haddad", "La démonstration s’écrit"]) {
    expect(page).toContain(words);
  }
  const { percent } = (await (await visitor.get("/demonstration/etat")).json()) as { percent: number };
  expect(percent).toBeLessThan(100);
  await visitor.signIn("samira@etabli.example", "demo-essaim-2026");
  const home = await visitor.get("/");
  expect(home.headers.get("location")).toContain("/cooperatives");
  await stopServer(demonstration);
});
