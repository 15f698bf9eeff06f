/** The balance sheet and the profit-and-loss account, drawn from balances: sections of the PCG, totals that agree. */
import { type Cents, sum, ZERO } from "#kernel/money.ts";

/** A balance with the balance of the year before; amounts are debit less credit. */
export type StatementBalance = { readonly account: string; readonly amount: Cents; readonly earlier: Cents };

/** A line as it is read: positive is what its section is about. */
export type StatementRow = StatementBalance;

export type SectionKey =
  | "operatingIncome"
  | "operatingExpense"
  | "financialIncome"
  | "financialExpense"
  | "exceptionalIncome"
  | "exceptionalExpense"
  | "taxes"
  | "fixedAssets"
  | "stocks"
  | "receivables"
  | "cash"
  | "equity"
  | "loans"
  | "debts"
  | "overdraft";

export type Section = {
  readonly key: SectionKey;
  readonly rows: readonly StatementRow[];
  readonly total: Cents;
  readonly earlier: Cents;
};

export type Amounts = { readonly amount: Cents; readonly earlier: Cents };

export type ProfitAndLoss = {
  readonly sections: readonly Section[];
  readonly operating: Amounts;
  readonly result: Amounts;
};

export type BalanceSheet = {
  readonly assets: readonly Section[];
  readonly liabilities: readonly Section[];
  readonly totalAssets: Amounts;
  /** Equal to the assets, the result of the year included. */
  readonly totalLiabilities: Amounts;
};

const PROFIT_AND_LOSS: readonly [SectionKey, RegExp, 1 | -1][] = [
  ["financialIncome", /^(76|786|796)/, -1],
  ["exceptionalIncome", /^(77|787|797)/, -1],
  ["operatingIncome", /^7/, -1],
  ["financialExpense", /^(66|686)/, 1],
  ["exceptionalExpense", /^(67|687)/, 1],
  ["taxes", /^69/, 1],
  ["operatingExpense", /^6/, 1],
];
const ORDER: readonly SectionKey[] = [
  "operatingIncome",
  "operatingExpense",
  "financialIncome",
  "financialExpense",
  "exceptionalIncome",
  "exceptionalExpense",
  "taxes",
];

function flip({ account, amount, earlier }: StatementBalance, sign: 1 | -1): StatementRow {
  return sign === 1 ? { account, amount, earlier } : { account, amount: -amount as Cents, earlier: -earlier as Cents };
}

function section(key: SectionKey, rows: readonly StatementRow[]): Section {
  return { key, rows, total: sum(rows.map((row) => row.amount)), earlier: sum(rows.map((row) => row.earlier)) };
}

function present(sections: readonly Section[]): Section[] {
  return sections.filter(({ rows }) => rows.length > 0);
}

/** Income and expenses of the year, from operations to the result. */
export function profitAndLossOf(balances: readonly StatementBalance[]): ProfitAndLoss {
  const rows = new Map<SectionKey, StatementRow[]>();
  for (const balance of balances) {
    const found = PROFIT_AND_LOSS.find(([, accounts]) => accounts.test(balance.account));
    if (found) rows.set(found[0], [...(rows.get(found[0]) ?? []), flip(balance, found[2])]);
  }
  const sections = present(ORDER.map((key) => section(key, rows.get(key) ?? [])));
  const net = (keep: (key: SectionKey) => boolean): Amounts => {
    const signed = sections
      .filter(({ key }) => keep(key))
      .map(({ key, total, earlier }) =>
        key.endsWith("Income") ? { total, earlier } : { total: -total as Cents, earlier: -earlier as Cents },
      );
    return { amount: sum(signed.map(({ total }) => total)), earlier: sum(signed.map(({ earlier }) => earlier)) };
  };
  return { sections, operating: net((key) => key.startsWith("operating")), result: net(() => true) };
}

/**
 * What is owned and what is owed. An account of class 4 stands where its balance puts it; class 5 is one sum, since the
 * money of an activity is its bank and its links together (580x); amortisation lessens what it amortises.
 */
export function balanceSheetOf(balances: readonly StatementBalance[]): BalanceSheet {
  const { result } = profitAndLossOf(balances);
  const of = (pattern: RegExp) => balances.filter(({ account }) => pattern.test(account));
  const money = of(/^5/);
  const held = sum(money.map(({ amount }) => amount)) >= 0n;
  const thirdParties = of(/^4/);
  const owedToUs = (row: StatementBalance) =>
    row.account.startsWith("49") || (row.amount === 0n ? row.earlier > 0n : row.amount > 0n);
  const down = (rows: readonly StatementBalance[]) => rows.map((row) => flip(row, -1));
  const assets = present([
    section("fixedAssets", of(/^2/)),
    section("stocks", of(/^3/)),
    section("receivables", thirdParties.filter(owedToUs)),
    section("cash", held ? money : []),
  ]);
  const liabilities = present([
    section("equity", down(of(/^1[0-5]/))),
    section("loans", down(of(/^1[6-9]/))),
    section("debts", down(thirdParties.filter((row) => !owedToUs(row)))),
    section("overdraft", held ? [] : down(money)),
  ]);
  const total = (sections: readonly Section[], more: Amounts = { amount: ZERO, earlier: ZERO }): Amounts => ({
    amount: sum([more.amount, ...sections.map((one) => one.total)]),
    earlier: sum([more.earlier, ...sections.map((one) => one.earlier)]),
  });
  return { assets, liabilities, totalAssets: total(assets), totalLiabilities: total(liabilities, result) };
}
