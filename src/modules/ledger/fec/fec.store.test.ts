import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { toDay } from "#kernel/day.ts";
import type { ActivityId } from "#kernel/id.ts";
import { type Cents, toDecimalString, ZERO } from "#kernel/money.ts";
import { balancesByHledger, hledgerPresent } from "#testing/hledger.ts";
import { balancesByActivity } from "../balance/balances.store.ts";
import type { EntryId } from "../entry/entry.ts";
import { reconcileEntries, undoReconciliation } from "../reconciliation/reconcile.store.ts";
import { draft, freshLedger, line, sale, type TestLedger } from "../testing.ts";
import { type ActivityLabels, fecExport, fecTotals, journalEntries } from "./fec.store.ts";
import type { FecLine } from "./fec-line.ts";
import { validateFec } from "./fec-validator.ts";
import { writeFec } from "./fec-writer.ts";
import { writeHledgerJournal } from "./hledger-journal.ts";

async function textOf(parts: AsyncIterable<string | Uint8Array>): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const part of parts) pieces.push(Buffer.from(part));
  return Buffer.concat(pieces).toString("utf8");
}

async function exported(ledger: TestLedger, labels: ActivityLabels): Promise<string> {
  return ledger.tenant.run((tx) => textOf(fecExport(tx, ledger.tenant.organizationId, ledger.year.id, labels)));
}

async function livelyBooks() {
  const ledger = await freshLedger();
  const ids = [await ledger.tenant.activity("A"), await ledger.tenant.activity("B")];
  const labels: ActivityLabels = new Map([
    [ids[0] as ActivityId, { code: "ACT01", label: 'Plomberie "du\tLac" | Fils' }],
    [ids[1] as ActivityId, { code: "ACT02", label: "\\." }],
  ]);
  const paired: EntryId[][] = [];
  for (let index = 0; index < 12; index += 1) {
    const activity = index % 3 === 2 ? null : (ids[index % 3] ?? null);
    const invoice = await ledger.post(
      sale(activity, { label: `Facture n° ${index} | "été" œ € \\N \\. ''`, pieceRef: `F-${index}` }, `C${index}`),
    );
    const auxiliary = { code: `C${index}`, label: "Martin" };
    if (index % 2 === 0) {
      const payment = await ledger.post(
        draft([line("512", activity, 12_000), line("411", activity, -12_000, { auxiliary })], {
          journalCode: "BQ",
          date: toDay("2026-06-01"),
        }),
      );
      paired.push([invoice.entryId, payment.entryId]);
    }
  }
  await ledger.post(
    draft([line("606", null, 1), line("401", null, -1)], { journalCode: "AC", date: toDay("2026-12-31") }),
  );
  // Given, taken back, given again: the first letter leaves no trace in the file.
  const first = await ledger.act((context) => reconcileEntries(context, "411", paired[0] ?? []));
  if (first === null) throw new Error("not reconciled");
  await ledger.act((context) => undoReconciliation(context, first.reconciliationId));
  for (const pair of paired) await ledger.act((context) => reconcileEntries(context, "411", pair));
  return { ledger, labels };
}

