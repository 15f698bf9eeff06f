/** What a sale of the lead owes the activities of the others: the split that was submitted, to the cent. Pure. */
import { allocate } from "#kernel/allocation.ts";
import type { Day } from "#kernel/day.ts";
import type { ActivityId } from "#kernel/id.ts";
import { absolute, type Cents, sum, ZERO } from "#kernel/money.ts";
import { balanceByLink, type DraftEntry, defaultAccounts, journalCodes } from "#modules/ledger/index.ts";
import type { Part } from "../bid/bid.ts";

export type Share = { readonly activityId: ActivityId; readonly amount: Cents };

/** By largest remainder over the submitted amounts. What stays in the lead's own activity moves nowhere. */
export function sharesOf(net: Cents, parts: readonly Pick<Part, "activityId" | "amount">[], lead: ActivityId): Share[] {
  const amounts = allocate(
    net,
    parts.map(({ amount }) => amount),
  );
  const found = new Map<ActivityId, Cents>();
  for (const [index, { activityId }] of parts.entries()) {
    if (activityId === null || activityId === lead) continue;
    found.set(activityId, sum([found.get(activityId) ?? ZERO, amounts[index] ?? ZERO]));
  }
  return [...found].flatMap(([activityId, amount]) => (amount === ZERO ? [] : [{ activityId, amount }]));
}

export type SplitToPost = {
  readonly bidId: string;
  readonly label: string;
  /** Of the document that made the sale. */
  readonly number: string;
  readonly date: Day;
  readonly lead: ActivityId;
  readonly shares: readonly Share[];
};

/**
 * The same account on both sides, so that the cooperative sells nothing to itself: no VAT, no turnover; the link account
 * gives each activity what is its own.
 */
export function splitEntry({ bidId, label, number, date, lead, shares }: SplitToPost): DraftEntry {
  const account = defaultAccounts.internalSale;
  const lines = shares.flatMap(({ activityId, amount }) => {
    const [from, to] = amount > 0n ? [lead, activityId] : [activityId, lead];
    const cents = absolute(amount);
    return [
      { account, activityId: from, label, debit: cents, credit: ZERO },
      { account, activityId: to, label, debit: ZERO, credit: cents },
    ];
  });
  const draft = {
    ...{ journalCode: journalCodes.miscellaneous, date, label, pieceRef: number, pieceDate: date },
    ...{ source: { kind: "bid.bid", id: bidId }, lines },
  };
  return balanceByLink(draft, { account: defaultAccounts.linkInternal, label });
}
