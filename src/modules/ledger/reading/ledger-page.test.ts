import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toCents } from "#kernel/money.ts";
import { ledgerPage } from "./ledger-page.ts";

/** Accounts with so many lines each; each line adds one cent, so a running balance tells its rank. */
const ledgerOf = (...counts: number[]) =>
  counts.map((count, index) => ({
    account: String(411 + index),
    before: toCents(1000),
    lines: Array.from({ length: count }, (_, rank) => ({ running: toCents(1001 + rank) })),
  }));

describe("Le grand livre, page par page", () => {
  it("un compte coupé reprend là où la page d’avant l’a laissé", () => {
    const { accounts, page, pageCount } = ledgerPage(ledgerOf(3, 2), 2, 2);
    expect({ page, pageCount }).toEqual({ page: 2, pageCount: 3 });
    expect(accounts).toEqual([
      { account: "411", before: 1000n, carried: 1002n, lines: [{ running: 1003n }] },
      { account: "412", before: 1000n, carried: null, lines: [{ running: 1001n }] },
    ]);
  });

  it("une page demandée n’importe comment est la première ou la dernière ; sans ligne, il y a une page vide", () => {
    expect(ledgerPage(ledgerOf(5), 99, 2)).toMatchObject({ page: 3, accounts: [{ lines: [{ running: 1005n }] }] });
    expect(ledgerPage(ledgerOf(5), -1, 2).page).toBe(1);
    expect(ledgerPage([], 1, 2)).toEqual({ accounts: [], page: 1, pageCount: 1 });
  });

  it("aucune ligne n’est perdue ni montrée deux fois, et chaque report est le solde de la ligne d’avant", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 6 }),
        fc.integer({ min: 1, max: 7 }),
        (counts, size) => {
          const ledger = ledgerOf(...counts);
          const { pageCount } = ledgerPage(ledger, 1, size);
          const pages = Array.from({ length: pageCount }, (_, index) => ledgerPage(ledger, index + 1, size).accounts);
          const shown = pages.flat().flatMap(({ account, lines }) => lines.map((line) => `${account} ${line.running}`));
          expect(shown).toEqual(
            ledger.flatMap(({ account, lines }) => lines.map((line) => `${account} ${line.running}`)),
          );
          for (const { carried, lines } of pages.flat()) {
            if (carried !== null) expect(lines[0]?.running).toBe(carried + 1n);
            else expect(lines[0]?.running).toBe(1001n);
          }
        },
      ),
    );
  });
});