describe("le FEC écrit par la base", () => {
  test("a les mêmes octets que celui du programme, et passe le validateur sans remarque", async () => {
    const { ledger, labels } = await livelyBooks();
    const text = await exported(ledger, labels);
    const { rows } = await ledger.tenant.run((tx) =>
      sql<Omit<FecLine, "activityCode" | "activityLabel"> & { activity: ActivityId | null }>`
        select e.journal_code as "journalCode", j.label as "journalLabel", e.number, e.entry_date as date, l.account,
               a.label as "accountLabel", coalesce(l.auxiliary_code, '') as "auxiliaryCode", coalesce(l.auxiliary_label, '') as "auxiliaryLabel",
               e.piece_ref as "pieceRef", e.piece_date as "pieceDate", l.label, l.debit, l.credit, coalesce(r.letter, '') as letter,
               r.reconciled_on as "letteredOn", e.posted_on as "postedOn", l.activity_id as activity
          from ledger.entry_line l join ledger.entry e on e.id = l.entry_id join ledger.journal j on j.code = e.journal_code
          join ledger.account a on a.number = l.account
          left join ledger.reconciliation_line x on x.entry_id = l.entry_id and x.line_number = l.line_number and x.active
          left join ledger.reconciliation r on r.id = x.reconciliation_id
         order by e.number, l.line_number`.execute(tx),
    );
    const lines = rows.map(({ activity, ...row }): FecLine => {
      const named = activity === null ? undefined : labels.get(activity);
      return { ...row, activityCode: named?.code ?? "", activityLabel: named?.label ?? "" };
    });
    expect(text).toBe(await textOf(writeFec(lines)));
    expect(text.split("\r\n").filter((row) => /\tA[A-Z]\t20261122\t/.test(row))).toHaveLength(12);
    async function* bytes() {
      yield new TextEncoder().encode(text);
    }
    const report = await validateFec(bytes(), {
      fileName: "732829320FEC20261231.txt",
      start: toDay("2026-01-01"),
      end: toDay("2026-12-31"),
      today: toDay("2026-11-22"),
    });
    // The purchase of 31 December is posted before its day: the one thing our own file is told.
    expect(report.faults.map(({ rule }) => rule)).toEqual(["validBeforeEntry", "validBeforeEntry"]);
    const totals = await ledger.tenant.run((tx) => fecTotals(tx, ledger.tenant.organizationId, ledger.year.id));
    expect(totals).toEqual({
      entries: BigInt(report.entries),
      lines: BigInt(report.lines),
      debit: report.debit,
      credit: report.credit,
    });
  });

  test("d'un exercice sans écriture n'a que sa première ligne", async () => {
    const ledger = await freshLedger();
    expect((await exported(ledger, new Map())).split("\r\n")).toHaveLength(2);
  });

  test("abandonné en chemin, ne bloque ni la base ni les suivants", async () => {
    const { ledger, labels } = await livelyBooks();
    const left = ledger.tenant.run(async (tx) => {
      for await (const part of fecExport(tx, ledger.tenant.organizationId, ledger.year.id, labels)) {
        if (part.toString().includes("Facture")) throw new Error("gone away");
      }
    });
    await expect(left).rejects.toThrow();
    expect((await exported(ledger, labels)).split("\r\n").length).toBeGreaterThan(40);
  });

  test("ne sort pas de sa coopérative", async () => {
    const { ledger, labels } = await livelyBooks();
    const other = await freshLedger();
    const text = await other.tenant.run((tx) =>
      textOf(fecExport(tx, ledger.tenant.organizationId, ledger.year.id, labels)),
    );
    expect(text.split("\r\n")).toHaveLength(2);
  });
});

describe("hledger lit les livres de la base", () => {
  test.skipIf(!hledgerPresent)("et trouve nos soldes par compte et par activité, au centime", async () => {
    const { ledger, labels } = await livelyBooks();
    const { organizationId } = ledger.tenant;
    const [text, balances] = await ledger.tenant.run(async (tx) => [
      await textOf(writeHledgerJournal(journalEntries(tx, organizationId, ledger.year.id, labels))),
      await balancesByActivity(tx, { organizationId, until: toDay("2026-12-31") }),
    ]);
    const read = await balancesByHledger(text);
    const ours = balances
      .map((row): [string, Cents] => {
        const code = row.activity === null ? "MUTUALISE" : labels.get(row.activity)?.code;
        return [`${row.account}:${code}`, (row.debit - row.credit) as Cents];
      })
      .filter(([, balance]) => balance !== ZERO);
    expect(read).toEqual(new Map(ours.map(([account, balance]) => [account, `${toDecimalString(balance)} EUR`])));
    expect(read.size).toBeGreaterThan(8);
  });
});
