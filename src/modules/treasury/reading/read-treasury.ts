/** The treasury of an activity, read from the balances of its accounts: nothing is computed on the side. */
import { add, type Cents, negate, sum, toCents } from "#kernel/money.ts";
import { precision } from "./account-prefixes.ts";
import type { Section, TreasuryLineSetting, TreasurySetting } from "./treasury-setting.ts";

/** Balances of accounts, debit − credit in cents: of one activity, at one date, all years included. */
export type Balances = ReadonlyMap<string, Cents>;

export type TreasuryLine = {
  readonly key: string;
  readonly label: string | null;
  readonly section: Section;
  /** debit − credit: what is owed is negative. */
  readonly amount: Cents;
  /** The accounts that make it, by number: each drills down to its ledger lines. */
  readonly accounts: readonly { readonly account: string; readonly amount: Cents }[];
};

export type TreasuryReading = {
  readonly lines: readonly TreasuryLine[];
  readonly reference: Cents;
  readonly future: Cents;
  readonly otherClass4: Cents;
  readonly balanceSheet: Cents;
  /** The sum of all the lines: equal to class 7 − class 6 since the activity balances. */
  readonly result: Cents;
  /** class 7 − class 6: another value than `result` would mean that the activity does not balance. */
  readonly profitAndLoss: Cents;
};

const REST: readonly TreasuryLineSetting[] = [
  { key: "otherClass4", label: null, section: "otherClass4", accounts: { include: [], exclude: [] } },
  { key: "balanceSheet", label: null, section: "balanceSheet", accounts: { include: [], exclude: [] } },
];

/** Reads the lines in the order of the setting, then the rest. Accounts of class 8 and 9 are outside the accounts. */
export function readTreasury(setting: TreasurySetting, balances: Balances): TreasuryReading {
  const settings = [...setting.lines, ...REST];
  const accounts = new Map(settings.map((line) => [line, [] as { account: string; amount: Cents }[]]));
  for (const [account, amount] of balances) {
    const line = /^[1-5]/.test(account) ? lineOf(settings, account) : null;
    if (line !== null && amount !== 0n) accounts.get(line)?.push({ account, amount });
  }
  const lines = settings.map((line): TreasuryLine => {
    const own = (accounts.get(line) ?? []).sort((a, b) => (a.account < b.account ? -1 : 1));
    const { key, label, section } = line;
    return { key, label, section, amount: sum(own.map((item) => item.amount)), accounts: own };
  });
  const of = (section: Section) => sum(lines.filter((line) => line.section === section).map((line) => line.amount));
  const reference = of("reference");
  const future = add(reference, of("future"));
  const otherClass4 = of("otherClass4");
  const balanceSheet = of("balanceSheet");
  return {
    lines,
    reference,
    future,
    otherClass4,
    balanceSheet,
    result: sum([future, otherClass4, balanceSheet]),
    profitAndLoss: profitAndLoss(balances),
  };
}

function lineOf(settings: readonly TreasuryLineSetting[], account: string): TreasuryLineSetting | null {
  let found: TreasuryLineSetting | null = null;
  let best = 0;
  for (const line of settings) {
    const length = precision(line.accounts, account);
    if (length > best) {
      best = length;
      found = line;
    }
  }
  if (found !== null) return found;
  const rest = account.startsWith("4") ? "otherClass4" : "balanceSheet";
  return settings.find((line) => line.key === rest) ?? null;
}

function profitAndLoss(balances: Balances): Cents {
  let total = toCents(0);
  for (const [account, amount] of balances) if (/^[67]/.test(account)) total = add(total, amount);
  return negate(total);
}
