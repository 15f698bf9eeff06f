import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toDay } from "#kernel/day.ts";
import type { ActivityId } from "#kernel/id.ts";
import { toCents } from "#kernel/money.ts";
import { type Account, chartOf } from "../account/account.ts";
import { pcg2025 } from "../account/pcg-2025.ts";
import { type FiscalYear, type FiscalYearId, planFiscalYear } from "../fiscal-year/fiscal-year.ts";
import {
  type Book,
  checkEntry,
  checkShape,
  creditOf,
  type DraftEntry,
  type DraftLine,
  debitOf,
  differenceByActivity,
  MAX_AMOUNT,
  reverseEntry,
} from "./entry.ts";
import { balanceByLink } from "./link.ts";

const PLUMBER = "0190a000-0000-7000-8000-000000000001" as ActivityId;
const TRAINER = "0190a000-0000-7000-8000-000000000002" as ActivityId;

function line(account: string, activityId: ActivityId | null, debit: number, credit: number): DraftLine {
  return { account, activityId, label: "ligne", debit: toCents(debit), credit: toCents(credit) };
}

function entry(lines: DraftLine[], changes: Partial<DraftEntry> = {}): DraftEntry {
  return {
    journalCode: "VE",
    date: toDay("2026-03-15"),
    label: "Facture 2026-0001",
    pieceRef: "2026-0001",
    pieceDate: toDay("2026-03-15"),
    source: { kind: "sales.invoice", id: "0190a000-0000-7000-8000-0000000000aa" },
    lines,
    ...changes,
  };
}

const year = planFiscalYear(toDay("2026-01-01"), toDay("2026-12-31"));
if ("refused" in year) throw new Error("year");
const fiscalYear: FiscalYear = { id: "fy" as FiscalYearId, opening: "none", ...year };

function book(changes: Partial<Book> = {}): Book {
  return { chart: chartOf(pcg2025), journals: new Set(["VE", "OD"]), fiscalYears: [fiscalYear], ...changes };
}

const invoice = entry([
  line("411", PLUMBER, 12_000, 0),
  line("706", PLUMBER, 0, 10_000),
  line("44571", PLUMBER, 0, 2_000),
]);

