/**
 * One room and 300 telephones, over HTTP, before the built application: each holds its stream of events. Cards are written,
 * a poll opens, all answer it, it closes: how long after an act was sent each telephone has what it changed. Beside it the
 * same telephones without streams, which read their page again every second.
 * ESSAIM_BENCH_ROOM_SCREENS changes how many.
 */
import { Agent, get } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import pino from "pino";
import { openDatabaseServer } from "#operator/database.entry.ts";
import { instanceSecret } from "#operator/secret.entry.ts";
import { readSettings } from "#platform/settings.ts";
import { openRuntime } from "../src/runtime.ts";
import { makeDataFolder, removeDataFolders } from "../src/stories/harness/folder.ts";
import { killPrograms } from "../src/stories/harness/program.ts";
import { ensureBuilt, startServer, stopServer } from "../src/stories/harness/server.ts";
import { createVisitor, type Visitor } from "../src/stories/harness/visitor.ts";
import { PASSWORD } from "../src/stories/harness/world-inputs.ts";
import { makeNetwork } from "../src/stories/harness/world-network.ts";
import { concurrently, line, target } from "./stage.ts";

const SCREENS = Number(process.env.ESSAIM_BENCH_ROOM_SCREENS ?? 300);
const CARDS = 12;
const AGAIN_MS = 1000;

ensureBuilt();
const server = await startServer(await makeDataFolder(), { arguments: ["--empty"] });

async function makeHouse() {
  const settings = readSettings({ ESSAIM_DATA: server.data, ESSAIM_PUBLIC_URL: server.baseUrl });
  if ("problems" in settings) throw new Error(settings.problems.join("; "));
  const log = pino({ level: "silent" });
  const database = await openDatabaseServer(settings, log, { shared: true });
  const runtime = await openRuntime({ settings, server: database, secret: await instanceSecret(settings), log });
  try {
    return await makeNetwork(runtime.app, runtime.drainer.idle);
  } finally {
    await runtime.close();
    await database.close();
  }
}

const at = (values: readonly number[], share: number) =>
  [...values].sort((one, other) => one - other)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;
const told = (values: readonly number[]) =>
  `p50 ${at(values, 0.5).toFixed(0)} ms, p95 ${at(values, 0.95).toFixed(0)} ms, max ${at(values, 1).toFixed(0)} ms`;

/** A telephone: what it waits for, and when it has it. */
type Phone = { readonly visitor: Visitor; await(marker: string): Promise<number>; close(): void };

/** With a stream of events, on a connection of its own. */
function streaming(visitor: Visitor, code: string): Promise<Phone> {
  return new Promise((resolve, reject) => {
    const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const agent = new Agent({ maxSockets: 1 });
    const waiting = new Map<string, (moment: number) => void>();
    const request = get(`${server.baseUrl}/r/${code}/flux`, { agent, headers: { cookie } }, (response) => {
      if (response.statusCode !== 200) return reject(new Error(`the stream is refused: ${response.statusCode}`));
      let held = "";
      response.setEncoding("utf8");
      response.on("data", (text: string) => {
        held = (held + text).slice(-20_000);
        for (const [marker, hear] of waiting) if (held.includes(marker)) hear(performance.now());
      });
      resolve({
        visitor,
        await: (marker) =>
          new Promise((hear) =>
            waiting.set(marker, (moment) => {
              waiting.delete(marker);
              hear(moment);
            }),
          ),
        close: () => request.destroy(),
      });
    });
    request.on("error", () => {});
  });
}

/** Without one: it reads its page again every second, from a moment of its own. */
function rereading(visitor: Visitor, code: string, rank: number): Phone {
  let open = true;
  return {
    visitor,
    async await(marker) {
      await sleep((rank * AGAIN_MS) / SCREENS);
      while (open) {
        const before = performance.now();
        const page = await (await visitor.get(`/r/${code}.data`)).text();
        if (page.includes(marker)) return performance.now();
        await sleep(Math.max(0, AGAIN_MS - (performance.now() - before)));
      }
      return Number.NaN;
    },
    close() {
      open = false;
    },
  };
}

