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
  expect((await createVisitor(again.baseUrl).get("/premiers-pas")).status).toBe(200);
  await stopServer(again);
  const demonstration = await startServer(data, { arguments: ["--demo"] });
  const visitor = createVisitor(demonstration.baseUrl);
  await eventually("the demonstration is there", async () => (await visitor.get("/premiers-pas")).status === 302, 30);
  await stopServer(demonstration);
});
