/** Link lines 580x: what one activity owes another stays inside class 5, so that each activity's money is its own. */
import { type Cents, ZERO } from "#kernel/money.ts";
import { type DraftEntry, type DraftLine, differenceByActivity } from "./entry.ts";

/**
 * Adds, for every activity (or the shared services) whose lines do not balance, one line on the link account that
 * balances it. The link lines add up to zero when the entry balances in total; an entry already balanced per activity
 * is returned as it is.
 */
export function balanceByLink(draft: DraftEntry, link: { account: string; label?: string }): DraftEntry {
  const added: DraftLine[] = [];
  for (const [activityId, gap] of differenceByActivity(draft.lines)) {
    if (gap === 0n) continue;
    added.push({
      account: link.account,
      activityId,
      label: link.label ?? draft.label,
      debit: gap < 0n ? (-gap as Cents) : ZERO,
      credit: gap > 0n ? gap : ZERO,
    });
  }
  return added.length === 0 ? draft : { ...draft, lines: [...draft.lines, ...added] };
}
