/** The posting rule of the contribution (money.md, « Entries »): neutral account by account inside the SIREN. */
import type { Day, Month } from "#kernel/day.ts";
import type { ActivityId } from "#kernel/id.ts";
import { absolute, type Cents, ZERO } from "#kernel/money.ts";
import { type DraftEntry, type DraftLine, journalCodes } from "#modules/ledger/index.ts";
import { month as monthText } from "#ui/format.ts";
import type { ContributionSettings } from "../settings.ts";

export type ContributionToPost = {
  readonly runId: string;
  readonly month: Month;
  readonly sequence: number;
  readonly date: Day;
  readonly activityId: ActivityId;
  readonly activityName: string;
  /** Cents: positive is paid by the activity, negative is given back. Never zero. */
  readonly amount: Cents;
};

/** "CO-2026-11"; a correction: "CO-2026-11-2". */
export function pieceRef(month: Month, sequence: number): string {
  return sequence === 1 ? `CO-${month}` : `CO-${month}-${sequence}`;
}

/**
 * Activity: contribution account debited, link account credited. Shared services: link account debited, the same
 * contribution account credited. Given back: sides exchanged.
 */
export function contributionEntry(
  post: ContributionToPost,
  { account, link }: Pick<ContributionSettings, "account" | "link">,
): DraftEntry {
  const { activityId, amount, month, sequence, date } = post;
  const label = `Contribution ${monthText(month)} ${post.activityName}`.slice(0, 200);
  const line = (number: string, activity: ActivityId | null, debited: boolean): DraftLine => ({
    account: number,
    activityId: activity,
    label,
    debit: debited === amount > 0n ? absolute(amount) : ZERO,
    credit: debited === amount > 0n ? ZERO : absolute(amount),
  });
  return {
    journalCode: journalCodes.contribution,
    date,
    label,
    pieceRef: pieceRef(month, sequence),
    pieceDate: date,
    source: { kind: "contribution.run", id: post.runId },
    lines: [
      line(account, activityId, true),
      line(link, activityId, false),
      line(link, null, true),
      line(account, null, false),
    ],
  };
}
