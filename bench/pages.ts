/**
 * The same pages in a small cooperative and in one a hundred times larger, read over HTTP from two built applications, each
 * on its own database: 50,000 and 5,000,000 entry lines, 10,000 and 1,000,000 invoices, the same 200 activities. The
 * activity whose treasury is read has the same entries in both. Interleaved, medians.
 * ESSAIM_BENCH_PAGES_SCALE divides the sizes (10: ten times smaller).
 */
import { removeDataFolders } from "../src/stories/harness/folder.ts";
import { killPrograms } from "../src/stories/harness/program.ts";
import { ensureBuilt, stopServer } from "../src/stories/harness/server.ts";
import type { Visitor } from "../src/stories/harness/visitor.ts";
import { ENTRY_TABLES, inBulk, writeEntries } from "./bulk-entries.ts";
import { INVOICE_TABLES, writeInvoices } from "./bulk-invoices.ts";
import { type House, openHouse } from "./served.ts";
import { figure, line, median, target } from "./stage.ts";

const SCALE = Number(process.env.ESSAIM_BENCH_PAGES_SCALE ?? 1);
const SMALL = { lines: 50_000 / SCALE, invoices: 10_000 / SCALE };
const LARGE = { lines: 5_000_000 / SCALE, invoices: 1_000_000 / SCALE };
const OTHERS = 199;
/** Of the activity that is measured. */
const OWN = { lines: 2_500, invoices: 200 };
const ROUNDS = 15;

async function fill(house: House, size: typeof SMALL): Promise<void> {
  const { admin, organizationId, fiscalYearId, year, activityId, others } = house;
  const books = { organizationId, fiscalYearId, year };
  const sold = { organizationId, year };
  const before = performance.now();
  await inBulk(admin, ENTRY_TABLES, async () => {
    await writeEntries(admin, { ...books, activities: [activityId], lines: OWN.lines });
    await writeEntries(admin, { ...books, activities: others, lines: size.lines - OWN.lines, after: OWN.lines });
  });
  await inBulk(admin, INVOICE_TABLES, async () => {
    await writeInvoices(admin, { ...sold, activities: [activityId], invoices: OWN.invoices, prefix: "A" });
    await writeInvoices(admin, { ...sold, activities: others, invoices: size.invoices - OWN.invoices, prefix: "F" });
  });
  await admin.query("vacuum (analyze) membership.activity");
  const seconds = ((performance.now() - before) / 1000).toFixed(0);
  line(`  ${figure(size.lines)} lines, ${figure(size.invoices)} invoices`, `written in ${seconds} s`);
}

type Asked = {
  readonly name: string;
  readonly asked: number | null;
  readonly who: "support" | "entrepreneur";
  readonly path: (house: House) => string;
};

/** asked: how many times slower at most; null: reported. */
const PAGES: readonly Asked[] = [
  { name: "treasury of one activity", asked: 3, who: "support", path: (h) => `argent?activite=${h.activityId}` },
  {
    name: "  the same, its entrepreneur",
    asked: 3,
    who: "entrepreneur",
    path: (h) => `argent?activite=${h.activityId}`,
  },
  { name: "list of invoices", asked: 3, who: "support", path: () => "factures" },
  { name: "  of one activity, its entrepreneur", asked: 3, who: "entrepreneur", path: () => "factures" },
  { name: "  late ones", asked: 3, who: "support", path: () => "factures?etat=late" },
  {
    name: "  far in the list",
    asked: 3,
    who: "support",
    path: (h) => `factures?apres=${h.year}-02-01_${h.activityId}`,
  },
  { name: "  searched, a word of many", asked: null, who: "support", path: () => "factures?q=Chantier" },
  { name: "  searched, a word of none", asked: null, who: "support", path: () => "factures?q=introuvable" },
  { name: "queue of what waits for a review", asked: null, who: "support", path: () => "a-relire" },
  { name: "home of the support team", asked: null, who: "support", path: () => "" },
  { name: "Ctrl K, a word of none", asked: null, who: "support", path: () => "recherche?q=introuvable" },
  { name: "Ctrl K, an invoice's number", asked: null, who: "support", path: () => "recherche?q=F00000123" },
  { name: "trial balance", asked: null, who: "support", path: () => "compta/balance" },
  { name: "general ledger of 706", asked: null, who: "support", path: () => "compta/grand-livre?compte=706" },
  {
    name: "general ledger of 706, one activity",
    asked: null,
    who: "support",
    path: (h) => `compta/grand-livre?compte=706&activite=${h.activityId}`,
  },
];

async function milliseconds(visitor: Visitor, path: string): Promise<number> {
  const began = performance.now();
  const answer = await visitor.get(path);
  await answer.arrayBuffer();
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
  return performance.now() - began;
}

try {
  ensureBuilt();
  const houses = { small: await openHouse(OTHERS), large: await openHouse(OTHERS) };
  await fill(houses.small, SMALL);
  await fill(houses.large, LARGE);
  line("", "small      large");
  for (const page of PAGES) {
    const times = { small: [] as number[], large: [] as number[] };
    const read = async (size: keyof typeof houses) => {
      const house = houses[size];
      const path = `/${house.slug}/${page.path(house)}`.replace(/\/$/, "");
      times[size].push(await milliseconds(house[page.who], path));
    };
    let spent = 0;
    // Twice for the caches, then measured; a page of many seconds is not asked fifteen times.
    for (let round = -2; round < ROUNDS && (round < 3 || spent < 10_000); round++) {
      if (round === 0) for (const list of Object.values(times)) list.length = 0;
      await read("small");
      await read("large");
      spent += times.large.at(-1) ?? 0;
    }
    const [small, large] = [median(times.small), median(times.large)];
    line(
      page.name,
      `${small.toFixed(1).padStart(7)} ms ${large.toFixed(1).padStart(8)} ms  ×${(large / small).toFixed(2)}`,
    );
    if (page.asked !== null) target("    times slower", large / small, "at most", page.asked);
  }
  for (const { admin, server } of Object.values(houses)) {
    if (process.env.ESSAIM_BENCH_KEEP) console.log(server.data, server.baseUrl);
    else await admin.end();
  }
  if (process.env.ESSAIM_BENCH_KEEP) await new Promise((resolve) => process.once("SIGTERM", resolve));
  for (const { server } of Object.values(houses)) await stopServer(server);
} finally {
  await killPrograms();
  await removeDataFolders();
}
