import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, toDay } from "#kernel/day.ts";
import { type Cents, toCents, toDecimalString, ZERO } from "#kernel/money.ts";
import { balancesByHledger, hledgerPresent } from "#testing/hledger.ts";
import { type FecLine, fecAmount, fecFileName } from "./fec-line.ts";
import { countOf } from "./fec-report.ts";
import { validateFec } from "./fec-validator.ts";
import { describeFec, fecHeader, fecRecord, writeFec } from "./fec-writer.ts";
import { type JournalEntry, writeHledgerJournal } from "./hledger-journal.ts";

const sale: FecLine = {
  journalCode: "VE",
  journalLabel: "Ventes",
  number: 12n,
  date: toDay("2026-03-10"),
  account: "411",
  accountLabel: "Clients",
  auxiliaryCode: "C00042",
  auxiliaryLabel: "Menuiserie Martin",
  pieceRef: "2026-0042",
  pieceDate: toDay("2026-03-10"),
  label: "Facture 2026-0042",
  debit: toCents(123_456),
  credit: ZERO,
  letter: "AB",
  letteredOn: toDay("2026-04-02"),
  postedOn: toDay("2026-03-11"),
  activityCode: "ACT01",
  activityLabel: "Plomberie des Alpes",
};

describe("l'écriture du FEC", () => {
  test("dix-huit colonnes, puis le code et le libellé analytiques ; tabulations, virgule, CR LF", () => {
    expect(fecHeader).toBe(
      "JournalCode\tJournalLib\tEcritureNum\tEcritureDate\tCompteNum\tCompteLib\tCompAuxNum\tCompAuxLib\tPieceRef\tPieceDate\tEcritureLib\tDebit\tCredit\tEcritureLet\tDateLet\tValidDate\tMontantdevise\tIdevise\tCodeAnalytique\tLibAnalytique\r\n",
    );
    expect(fecRecord(sale)).toBe(
      "VE\tVentes\t12\t20260310\t411\tClients\tC00042\tMenuiserie Martin\t2026-0042\t20260310\tFacture 2026-0042\t1234,56\t0,00\tAB\t20260402\t20260311\t\t\tACT01\tPlomberie des Alpes\r\n",
    );
  });

  test("aucun séparateur, guillemet ou saut de ligne n'entre dans une zone", () => {
    const record = fecRecord({ ...sale, label: 'a\tb|c"d\r\ne\u0000', auxiliaryLabel: " x " });
    expect(record.split("\t")).toHaveLength(20);
    expect(record.split("\t")[10]).toBe("a b c d  e");
    expect(record.split("\t")[7]).toBe("x");
  });

  test("les montants n'ont ni séparateur de milliers ni point", () => {
    expect([0, 5, -5, 100, 123_456_789].map((cents) => fecAmount(toCents(cents)))).toEqual([
      "0,00",
      "0,05",
      "-0,05",
      "1,00",
      "1234567,89",
    ]);
  });

  test("le nom porte le SIREN et la clôture", () => {
    expect(fecFileName("123456789", toDay("2026-12-31"))).toBe("123456789FEC20261231.txt");
  });

  test("la description dit la forme, les colonnes, les journaux et les totaux", () => {
    const text = describeFec({
      siren: "123456789",
      legalName: "Essaim SCOP",
      start: toDay("2026-01-01"),
      end: toDay("2026-12-31"),
      writtenOn: toDay("2027-03-01"),
      lines: 9n,
      entries: 4n,
      debit: toCents(345_005),
      credit: toCents(345_005),
      journals: [{ code: "VE", label: "Ventes" }],
      software: "Essaim 0.1.0",
    });
    for (const part of [
      "123456789FEC20261231.txt",
      "tabulation",
      "UTF-8",
      "20. LibAnalytique",
      "VE : Ventes",
      "3450,05",
    ]) {
      expect(text).toContain(part);
    }
  });
});

/** Random but balanced entries, with texts that want to break the file. */
const books = fc.array(
  fc.record({
    parts: fc.array(fc.integer({ min: 1, max: 10_000_000 }), { minLength: 1, maxLength: 6 }),
    label: fc.string({
      minLength: 1,
      maxLength: 30,
      unit: fc.constantFrom("a", "é", "\t", "|", '"', "\n", "€", "œ", " "),
    }),
    day: fc.integer({ min: 0, max: 364 }),
  }),
  { minLength: 1, maxLength: 20 },
);

function linesOf(book: { parts: number[]; label: string; day: number }[]): FecLine[] {
  let validated = toDay("2026-12-31");
  return book.flatMap(({ parts, label, day }, index) => {
    validated = addDays(validated, 1);
    const common = {
      ...sale,
      number: BigInt(index + 1),
      date: addDays(toDay("2026-01-01"), day),
      label: `x${label}`,
      postedOn: validated,
      letter: "",
      letteredOn: null,
    };
    const credits = parts.map((part) => ({
      ...common,
      account: "706",
      accountLabel: "Prestations",
      auxiliaryCode: "",
      auxiliaryLabel: "",
      debit: ZERO,
      credit: toCents(part),
    }));
    const total = parts.reduce((sum, part) => sum + part, 0);
    return [{ ...common, debit: toCents(total), credit: ZERO }, ...credits];
  });
}

async function* encode(texts: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  for await (const text of texts) yield new TextEncoder().encode(text);
}

test("tout fichier que nous écrivons passe notre validateur, avec les mêmes totaux", async () => {
  await fc.assert(
    fc.asyncProperty(books, async (book) => {
      const lines = linesOf(book);
      const report = await validateFec(encode(writeFec(lines, 7)), { fileName: "123456789FEC20261231.txt" });
      expect(report.faults).toEqual([]);
      expect(report.lines).toBe(lines.length);
      expect(report.debit).toBe(lines.reduce((total, line) => total + line.debit, 0n));
      expect(countOf(report, "warning")).toBe(0);
    }),
    { numRuns: 60 },
  );
});

describe("hledger, outil indépendant (paquet Debian)", () => {
  test.skipIf(!hledgerPresent)("lit notre journal et trouve les mêmes soldes au centime", async () => {
    const entries: JournalEntry[] = Array.from({ length: 200 }, (_, index) => {
      const amount = toCents(10_007 * (index + 1) + index);
      const tax = toCents((amount * 2n) / 10n);
      const line = (account: string, activityCode: string, debit: Cents, credit: Cents) => ({
        account,
        activityCode,
        label: "l'achat ; n° 5",
        debit,
        credit,
      });
      const activity = index % 3 === 0 ? "" : `ACT${index % 3}`;
      return {
        number: BigInt(index + 1),
        date: addDays(toDay("2026-01-01"), index),
        journalCode: "VE",
        label: "Facture ; | (bois)",
        pieceRef: `F,${index}`,
        lines: [
          line("411", activity, toCents(amount + tax), ZERO),
          line("706", activity, ZERO, amount),
          line("44571", activity, ZERO, tax),
        ],
      };
    });
    const balances = new Map<string, bigint>();
    for (const { lines } of entries) {
      for (const line of lines) {
        const key = `${line.account}:${line.activityCode || "MUTUALISE"}`;
        balances.set(key, (balances.get(key) ?? 0n) + line.debit - line.credit);
      }
    }
    let journal = "";
    for await (const part of writeHledgerJournal(entries)) journal += part;
    const read = await balancesByHledger(journal);
    expect(read).toEqual(
      new Map([...balances].map(([account, balance]) => [account, `${toDecimalString(toCents(balance))} EUR`])),
    );
  });
});
