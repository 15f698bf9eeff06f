import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { toDay } from "#kernel/day.ts";
import type { ActivityId } from "#kernel/id.ts";
import { isRefusal } from "#kernel/refusal.ts";
import { type ExecuteOptions, execute } from "#platform/command.ts";
import { balancesByActivity } from "../balance/balances.store.ts";
import { findEntry } from "../entry/entry.store.ts";
import type { EntryId } from "../entry/entry.ts";
import { GOOD, stream, utf8, YEAR } from "../fec/fec-example.ts";
import { validateFec } from "../fec/fec-validator.ts";
import { freshLedger, sale, type TestLedger } from "../testing.ts";
import { ClosingGatherer } from "./closing-balances.ts";
import { importOpening } from "./import-opening.command.ts";
import type { OpeningRow } from "./opening.ts";
import { readOpeningFile } from "./opening-file.ts";

const CSV = `compte;libellé du compte;activité;tiers;nom du tiers;libellé;débit;crédit;échéance
411;;PLOMB;C1;Martin;Facture 88;1 200,50;;31/01/2026
512;;;;;Banque;"10.000,00";;
4671;Débours;PLOMB;;;;49,50;0
101;;;;;Capital;;9 000.00;
5121;Banque coopérative;;;;;;2250,00;
`;

describe("un fichier de soldes", () => {
  test("se lit comme un tableur français l'écrit", () => {
    const { rows, errors } = readOpeningFile(CSV);
    expect(errors).toEqual([]);
    expect(rows.map((row) => [row.line, row.account, row.activityCode, row.debit, row.credit, row.dueDate])).toEqual([
      [2, "411", "PLOMB", 120_050n, 0n, "2026-01-31"],
      [3, "512", "", 1_000_000n, 0n, null],
      [4, "4671", "PLOMB", 4_950n, 0n, null],
      [5, "101", "", 0n, 900_000n, null],
      [6, "5121", "", 0n, 225_000n, null],
    ]);
  });

  test("nomme la ligne d'un montant ou d'une date qui ne se lit pas, et l'en-tête qui manque", () => {
    const { errors } = readOpeningFile("compte;débit;crédit;échéance\n411;douze;;\n\n512;1;;31/02/2026\n");
    expect(errors.map(({ line, refusal }) => [line, refusal.code])).toEqual([
      [2, "opening.amount"],
      [4, "opening.day"],
    ]);
    expect(readOpeningFile("a;b;c\n1;2;3\n").errors[0]?.refusal.code).toBe("opening.header");
  });
});

async function accountant(ledger: TestLedger, roles: ["accountant"] | [] = ["accountant"]) {
  const { caller } = await ledger.tenant.person({ roles });
  return (
    rows: readonly OpeningRow[],
    activities: { code: string; id: ActivityId }[],
    more = {},
    options: ExecuteOptions = {},
  ) => execute(ledger.tenant.host, caller, importOpening, { rows, activities, ...more }, options);
}

