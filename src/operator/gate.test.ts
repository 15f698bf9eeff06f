import type { HttpBindings } from "@hono/node-server";
import { Hono } from "hono";
import pino from "pino";
import { expect, test } from "vitest";
import { createGate } from "./gate.entry.ts";

const HTML = { headers: { accept: "text/html" } };

/** A gate whose log is kept, before an application that answers, fails or waits as its path says. */
function gateBefore(ready: () => Promise<boolean>, patience?: number) {
  const lines: Record<string, unknown>[] = [];
  const log = pino({ level: "debug" }, { write: (line: string) => lines.push(JSON.parse(line)) });
  const gate = createGate(log, "/tmp", patience);
  const server = new Hono();
  let release = () => {};
  server.get("/bien", (c) => c.text("bonjour"));
  server.get("/attend", async (c) => {
    await new Promise<void>((resolve) => {
      release = resolve;
    });
    return c.text("fini");
  });
  server.all("/casse", () => {
    throw new Error("Connection terminated unexpectedly");
  });
  server.all("/defaut", () => {
    throw new TypeError("undefined is not an invoice");
  });
  const ask = (path: string, init: RequestInit = HTML) =>
    gate.fetch(new Request(`http://localhost${path}`, init), {} as HttpBindings);
  return { gate, ask, lines, open: () => gate.open(server, ready), release: () => release() };
}

test("avant que l'application soit prête, une page le dit et revient seule", async () => {
  const { ask, open } = gateBefore(async () => true);
  const early = await ask("/bien");
  expect(early.status).toBe(503);
  expect(early.headers.get("retry-after")).toBe("5");
  expect(await early.text()).toContain("Essaim démarre");
  open();
  expect(await (await ask("/bien")).text()).toBe("bonjour");
});

test("base de données absente : une page claire en 503, puis tout revient sans rien faire", async () => {
  let up = false;
  const { ask, open } = gateBefore(async () => up);
  open();
  const page = await ask("/casse");
  expect(page.status).toBe(503);
  const text = await page.text();
  expect(text).toContain("La base de données ne répond pas.");
  expect(text).toContain("The database does not answer.");
  const sent = await ask("/casse", { method: "POST", ...HTML });
  expect(sent.headers.get("retry-after")).toBe("5");
  expect(await sent.text()).not.toContain("http-equiv");
  up = true;
  // It went away under the request and is back already: the visitor is told the same.
  expect((await ask("/casse")).status).toBe(503);
  const defect = await ask("/defaut");
  expect(defect.status).toBe(500);
  expect(await defect.text()).toContain("Vos données sont à l'abri.");
});

test("une base qui prend la question et ne répond jamais : la page le dit, sans attendre toujours", async () => {
  let up = true;
  const { ask, open, release } = gateBefore(async () => up, 20);
  open();
  const long = ask("/attend");
  await new Promise((resolve) => setTimeout(resolve, 100));
  release();
  // A long work of a database that is there is waited for.
  expect([(await long).status, await (await long).text()]).toEqual([200, "fini"]);
  up = false;
  const frozen = await ask("/attend");
  expect(frozen.status).toBe(503);
  expect(await frozen.text()).toContain("La base de données ne répond pas.");
  release();
});

test("l'arrêt attend les demandes en cours, et pas plus que son délai", async () => {
  const { gate, ask, open, release } = gateBefore(async () => true);
  open();
  expect(await gate.drained(10)).toBe(true);
  const waiting = ask("/attend");
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(await gate.drained(20)).toBe(false);
  const drained = gate.drained(5_000);
  release();
  expect(await (await waiting).text()).toBe("fini");
  expect(await drained).toBe(true);
});

test("chaque demande laisse une ligne, sans ce qui ouvrirait une porte", async () => {
  const { ask, lines, open } = gateBefore(async () => true);
  open();
  await ask("/mot-de-passe/dhfC5KVAqnMRtNAJQACEg0js1e1o4sF2?email=anne@exemple.fr");
  expect(lines.at(-1)).toMatchObject({ method: "GET", path: "/mot-de-passe/…", status: 404 });
  expect(JSON.stringify(lines)).not.toContain("dhfC5");
  expect(JSON.stringify(lines)).not.toContain("anne@");
});
