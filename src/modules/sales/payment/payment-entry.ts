/** The posting rule of a payment: bank, customer, cents of tolerance, and VAT that falls due on receipt. */

import type { Day } from "#kernel/day.ts";
import type { ActivityId } from "#kernel/id.ts";
import { add, type Cents, negate } from "#kernel/money.ts";
import type { Auxiliary, DraftEntry } from "#modules/ledger/index.ts";
import { EntryLines, type SalesAccounts } from "../invoice/invoice-entry.ts";

export type PaymentToPost = {
  readonly paymentId: string;
  /** The number of the invoice or credit note. */
  readonly number: string;
  readonly activityId: ActivityId;
  readonly customer: Auxiliary;
  readonly paidOn: Day;
  readonly reference: string;
  /** 512 of the bank, 5112 for cheques, 530 cash; empty amount for a set-off. */
  readonly account: string;
  /** Cents that moved on the account: positive in (invoice), negative out (refund, bounced payment). */
  readonly money: Cents;
  /** Cents beyond (+) or short of (−) what was asked, within the tolerance of the cooperative. */
  readonly difference: Cents;
  /** VAT that moves from waiting to due; negative moves back. */
  readonly vat: Cents;
};

/** Null when nothing has to be written (a set-off without VAT to move). */
export function paymentEntry(payment: PaymentToPost, accounts: SalesAccounts): DraftEntry | null {
  const label = `Règlement ${payment.number} ${payment.customer.label}`.slice(0, 200);
  const lines = new EntryLines(payment.activityId, label);
  lines.debit(payment.account, payment.money);
  if (payment.difference > 0n) lines.credit(accounts.paymentGain, payment.difference);
  if (payment.difference < 0n) lines.debit(accounts.paymentLoss, negate(payment.difference));
  lines.credit(accounts.customer, add(payment.money, negate(payment.difference)), { auxiliary: payment.customer });
  lines.debit(accounts.vatCollectedWaiting, payment.vat);
  lines.credit(accounts.vatCollected, payment.vat);
  if (lines.all.length === 0) return null;
  return {
    journalCode: payment.money === 0n ? "OD" : "BQ",
    date: payment.paidOn,
    label,
    pieceRef: payment.reference === "" ? payment.number : payment.reference,
    pieceDate: payment.paidOn,
    source: { kind: "sales.payment", id: payment.paymentId },
    lines: lines.all,
  };
}
