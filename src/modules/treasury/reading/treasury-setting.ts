/** The lines of a treasury as a cooperative reads it: accounts by prefixes, in three readings that add up. */
import { isRefusal, refuse } from "#kernel/refusal.ts";
import { defaultAccounts } from "#modules/ledger/index.ts";
import type { fr } from "../treasury.fr.ts";
import { type AccountPrefixes, parsePrefixes, type TreasuryRefusal } from "./account-prefixes.ts";

/** reference: counted as money to rely on; future: once everybody has paid; the rest completes up to the result. */
export const SECTIONS = ["reference", "future", "otherClass4", "balanceSheet"] as const;
export type Section = (typeof SECTIONS)[number];
export type LineKey = keyof typeof fr.lines;

export type TreasuryLineSetting = {
  /** A known line, whose words are in the language files, or the cooperative's own key with its label. */
  readonly key: LineKey | (string & {});
  readonly label: string | null;
  readonly section: Section;
  readonly accounts: AccountPrefixes;
};

/**
 * The lines, in the order shown. An account goes to the line that names it by its longest prefix, else to the rest of
 * class 4, else to the rest of the balance sheet: each account counts once, whatever the setting.
 */
export type TreasurySetting = { readonly lines: readonly TreasuryLineSetting[] };

export type TreasuryOptions = {
  /** Building trades: retention money, disputed customers, fixed assets and deposits paid to suppliers apart. */
  readonly buildingTrades: boolean;
};

function line(key: LineKey, section: Section, accounts: string): TreasuryLineSetting {
  const prefixes = parsePrefixes(accounts);
  if (isRefusal(prefixes)) throw new RangeError(`not account prefixes: ${accounts}`);
  return { key, label: null, section, accounts: prefixes };
}

/**
 * The lines as practitioners read them. The longest prefix wins, so waiting VAT leaves the taxes for the customers, and
 * the accounts that building trades show apart leave their families, without being excluded there.
 */
export function treasurySetting({ buildingTrades }: TreasuryOptions): TreasurySetting {
  // Not a tax to pay before the customer pays: it goes with the customers. The accounts are those that acts post to.
  const waitingVat = `${defaultAccounts.vatDeductibleWaiting},${defaultAccounts.vatCollectedWaiting}`;
  const usual = [
    line("cash", "reference", "5"),
    line("taxes", "reference", "42,-421,-425,43,44"),
    line("suppliers", "reference", "40"),
    line("salaries", "future", "421"),
    line("customers", "future", `41,${waitingVat}`),
    line("expenseClaims", "future", defaultAccounts.expenseClaim),
  ];
  if (!buildingTrades) return { lines: usual };
  return {
    lines: [
      ...usual,
      line("retention", "future", "4117"),
      line("disputedCustomers", "future", "416"),
      line("supplierDeposits", "future", "4091"),
      line("fixedAssets", "balanceSheet", "2"),
    ],
  };
}

/** The faults of a setting typed by an accountant: accounts of results, an account in two lines, a name used twice. */
export function checkTreasurySetting({ lines }: TreasurySetting): TreasuryRefusal[] {
  const faults: TreasuryRefusal[] = [];
  const owner = new Map<string, number>();
  const keys = new Set<string>();
  lines.forEach(({ key, accounts }, index) => {
    if (keys.has(key)) faults.push(refuse("invalid", "treasury.keyTwice", { key }, `lines.${index}.key`));
    keys.add(key);
    for (const prefix of accounts.include) {
      const field = `lines.${index}.accounts`;
      if (!/^[1-5]/.test(prefix)) faults.push(refuse("invalid", "treasury.notBalanceSheet", { prefix }, field));
      const other = owner.get(prefix);
      if (other !== undefined)
        faults.push(refuse("invalid", "treasury.prefixTwice", { prefix, line: String(other) }, field));
      owner.set(prefix, index + 1);
    }
  });
  return faults;
}
