/** The posting rule of shares (PCG 2025, capital that varies): what each movement writes in the books. Pure. */
import type { Day } from "#kernel/day.ts";
import type { ActivityId } from "#kernel/id.ts";
import { type Cents, subtract, ZERO } from "#kernel/money.ts";
import {
  type Auxiliary,
  balanceByLink,
  type DraftEntry,
  type DraftLine,
  defaultAccounts,
  journalCodes,
} from "#modules/ledger/index.ts";
import type { Move, ShareMovementId } from "./share.ts";

export const SHARE_SOURCE = "governance.share_movement";

/** Capital called and not paid, called and paid, what associates owe of it, what they are to be given back. */
export const SHARE_ACCOUNTS = { called: "1012", paid: "1013", owed: "4562", toRefund: "4567" } as const;

export type MoveToPost = {
  readonly id: ShareMovementId;
  readonly kind: Move;
  readonly effectOn: Day;
  readonly amount: Cents;
  readonly unpaid: Cents;
  /** Withheld from the pay of this activity's work. */
  readonly activityId: ActivityId | null;
  readonly associate: { readonly number: number; readonly name: string };
  /** « Souscription de 10 parts, Samira Roux ». */
  readonly label: string;
};

export const auxiliaryOf = ({ number, name }: MoveToPost["associate"]): Auxiliary => ({
  code: `ASC${String(number).padStart(4, "0")}`,
  label: name,
});

export function shareEntry(move: MoveToPost): DraftEntry {
  const { kind, amount, unpaid, label, effectOn, associate } = move;
  const { called, paid, owed, toRefund } = SHARE_ACCOUNTS;
  const auxiliary = auxiliaryOf(associate);
  const line = (account: string, side: "debit" | "credit", value: Cents, more: Partial<DraftLine> = {}): DraftLine => ({
    ...{ account, activityId: null, label },
    ...{ debit: side === "debit" ? value : ZERO, credit: side === "credit" ? value : ZERO },
    ...more,
  });
  const own = { auxiliary };
  const becomesPaid = [line(called, "debit", amount), line(paid, "credit", amount)];
  const fromPay = move.activityId === null ? {} : { activityId: move.activityId };
  const lines: Readonly<Record<Move, readonly DraftLine[]>> = {
    subscribe: [line(owed, "debit", amount, own), line(called, "credit", amount)],
    pay: [line(defaultAccounts.bank, "debit", amount), line(owed, "credit", amount, own), ...becomesPaid],
    withhold: [
      line(defaultAccounts.wagesDue, "debit", amount, fromPay),
      line(owed, "credit", amount, own),
      ...becomesPaid,
    ],
    redeem: [
      line(paid, "debit", subtract(amount, unpaid)),
      line(toRefund, "credit", subtract(amount, unpaid), own),
      line(called, "debit", unpaid),
      line(owed, "credit", unpaid, own),
    ],
    refund: [line(toRefund, "debit", amount, own), line(defaultAccounts.bank, "credit", amount)],
  };
  const inBank = kind === "pay" || kind === "refund";
  const draft: DraftEntry = {
    journalCode: inBank ? journalCodes.bank : journalCodes.miscellaneous,
    date: effectOn,
    label,
    pieceRef: `PART-${associate.number}-${effectOn}`,
    pieceDate: effectOn,
    source: { kind: SHARE_SOURCE, id: move.id },
    lines: lines[kind].filter(({ debit, credit }) => debit + credit > 0n),
  };
  return balanceByLink(draft, { account: defaultAccounts.linkOther, label });
}
