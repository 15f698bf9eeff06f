/** What may be paid from an activity: the reference treasury, less what is already promised. */
import { type Cents, negate, sum } from "#kernel/money.ts";
import type { TreasuryReading } from "../reading/read-treasury.ts";
import type { fr } from "../treasury.fr.ts";

export type AvailableSetting = {
  /** Invoices not yet collected count as available: some cooperatives pay before the customer does. */
  readonly countsUncollected: boolean;
};

/** What the ledger does not know yet, in cents, positive amounts. */
export type NotInLedger = {
  /** Contribution computed and not yet posted (negative when it will be given back). */
  readonly contribution: Cents;
  /** Provisions not already in the ledger. */
  readonly provisions: Cents;
  /** What must stay in the activity. */
  readonly reserve: Cents;
};

export type AvailableLine = { readonly key: keyof typeof fr.availableLines; readonly amount: Cents };
export type Available = {
  /** They add up to `amount`. */
  readonly lines: readonly AvailableLine[];
  /** Negative when the activity is short of money. */
  readonly amount: Cents;
};

/** Available to pay, with the lines that make it. Lines at zero are left out, but for the reference treasury. */
export function availableToPay(
  reading: TreasuryReading,
  { contribution, provisions, reserve }: NotInLedger,
  { countsUncollected }: AvailableSetting,
): Available {
  const customers = sum(reading.lines.filter((line) => line.key === "customers").map((line) => line.amount));
  const all: AvailableLine[] = [
    { key: "customers", amount: countsUncollected ? customers : sum([]) },
    { key: "contribution", amount: negate(contribution) },
    { key: "provisions", amount: negate(provisions) },
    { key: "reserve", amount: negate(reserve) },
  ];
  const lines: AvailableLine[] = [
    { key: "reference", amount: reading.reference },
    ...all.filter((line) => line.amount !== 0n),
  ];
  return { lines, amount: sum(lines.map((line) => line.amount)) };
}