/** How long each telephone waits for what an act changes. */
async function waits(phones: readonly Phone[], marker: string, act: () => Promise<unknown>): Promise<number[]> {
  const seen = Promise.all(phones.map((phone) => phone.await(marker)));
  const began = performance.now();
  await act();
  return (await seen).map((moment) => moment - began);
}

const network = await makeHouse();
const animator = createVisitor(server.baseUrl);
await animator.signIn(network.logIns.animator, PASSWORD);
const room = { title: "Banc", kind: "scenario", scenarios: "Un\nDeux\nTrois", guests: "oui" };
const opened = (await animator.post(`/${network.slug}/salles/nouvelle`, room)).headers.get("location") ?? "";
const page = async () => (await animator.get(opened)).text();
const code = /\/r\/([A-Z2-9]{6})"/.exec(await page())?.[1] ?? "";
const here = `/r/${code}`;

const visitors = Array.from({ length: SCREENS }, () => createVisitor(server.baseUrl));
await concurrently([...visitors.entries()], 8, async ([rank, visitor]) => {
  await visitor.post(here, { intention: "enter", firstName: `Personne ${rank}` });
});
const first = await (visitors[0] as Visitor).get(here);
const laneId = /name="laneId"[^>]*value="([0-9a-f-]{36})"/.exec(await first.text())?.[1] ?? "";
const write = (body: string, by: number) =>
  (visitors[by % SCREENS] as Visitor).post(here, { intention: "add", laneId, body });

const phones: Phone[] = [];
await concurrently(visitors, 12, async (visitor) => {
  phones.push(await streaming(visitor, code));
});
line("streams open", String(phones.length));
const cards: number[] = [];
for (let rank = 0; rank < CARDS; rank++) {
  const body = `Carte du banc ${rank} fin`;
  cards.push(...(await waits(phones, body, () => write(body, rank))));
  await sleep(200);
}
line(`a card on ${SCREENS} telephones, by stream`, told(cards));

await animator.post(opened, { intention: "prepare", title: "Avis du banc", live: "oui" });
const pollId = /name="pollId" value="([0-9a-f-]{36})"/.exec(await page())?.[1] ?? "";
const opening = await waits(phones, '"status":"open"', () => animator.post(opened, { intention: "open", pollId }));
line("a poll that opens", told(opening));
const items = [
  ...new Set(
    [...(await (await (visitors[0] as Visitor).get(here)).text()).matchAll(/answers\.([0-9a-f-]{36})/g)].map(
      ([, id]) => id,
    ),
  ),
];
const answers = Object.fromEntries(items.map((id) => [`answers.${id}`, "favourable"]));
const all = await waits(phones, `"answered":${SCREENS}`, () =>
  Promise.all(visitors.map((visitor) => visitor.post(here, { intention: "answer", pollId, ...answers }))),
);
line(`${SCREENS} answers at once, the last one counted everywhere`, told(all));
const closing = await waits(phones, '"status":"closed"', () =>
  animator.post(opened, { intention: "closePoll", pollId }),
);
line("a poll that closes", told(closing));
for (const phone of phones) phone.close();

const slow = visitors.map((visitor, rank) => rereading(visitor, code, rank));
const again: number[] = [];
for (let rank = 0; rank < 2; rank++) {
  const body = `Carte relue ${rank} fin`;
  again.push(...(await waits(slow, body, () => write(body, rank))));
}
for (const phone of slow) phone.close();
line(`a card on ${SCREENS} telephones that read again every second`, told(again));

const streamed = [...cards, ...opening, ...closing];
target("a card, a poll that opens or closes: the slowest telephone, ms", at(streamed, 1), "at most", 1000);
target("p95 of streams beside reading again", at(streamed, 0.95) / at(again, 0.95), "at most", 0.5);
await stopServer(server);
killPrograms();
await removeDataFolders();
process.exit();
