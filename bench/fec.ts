/**
 * The FEC of a year of a million lines, against `COPY … TO` of the same rows (the same twenty columns, in the same order,
 * read by the same role under the same row-level security). Interleaved rounds. ESSAIM_BENCH_FEC_LINES changes the size.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import pg from "pg";
import copyStreams from "pg-copy-streams";
import type { ActivityId } from "#kernel/id.ts";
import { fecExport, listFiscalYears } from "#modules/ledger/index.server.ts";
import { systemClock } from "#platform/clock.ts";
import { withTenant } from "#platform/database/tenant.ts";
import { newId } from "#platform/id.ts";
import { ENTRY_TABLES, inBulk, writeEntries } from "./bulk-entries.ts";
import { figure, line, median, openStage, target } from "./stage.ts";

const LINES = Number(process.env.ESSAIM_BENCH_FEC_LINES ?? 1_000_000);
const ACTIVITIES = 200;
const ROUNDS = 3;

/** What a specialist would type to get the same rows out. */
const COLUMNS = `e.journal_code, j.label, e.number, e.entry_date, l.account, a.label, l.auxiliary_code, l.auxiliary_label,
  e.piece_ref, e.piece_date, l.label, l.debit, l.credit, r.letter, r.reconciled_on, e.posted_on, null, null, n.code, n.name`;
const JOINS = `ledger.entry_line l
  join ledger.entry e on e.organization_id = l.organization_id and e.id = l.entry_id
  join ledger.journal j on j.organization_id = e.organization_id and j.code = e.journal_code
  join ledger.account a on a.organization_id = l.organization_id and a.number = l.account
  left join membership.activity n on n.organization_id = l.organization_id and n.id = l.activity_id
  left join ledger.reconciliation_line r on r.organization_id = l.organization_id and r.entry_id = l.entry_id
        and r.line_number = l.line_number and r.active`;

const stage = await openStage();
const { organizationId } = stage;
const scope = { organizationId, userId: null };
try {
  const labels = new Map<ActivityId, { code: string; label: string }>();
  const now = systemClock();
  for (let index = 0; index < ACTIVITIES; index++) {
    labels.set(newId<"activity">(now) as ActivityId, { code: `ACT${index}`, label: `Atelier numéro ${index}` });
  }
  const year = await withTenant(stage.database, scope, async (tx) => {
    await sql`insert into membership.activity (organization_id, id, code, name, opened_on)
      select ${organizationId}, id, code, name, '2020-01-01' from unnest(${[...labels.keys()]}::uuid[],
        ${[...labels.values()].map(({ code }) => code)}::text[], ${[...labels.values()].map(({ label }) => label)}::text[]) as u(id, code, name)`.execute(
      tx,
    );
    return (await listFiscalYears(tx, organizationId)).at(-1);
  });
  if (year === undefined) throw new Error("no fiscal year");
  const admin = new pg.Client(stage.admin);
  await admin.connect();
  await inBulk(admin, ENTRY_TABLES, () =>
    writeEntries(admin, {
      organizationId,
      fiscalYearId: year.id,
      year: Number(year.start.slice(0, 4)),
      lines: LINES,
      activities: [...labels.keys()],
    }),
  );
  await admin.query("analyze membership.activity");
  await admin.end();

  const where = `l.organization_id = '${organizationId}' and e.fiscal_year_id = '${year.id}'`;
  const copied = async (query: string): Promise<number> => {
    const client = await stage.pool.connect();
    try {
      await client.query("begin");
      await client.query("select set_config('app.organization_id', $1, true)", [organizationId]);
      let bytes = 0;
      for await (const chunk of client.query(copyStreams.to(query))) bytes += (chunk as Buffer).byteLength;
      await client.query("commit");
      return bytes;
    } finally {
      client.release();
    }
  };
  let peak = 0;
  const exported = (): Promise<number> =>
    withTenant(stage.database, scope, async (tx) => {
      let bytes = 0;
      for await (const part of fecExport(tx, organizationId, year.id, labels)) {
        bytes += part.byteLength;
        peak = Math.max(peak, process.memoryUsage().rss);
      }
      return bytes;
    });
  const timed = async (work: () => Promise<number>): Promise<{ rate: number; bytes: number }> => {
    await sleep(100);
    const began = performance.now();
    const bytes = await work();
    return { rate: (LINES * 1000) / (performance.now() - began), bytes };
  };
  const sameRows = `copy (select ${COLUMNS} from ${JOINS} where ${where} order by e.number, l.line_number) to stdout`;
  const bare = `copy ledger.entry_line to stdout`;
  await copied(sameRows);
  const before = process.memoryUsage().rss;
  await exported();
  const firstPeak = peak;
  const rounds: { ours: number; copy: number; bare: number; bytes: number; copyBytes: number }[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const ours = await timed(exported);
    const copy = await timed(() => copied(sameRows));
    const lines = await timed(() => copied(bare));
    rounds.push({ ours: ours.rate, copy: copy.rate, bare: lines.rate, bytes: ours.bytes, copyBytes: copy.bytes });
  }
  const [first] = rounds;
  line(
    `FEC of ${figure(LINES)} lines`,
    `${figure(median(rounds.map((r) => r.ours)))} lines/s, ${figure((first?.bytes ?? 0) / 1e6)} MB`,
  );
  line(
    "  COPY of the same rows and columns, same order",
    `${figure(median(rounds.map((r) => r.copy)))} lines/s, ${figure((first?.copyBytes ?? 0) / 1e6)} MB`,
  );
  line("  for information, COPY of the bare table of lines", `${figure(median(rounds.map((r) => r.bare)))} lines/s`);
  const ratios = rounds.map((r) => r.ours / r.copy);
  line(
    "  lowest and highest ratio of the rounds",
    `${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)}`,
  );
  target("  ratio", median(ratios), "at least", 0.5);
  line("  resident memory before, at the highest", `${figure(before / 1e6)} MB, ${figure(peak / 1e6)} MB`);
  target("  growth after the first export, MB", (peak - firstPeak) / 1e6, "at most", 30);
} finally {
  await stage.close();
}
