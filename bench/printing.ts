/**
 * A hundred Factur-X asked for at once: how long anything else waits for the event loop meanwhile, when the main thread
 * prints them and when the printing thread does. The longest wait and the 99th percentile, interleaved rounds.
 */
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { openPrinter } from "#platform/pdf/printer.ts";
import { renderDocument } from "#platform/pdf/render.ts";
import { FULL_INVOICE } from "#platform/pdf/sample-printable.ts";
import { writeCii } from "../src/modules/sales/facturx/cii-writer.ts";
import { EVERY_DOCUMENT } from "../src/modules/sales/facturx/every-document.ts";
import type { TradeDocument } from "../src/modules/sales/facturx/trade-document.ts";
import { line, median, target } from "./stage.ts";

const BURST = 100;
const ROUNDS = 3;

type Waits = { readonly longest: number; readonly high: number; readonly seconds: number };

const xml = writeCii(Object.values(EVERY_DOCUMENT)[0] as TradeDocument);
const printer = openPrinter();
let number = 0;
const next = () => {
  number += 1;
  return { ...FULL_INVOICE, number: `F-${number}`, facturx: { xml } };
};

const milliseconds = (value: number) => value / 1e6;

/** What others wait for: a timer of a millisecond that is late. */
async function waits(print: (document: ReturnType<typeof next>) => Promise<Uint8Array>): Promise<Waits> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const began = performance.now();
  await Promise.all(Array.from({ length: BURST }, () => print(next())));
  const seconds = (performance.now() - began) / 1000;
  // The timer that was late is counted when it comes at last.
  await sleep(50);
  delay.disable();
  return { longest: milliseconds(delay.max), high: milliseconds(delay.percentile(99)), seconds };
}

await waits(renderDocument);
await waits(printer.print);
const rounds: { main: Waits; thread: Waits; idle: number }[] = [];
for (let round = 0; round < ROUNDS; round++) {
  const main = await waits(renderDocument);
  const thread = await waits(printer.print);
  // The same wait while nobody prints: what the machine itself adds.
  const idle = await waits(async () => {
    await sleep(thread.seconds * 1000);
    return new Uint8Array();
  });
  rounds.push({ main, thread, idle: idle.high });
}
await printer.close();

const tell = (name: string, of: (round: (typeof rounds)[number]) => Waits) => {
  const [longest, high, seconds] = (["longest", "high", "seconds"] as const).map((key) =>
    median(rounds.map((round) => of(round)[key])),
  ) as [number, number, number];
  const rate = (BURST / seconds).toFixed(0);
  line(name, `99th ${high.toFixed(1)} ms, longest ${longest.toFixed(1)} ms, ${rate} documents/s`);
};
line(`${BURST} documents at once`, "wait for the event loop");
tell("  printed by the main thread (before)", (round) => round.main);
tell("  printed by the printing thread", (round) => round.thread);
line("  nobody prints", `99th ${median(rounds.map((round) => round.idle)).toFixed(1)} ms`);
target(
  "  99th percentile, printing thread / main thread",
  median(rounds.map(({ main, thread }) => thread.high / main.high)),
  "at most",
  0.5,
);
