/**
 * How fast a Factur-X is made, warm, on one core: check, XML, page, embedding, metadata.
 * Run with `node bench/facturx.ts [rounds]`, or call `benchFacturx` from the common benchmark.
 */

import { writeCii } from "../src/modules/sales/facturx/cii-writer.ts";
import { EVERY_DOCUMENT } from "../src/modules/sales/facturx/every-document.ts";
import { checkTradeDocument } from "../src/modules/sales/facturx/french-rules.ts";
import type { TradeDocument } from "../src/modules/sales/facturx/trade-document.ts";
import type { PrintableDocument } from "../src/platform/pdf/printable-document.ts";
import { renderDocument } from "../src/platform/pdf/render.ts";
import { FULL_INVOICE, longInvoice, SHORT_INVOICE } from "../src/platform/pdf/sample-printable.ts";

export type FacturxRate = {
  readonly name: string;
  readonly pages: string;
  /** CPU milliseconds a document, all threads added up: the cost on one core. */
  readonly cpuMs: number;
  /** Milliseconds of the clock a document, on this machine as loaded as it is. */
  readonly ms: number;
  /** Documents a second on one core: 1000 / cpuMs. */
  readonly perSecond: number;
  readonly bytes: number;
};

/** Makes `rounds` different documents of each size and says what one costs. */
export async function benchFacturx(rounds = 200): Promise<FacturxRate[]> {
  const trade = Object.values(EVERY_DOCUMENT)[0] as TradeDocument;
  const sizes: [name: string, pages: string, document: PrintableDocument][] = [
    ["one line", "1", SHORT_INVOICE],
    ["everything at once", "1", FULL_INVOICE],
    ["60 lines", "3", longInvoice(60)],
  ];
  const rates: FacturxRate[] = [];
  for (const [name, pages, document] of sizes) {
    const make = async (index: number) => {
      const number = `2026-${String(index).padStart(6, "0")}`;
      const numbered = { ...trade, number };
      if (checkTradeDocument(numbered).length > 0) throw new Error("the sample is refused");
      return renderDocument({ ...document, number, facturx: { xml: writeCii(numbered) } });
    };
    for (let index = 0; index < 10; index++) await make(index);
    const cpu = process.cpuUsage();
    const start = performance.now();
    let bytes = 0;
    for (let index = 0; index < rounds; index++) bytes = (await make(100 + index)).byteLength;
    const ms = (performance.now() - start) / rounds;
    const { user, system } = process.cpuUsage(cpu);
    const cpuMs = (user + system) / 1000 / rounds;
    rates.push({ name, pages, cpuMs, ms, perSecond: 1000 / cpuMs, bytes });
  }
  return rates;
}

if (import.meta.main) {
  const rates = await benchFacturx(Number(process.argv[2] ?? 200));
  console.log("Factur-X (check + XML + PDF/A-3a + embedding), warm, one core");
  for (const rate of rates) {
    const cost = `${rate.cpuMs.toFixed(1)} ms CPU (${rate.ms.toFixed(1)} ms)`;
    console.log(
      `  ${rate.name.padEnd(20)} ${rate.pages} page(s)  ${cost.padEnd(24)} ${rate.perSecond.toFixed(0)} a second  ${(rate.bytes / 1024).toFixed(0)} kB`,
    );
  }
  console.log(`  resident memory ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`);
}
