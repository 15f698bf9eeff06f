import { describe, expect, test } from "vitest";
import { toCents } from "#kernel/money.ts";
import { balanceSheetOf, profitAndLossOf, type Section, type StatementBalance } from "./statements.ts";

const books = (balances: Readonly<Record<string, number>>): StatementBalance[] =>
  Object.entries(balances).map(([account, amount]) => ({
    account,
    amount: toCents(amount),
    earlier: toCents(0),
  }));
const read = (sections: readonly Section[]) =>
  Object.fromEntries(
    sections.map(({ key, total, rows }) => [key, [total, ...rows.map(({ account }) => account)]] as const),
  );

/** A year of an activity: 10 000 of sales, 3 000 of purchases, 100 of interest, 50 of a fine, 20 of tax. */
const YEAR = books({
  "101": -500_00,
  "120": -1_000_00,
  "164": -2_000_00,
  "2183": 3_000_00,
  "28183": -600_00,
  "37": 400_00,
  "411": 2_400_00,
  "491": -100_00,
  "401": -700_00,
  "44571": -400_00,
  "512": 9_000_00,
  "5801": -2_670_00,
  "606": 3_000_00,
  "661": 100_00,
  "671": 50_00,
  "695": 20_00,
  "706": -10_000_00,
});

describe("Le bilan et le compte de résultat", () => {
  test("rangent chaque compte dans sa rubrique, et le résultat suit les produits et les charges", () => {
    const { sections, operating, result } = profitAndLossOf(YEAR);
    expect(read(sections)).toEqual({
      operatingIncome: [10_000_00n, "706"],
      operatingExpense: [3_000_00n, "606"],
      financialExpense: [100_00n, "661"],
      exceptionalExpense: [50_00n, "671"],
      taxes: [20_00n, "695"],
    });
    expect([operating.amount, result.amount]).toEqual([7_000_00n, 6_830_00n]);
  });

  test("l'actif égale le passif : les amortissements diminuent les immobilisations, la liaison est de la trésorerie", () => {
    const { assets, liabilities, totalAssets, totalLiabilities } = balanceSheetOf(YEAR);
    expect(read(assets)).toEqual({
      fixedAssets: [2_400_00n, "2183", "28183"],
      stocks: [400_00n, "37"],
      receivables: [2_300_00n, "411", "491"],
      cash: [6_330_00n, "512", "5801"],
    });
    expect(read(liabilities)).toEqual({
      equity: [1_500_00n, "101", "120"],
      loans: [2_000_00n, "164"],
      debts: [1_100_00n, "401", "44571"],
    });
    expect(totalAssets.amount).toBe(11_430_00n);
    expect(totalLiabilities.amount).toBe(totalAssets.amount);
  });

  test("une activité à découvert : sa trésorerie passe au passif, entière", () => {
    const { assets, liabilities, totalAssets, totalLiabilities } = balanceSheetOf(
      books({ "411": 100_00, "5801": -300_00, "512": 50_00, "606": 150_00 }),
    );
    expect(read(assets)).toEqual({ receivables: [100_00n, "411"] });
    expect(read(liabilities)).toEqual({ overdraft: [250_00n, "512", "5801"] });
    expect([totalAssets.amount, totalLiabilities.amount]).toEqual([100_00n, 100_00n]);
  });

  test("sans rien, ne disent rien", () => {
    expect(profitAndLossOf([])).toMatchObject({ sections: [], result: { amount: 0n } });
    expect(balanceSheetOf([])).toMatchObject({ assets: [], totalAssets: { amount: 0n } });
  });
});