describe("importer les soldes d'ouverture", () => {
  test("tout ou rien : équilibrés par activité grâce aux comptes de liaison, en premier numéro", async () => {
    const ledger = await freshLedger();
    const activity = await ledger.tenant.activity();
    const load = await accountant(ledger);
    const { rows } = readOpeningFile(CSV);
    const known = [{ code: "PLOMB", id: activity }];
    expect(await load(rows, known, {}, { dryRun: true })).toMatchObject({ number: "0" });
    const done = await load(rows, known, {}, { idempotencyKey: "import-0001" });
    expect(done).toMatchObject({ number: "1" });
    expect(await load(rows, known, {}, { idempotencyKey: "import-0001" })).toEqual(done);
    const entry = await ledger.tenant.run((tx) =>
      findEntry(tx, ledger.tenant.organizationId, (done as { entryId: EntryId }).entryId),
    );
    expect(entry).toMatchObject({ journalCode: "AN", date: "2026-01-01", source: { kind: "ledger.opening" } });
    expect(entry?.lines.slice(5).map((item) => [item.account, item.activityId, item.debit - item.credit])).toEqual([
      ["5808", activity, -125_000n],
      ["5808", null, 125_000n],
    ]);
    expect(await load(rows, known)).toMatchObject({ code: "entry.openingExists" });
    expect((await ledger.post(sale(activity))).number).toBe(2n);
    const balances = await ledger.tenant.run((tx) =>
      balancesByActivity(tx, {
        organizationId: ledger.tenant.organizationId,
        activityId: activity,
        until: toDay("2026-12-31"),
      }),
    );
    expect(balances.find((row) => row.account === "411")?.debit).toBe(132_050n);
  });

  test("chaque ligne fautive est nommée, et rien n'est enregistré", async () => {
    const ledger = await freshLedger();
    const load = await accountant(ledger);
    const good = readOpeningFile(CSV).rows[1] as OpeningRow;
    const rows: OpeningRow[] = [
      good,
      { ...good, line: 3, activityCode: "PLOMB" },
      { ...good, line: 4, account: "4671" },
      { ...good, line: 5, account: "606" },
      { ...good, line: 6, account: "5129" },
      { ...good, line: 7, account: "9XX", accountLabel: "x" },
      { ...good, line: 8, debit: 0n as never },
      { ...good, line: 9, credit: 5n as never },
    ].filter((row) => row.account !== "9XX");
    const answer = await load(rows, []);
    expect(isRefusal(answer) && answer.code).toBe("opening.lines");
    const { errors } = answer as unknown as { errors: { line: number; refusal: { code: string } }[] };
    expect(errors.map(({ line, refusal }) => [line, refusal.code])).toEqual([
      [3, "opening.activityUnknown"],
      [5, "opening.operating"],
      [6, "opening.accountUnknown"],
      [8, "opening.noSide"],
      [9, "opening.bothSides"],
    ]);
    expect(await load([], [])).toMatchObject({ code: "opening.lines" });
    expect(await load([good], [])).toMatchObject({ errors: [{ line: 0, refusal: { code: "opening.unbalanced" } }] });
    expect((await ledger.post(sale(null))).number).toBe(1n);
  });

  test("après d'autres écritures, demande confirmation : le premier numéro est pris", async () => {
    const ledger = await freshLedger();
    await ledger.post(sale(null));
    const load = await accountant(ledger);
    const rows = readOpeningFile(CSV).rows.map((row) => ({ ...row, activityCode: "" }));
    expect(await load(rows, [])).toMatchObject({ code: "opening.late", field: "acceptLate", facts: { count: "1" } });
    expect(await load(rows, [], { acceptLate: "on" })).toMatchObject({ number: "2" });
  });

  test("attendus depuis la création, ils prennent le numéro 1 même plus tard", async () => {
    const ledger = await freshLedger({ opening: "expected" });
    expect((await ledger.post(sale(null))).number).toBe(2n);
    const load = await accountant(ledger);
    const rows = readOpeningFile(CSV).rows.map((row) => ({ ...row, activityCode: "" }));
    // January is locked by then; the à-nouveaux still go where they belong.
    await ledger.tenant.run((tx) => sql`update ledger.period set status = 'locked' where number = 1`.execute(tx));
    expect(await load(rows, [])).toMatchObject({ number: "1" });
    expect((await ledger.post(sale(null))).number).toBe(3n);
  });

  test("n'appartient qu'à ceux qui tiennent les livres", async () => {
    const load = await accountant(await freshLedger(), []);
    expect(await load(readOpeningFile(CSV).rows, [])).toMatchObject({ code: "opening.forbidden" });
  });
});

test("le FEC d'un autre logiciel devient l'ouverture : ses soldes, et son résultat en 120", async () => {
  const gatherer = new ClosingGatherer();
  const report = await validateFec(stream(utf8(GOOD)), { ...YEAR, onLine: (line) => gatherer.add(line) });
  expect(report.faults).toEqual([]);
  expect(gatherer.rows().map((row) => [row.account, row.auxiliaryCode, row.debit - row.credit])).toEqual([
    ["512", "", 220_000n],
    ["1068", "", -100_000n],
    ["44571", "", -20_000n],
    ["401", "F9", -5_005n],
    ["120", "", -94_995n],
  ]);
  const ledger = await freshLedger();
  const load = await accountant(ledger);
  expect(await load(gatherer.rows(), [])).toMatchObject({ number: "1" });
});