describe("une écriture", () => {
  test("équilibrée, dans une période ouverte, est acceptée", () => {
    expect(checkEntry(invoice, book())).toBeNull();
  });

  const cases: [string, DraftEntry, string][] = [
    ["sans libellé", entry(invoice.lines as DraftLine[], { label: "  " }), "entry.labelMissing"],
    ["sans pièce", entry(invoice.lines as DraftLine[], { pieceRef: "" }), "entry.pieceMissing"],
    ["d'une seule ligne", entry([line("411", PLUMBER, 1, 0)]), "entry.tooFewLines"],
    ["au débit négatif", entry([line("411", null, -5, 0), line("706", null, 0, -5)]), "entry.negative"],
    ["au crédit négatif", entry([line("411", null, 0, -5), line("706", null, 5, 0)]), "entry.negative"],
    ["des deux côtés", entry([line("411", null, 5, 5), line("706", null, 0, 5)]), "entry.bothSides"],
    ["sans montant", entry([line("411", null, 0, 0), line("706", null, 0, 5)]), "entry.noSide"],
    [
      "déséquilibrée d'un centime",
      entry([line("411", null, 12_001, 0), line("706", null, 0, 12_000)]),
      "entry.unbalanced",
    ],
    [
      "déséquilibrée par activité",
      entry([line("411", PLUMBER, 5, 0), line("706", TRAINER, 0, 5)]),
      "entry.unbalancedActivity",
    ],
    [
      "déséquilibrée aux services mutualisés",
      entry([line("411", null, 5, 0), line("706", TRAINER, 0, 5)]),
      "entry.unbalancedShared",
    ],
    [
      "d'un montant démesuré",
      entry([
        { ...line("411", null, 0, 0), debit: toCents(MAX_AMOUNT + 1n) },
        { ...line("706", null, 0, 0), credit: toCents(MAX_AMOUNT + 1n) },
      ]),
      "entry.tooLarge",
    ],
    ["d'un journal inconnu", entry(invoice.lines as DraftLine[], { journalCode: "ZZ" }), "entry.journalUnknown"],
    ["d'un compte inconnu", entry([line("999", null, 5, 0), line("706", null, 0, 5)]), "entry.accountUnknown"],
    ["d'un compte de titre", entry([line("41", null, 5, 0), line("706", null, 0, 5)]), "entry.accountHeading"],
    ["hors de tout exercice", entry(invoice.lines as DraftLine[], { date: toDay("2027-01-01") }), "entry.noFiscalYear"],
  ];
  test.each(cases)("%s est refusée", (_, draft, code) => {
    expect(checkEntry(draft, book())?.code).toBe(code);
  });

  test("à l'équilibre, l'écart est dit en euros", () => {
    const refusal = checkShape(entry([line("411", null, 12_050, 0), line("706", null, 0, 12_000)]));
    expect(refusal?.facts).toEqual({ debit: { money: "12050" }, credit: { money: "12000" }, gap: { money: "50" } });
  });

  test("dans une période verrouillée ou close est refusée", () => {
    for (const [status, code] of [
      ["locked", "entry.periodLocked"],
      ["closed", "entry.periodClosed"],
    ] as const) {
      const periods = fiscalYear.periods.map((period) => (period.number === 3 ? { ...period, status } : period));
      expect(checkEntry(invoice, book({ fiscalYears: [{ ...fiscalYear, periods }] }))?.code).toBe(code);
    }
  });

  test("sur un compte bloqué est refusée", () => {
    const blocked: Account[] = pcg2025.map((a) => (a.number === "706" ? { ...a, status: "blocked" } : a));
    expect(checkEntry(invoice, book({ chart: chartOf(blocked) }))?.code).toBe("entry.accountBlocked");
  });

  test("s'annule par ses côtés échangés, sans changer de journal ni de tiers", () => {
    const withCustomer = entry([
      { ...line("411", PLUMBER, 12_000, 0), auxiliary: { code: "C1", label: "Martin" }, dueDate: toDay("2026-04-14") },
      line("706", PLUMBER, 0, 12_000),
    ]);
    const reversal = reverseEntry(withCustomer, {
      date: toDay("2026-05-02"),
      label: "Annulation",
      pieceRef: "OD-1",
      pieceDate: toDay("2026-05-02"),
      source: { kind: "ledger.reversal", id: "x" },
    });
    expect(reversal.journalCode).toBe("VE");
    expect(reversal.lines[0]).toMatchObject({ account: "411", debit: 0n, credit: 12_000n, auxiliary: { code: "C1" } });
    expect(checkEntry(reversal, book())).toBeNull();
  });
});

describe("les comptes de liaison", () => {
  test("font passer la contribution : le même compte des deux côtés, 5801 entre l'activité et la coopérative", () => {
    const linked = balanceByLink(entry([line("6586", PLUMBER, 23_000, 0), line("6586", null, 0, 23_000)]), {
      account: "5801",
    });
    expect(linked.lines.slice(2)).toEqual([
      { account: "5801", activityId: PLUMBER, label: "Facture 2026-0001", debit: 0n, credit: 23_000n },
      { account: "5801", activityId: null, label: "Facture 2026-0001", debit: 23_000n, credit: 0n },
    ]);
    expect(checkEntry(linked, book())).toBeNull();
  });

  test("ne changent rien à une écriture déjà équilibrée par activité", () => {
    expect(balanceByLink(invoice, { account: "5808" })).toBe(invoice);
  });

  test("équilibrent toute écriture équilibrée en total, et leur propre somme est nulle", () => {
    const activities = [null, PLUMBER, TRAINER];
    const lines = fc.array(
      fc.record({
        activity: fc.integer({ min: 0, max: 2 }),
        amount: fc.integer({ min: 1, max: 1_000_000 }),
        debit: fc.boolean(),
      }),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(lines, (drawn) => {
        const drafted = drawn.map(({ activity, amount, debit }) =>
          line("471", activities[activity] ?? null, debit ? amount : 0, debit ? 0 : amount),
        );
        const gap = debitOf(drafted) - creditOf(drafted);
        const closing = gap === 0n ? [] : [line("512", null, gap < 0n ? Number(-gap) : 0, gap > 0n ? Number(gap) : 0)];
        const draft = entry([...drafted, ...closing, line("471", null, 1, 0), line("471", null, 0, 1)]);
        const linked = balanceByLink(draft, { account: "5808" });
        expect([...differenceByActivity(linked.lines).values()].every((difference) => difference === 0n)).toBe(true);
        const added = linked.lines.slice(draft.lines.length);
        expect(debitOf(added)).toBe(creditOf(added));
        expect(checkShape(linked)).toBeNull();
      }),
    );
  });
});
