/** A payment: what it settles, the cents of tolerance, the account it moves on. */

import type { Day } from "#kernel/day.ts";
import { inMoney } from "#kernel/fact.ts";
import type { Id } from "#kernel/id.ts";
import { absolute, add, type Cents, negate, subtract, ZERO } from "#kernel/money.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import type { fr } from "./payment.fr.ts";

export type PaymentId = Id<"payment">;
export type PaymentRefusal = Refusal<keyof typeof fr.refusals>;
export type PaymentMethod = Exclude<keyof typeof fr.methods, "set_off">;
export const PAYMENT_METHODS: readonly PaymentMethod[] = [
  "transfer",
  "cheque",
  "card",
  "cash",
  "direct_debit",
  "other",
];

/** What a sum of money does to what is left. */
export type Applied = {
  /** Cents that the document is settled by. */
  readonly settles: Cents;
  /** Cents gained (+) or lost (−) within the tolerance. */
  readonly difference: Cents;
};

/**
 * Applies a sum to what is left of a document. Beyond what is left: gained when within the tolerance, else refused.
 * Short of it: partial, unless the person closes the document, which the tolerance must allow.
 */
export function applyPayment(left: Cents, money: Cents, close: boolean, tolerance: Cents): Applied | PaymentRefusal {
  if (money <= 0n) return refuse("invalid", "payment.amountMissing", {}, "amount");
  if (left <= 0n) return refuse("conflict", "payment.nothingDue");
  const gap = subtract(money, left);
  if (gap > 0n) {
    if (gap > tolerance)
      return refuse("invalid", "payment.tooMuch", { left: inMoney(left), excess: inMoney(gap) }, "amount");
    return { settles: left, difference: gap };
  }
  if (gap === 0n || !close) return { settles: money, difference: ZERO };
  if (absolute(gap) > tolerance) {
    const facts = { difference: inMoney(absolute(gap)), tolerance: inMoney(tolerance) };
    return refuse("invalid", "payment.differenceTooLarge", facts, "close");
  }
  return { settles: left, difference: gap };
}

/** Money that moved on the account: what was settled, plus what was gained or less what was lost. */
export function moneyOf(applied: Applied): Cents {
  return add(applied.settles, applied.difference);
}

/** The same payment undone: a new fact, never a deletion. */
export function undo(applied: Applied): Applied {
  return { settles: negate(applied.settles), difference: negate(applied.difference) };
}

/** Today at the latest: days are the cooperative's own. */
export function checkPaidOn(paidOn: Day, today: Day): PaymentRefusal | null {
  return paidOn > today ? refuse("invalid", "payment.futureDate", {}, "paidOn") : null;
}
