import type { Day } from "#kernel/day.ts";
import { add, type Cents, negate, ZERO } from "#kernel/money.ts";
import { isRefusal } from "#kernel/refusal.ts";
import { postEntry } from "#modules/ledger/index.server.ts";
import type { CommandContext } from "#platform/command.ts";
import type { FrozenInvoice } from "../invoice/frozen-invoice.ts";
import { type StoredInvoice, setSettled } from "../invoice/invoice.store.ts";
import type { SalesAccounts } from "../invoice/invoice-entry.ts";
import { auxiliaryOf } from "../invoice/invoice-entry.ts";
import { cancelReminders } from "../reminder/reminder.store.ts";
import { insertPayment, settlementOf } from "./payment.store.ts";
import type { PaymentId } from "./payment.ts";
import { paymentEntry } from "./payment-entry.ts";
import { type Settlement, vatMoved } from "./vat-on-receipt.ts";

/** An issued document with its frozen words. */
export type Issued = StoredInvoice & { readonly frozen: FrozenInvoice };

/**
 * An invoice and its own credit note settle each other for `amount`, without money.
 * An entry is written only when VAT already due has to move back (credit of another mix of rates).
 * A step of issuing a credit note: runs within its transaction.
 */
export async function settleByCredit(
  context: CommandContext,
  parts: { readonly invoice: Issued; readonly creditNote: Issued; readonly amount: Cents; readonly on: Day },
  accounts: SalesAccounts,
): Promise<void> {
  const { invoice, creditNote, amount, on } = parts;
  await settleOne(context, invoice, creditNote, amount, on, accounts, 1n);
  await settleOne(context, creditNote, invoice, amount, on, accounts, -1n);
}

async function settleOne(
  context: CommandContext,
  document: Issued,
  counterpart: Issued,
  amount: Cents,
  on: Day,
  accounts: SalesAccounts,
  direction: 1n | -1n,
): Promise<void> {
  const { tx, organizationId } = context;
  const before = await settlementOf(tx, organizationId, document.id);
  const credit = direction === 1n ? counterpart.frozen.claim : document.frozen.claim;
  const after: Settlement = { cash: before.cash, setOffs: [...before.setOffs, { amount, credit }] };
  const moved = vatMoved(document.frozen.claim, before, after);
  const id = context.id<"payment">() as PaymentId;
  const entry = paymentEntry(
    {
      paymentId: id,
      number: document.frozen.number,
      activityId: document.activityId,
      customer: auxiliaryOf(document),
      paidOn: on,
      reference: counterpart.frozen.number,
      account: accounts.customer,
      money: ZERO,
      difference: ZERO,
      vat: direction === 1n ? moved : negate(moved),
    },
    accounts,
  );
  let entryId: string | null = null;
  if (entry !== null) {
    const posted = await postEntry(context, entry);
    if (isRefusal(posted)) throw new Error(`set-off entry refused: ${posted.code}`);
    entryId = posted.entryId;
  }
  await insertPayment(context, {
    id,
    invoiceId: document.id,
    activityId: document.activityId,
    settles: amount,
    difference: ZERO,
    paidOn: on,
    method: "set_off",
    account: accounts.customer,
    reference: counterpart.frozen.number,
    counterpartInvoiceId: counterpart.id,
    entryId,
  });
  const settled = add(document.settled, amount);
  await setSettled(context, document.id, settled);
  if (settled === document.due) await cancelReminders(context, document.id);
}
