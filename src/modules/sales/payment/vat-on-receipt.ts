/** VAT that falls due when the money comes: computed from the facts of a document, never kept on the side. */

import { add, type Cents, prorate, subtract, sum, ZERO } from "#kernel/money.ts";
import type { FrozenClaimGroup } from "../invoice/invoice-entry.ts";

/** A settlement of a document by another one: a credit note and its invoice settle each other, without money. */
export type SetOff = {
  readonly amount: Cents;
  /** The credit note's own claim: its VAT leaves both documents in proportion of the set-off. */
  readonly credit: readonly FrozenClaimGroup[];
};

/** What has happened to a document so far. */
export type Settlement = {
  /** Money received (or given back, on a credit note), written-off cents included. */
  readonly cash: Cents;
  readonly setOffs: readonly SetOff[];
};

/**
 * VAT due so far, by group of the claim: round2(VAT of the rate × cumulative paid ÷ claim with VAT), all that is left
 * once the document is settled. What a credit note set off is taken out first, amount and VAT alike.
 */
export function vatDueOnReceipt(claim: readonly FrozenClaimGroup[], settlement: Settlement): Cents[] {
  const claimed = dueOf(claim);
  const setOff = sum(settlement.setOffs.map((item) => item.amount));
  const base = subtract(claimed, setOff);
  return claim.map((group) => {
    const taken = sum(
      settlement.setOffs.map((item) => {
        const own = item.credit.find(
          (other) => other.vat.rate === group.vat.rate && other.vat.category === group.vat.category,
        );
        return own === undefined ? ZERO : prorate(own.taxOnReceipt, item.amount, dueOf(item.credit));
      }),
    );
    return base === 0n ? ZERO : prorate(subtract(group.taxOnReceipt, taken), settlement.cash, base);
  });
}

export function dueOf(claim: readonly FrozenClaimGroup[]): Cents {
  return sum(claim.map((group) => add(group.net, group.tax)));
}

/** VAT that moves from waiting to due (negative: back) between two states of a document. */
export function vatMoved(claim: readonly FrozenClaimGroup[], before: Settlement, after: Settlement): Cents {
  return subtract(sum(vatDueOnReceipt(claim, after)), sum(vatDueOnReceipt(claim, before)));
}
