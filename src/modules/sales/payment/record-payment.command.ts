import { z } from "zod";
import { type Day, parseDay } from "#kernel/day.ts";
import { type Id, parseId } from "#kernel/id.ts";
import { add, type Cents, negate, subtract, toCents } from "#kernel/money.ts";
import { isRefusal, type Refusal, refuse } from "#kernel/refusal.ts";
import { postEntry } from "#modules/ledger/index.server.ts";
import type { EntryId } from "#modules/ledger/index.ts";
import { organizationProfile } from "#modules/membership/index.server.ts";
import { type CommandContext, defineCommand } from "#platform/command.ts";
import { may } from "../invoice/invoice.policy.ts";
import { findInvoice, setSettled } from "../invoice/invoice.store.ts";
import { auxiliaryOf } from "../invoice/invoice-entry.ts";
import { addEvent } from "../invoice/invoice-event.store.ts";
import { cancelReminders } from "../reminder/reminder.store.ts";
import { type SalesSettings, salesSettings, toleranceOf } from "../settings.ts";
import { letterReversal, letterSettled } from "./letter-settled.store.ts";
import { findPayment, insertPayment, paymentsOf, settlementOf } from "./payment.store.ts";
import {
  type Applied,
  applyPayment,
  checkPaidOn,
  moneyOf,
  PAYMENT_METHODS,
  type PaymentId,
  type PaymentMethod,
  undo,
} from "./payment.ts";
import { paymentEntry } from "./payment-entry.ts";
import type { Issued } from "./settle-by-credit.command.ts";
import { vatMoved } from "./vat-on-receipt.ts";

export const PAYMENT_RECORDED = "sales.payment.recorded.v1";

const id = <Noun extends string>() =>
  z
    .string()
    .refine((value) => parseId(value) !== null, "field.required")
    .transform((value) => value as Id<Noun>);

/** Where the money moves, by means of payment. */
function accountFor(method: PaymentMethod, settings: SalesSettings): string {
  if (method === "cheque") return settings.accounts.cheques;
  if (method === "cash") return settings.accounts.cash;
  return settings.accounts.bank;
}

async function loadIssued(context: CommandContext, invoiceId: Id<"invoice">): Promise<Issued | Refusal> {
  const invoice = await findInvoice(context.tx, context.organizationId, invoiceId, true);
  if (invoice === null) return refuse("missing", "invoice.missing");
  const refusal = may(context.actor, "pay", invoice);
  if (refusal) return invoice.frozen === null ? refuse("conflict", "payment.notIssued") : refusal;
  if (invoice.frozen === null) return refuse("conflict", "payment.notIssued");
  return { ...invoice, frozen: invoice.frozen };
}

type Movement = Applied & {
  readonly paidOn: Day;
  readonly method: PaymentMethod;
  readonly account: string;
  readonly reference: string;
  readonly reversesPaymentId?: PaymentId;
  /** The entry of the payment that this one undoes. */
  readonly undoneEntryId?: EntryId;
};

/** Writes the row, the entry with the VAT that falls due, and what is settled: for a payment and for its reversal. */
async function write(
  context: CommandContext,
  invoice: Issued,
  movement: Movement,
  settings: SalesSettings,
): Promise<PaymentId | Refusal> {
  const { tx, organizationId } = context;
  const before = await settlementOf(tx, organizationId, invoice.id);
  const after = { ...before, cash: add(before.cash, movement.settles) };
  const moved = vatMoved(invoice.frozen.claim, before, after);
  const outwards = invoice.kind === "credit_note";
  const signed = (amount: Cents) => (outwards ? negate(amount) : amount);
  const paymentId = context.id<"payment">() as PaymentId;
  const entry = paymentEntry(
    {
      paymentId,
      number: invoice.frozen.number,
      activityId: invoice.activityId,
      customer: auxiliaryOf(invoice),
      paidOn: movement.paidOn,
      reference: movement.reference,
      account: movement.account,
      money: signed(moneyOf(movement)),
      difference: signed(movement.difference),
      vat: signed(moved),
    },
    settings.accounts,
  );
  if (entry === null) throw new Error("a payment without an entry");
  const posted = await postEntry(context, entry);
  if (isRefusal(posted)) return posted;
  await insertPayment(context, {
    ...movement,
    id: paymentId,
    invoiceId: invoice.id,
    activityId: invoice.activityId,
    entryId: posted.entryId,
  });
  const settled = add(invoice.settled, movement.settles);
  await setSettled(context, invoice.id, settled);
  if (settled === invoice.due) await cancelReminders(context, invoice.id);
  if (movement.undoneEntryId) {
    await letterReversal(context, settings.accounts.customer, [movement.undoneEntryId, posted.entryId]);
  } else if (settled === invoice.due) await letterSettled(context, invoice.id, settings.accounts.customer);
  context.audit({ subjectKind: "sales.payment", subjectId: paymentId, details: { invoiceId: invoice.id } });
  context.emit(PAYMENT_RECORDED, { paymentId, invoiceId: invoice.id });
  return paymentId;
}

/** Records money received on an invoice, or given back on a credit note. */
export const recordPayment = defineCommand({
  name: "sales.payment.record",
  input: z.object({
    invoiceId: id<"invoice">(),
    /** Cents, as text or bigint. */
    amount: z
      .union([z.bigint(), z.string().regex(/^\d{1,15}$/, "field.amount")])
      .transform((value) => toCents(BigInt(value))),
    paidOn: z
      .string()
      .refine((value) => parseDay(value) !== null, "field.day")
      .transform((value) => value as Day),
    method: z.enum(PAYMENT_METHODS as [PaymentMethod, ...PaymentMethod[]]),
    reference: z.string().trim().max(100, "field.tooLong").default(""),
    /** The invoice is closed although some cents are missing, within the tolerance. */
    close: z.boolean().default(false),
  }),
  async run(context, input): Promise<{ paymentId: PaymentId } | Refusal> {
    const invoice = await loadIssued(context, input.invoiceId);
    if (isRefusal(invoice)) return invoice;
    const late = checkPaidOn(input.paidOn, context.today);
    if (late) return late;
    const organization = await organizationProfile(context.tx, context.organizationId);
    return recordOn(context, invoice, input, salesSettings(organization.settings));
  },
});

type Money = Pick<Movement, "paidOn" | "method" | "reference"> & { readonly amount: Cents; readonly close: boolean };

/** Money on an issued document, by the same rules whether it comes after the issue or with it. */
export async function recordOn(
  context: CommandContext,
  invoice: Issued,
  { amount, close, paidOn, method, reference }: Money,
  settings: SalesSettings,
): Promise<{ paymentId: PaymentId } | Refusal> {
  const applied = applyPayment(subtract(invoice.due, invoice.settled), amount, close, toleranceOf(settings));
  if (isRefusal(applied)) return applied;
  const account = accountFor(method, settings);
  const written = await write(context, invoice, { ...applied, paidOn, method, reference, account }, settings);
  if (isRefusal(written)) return written;
  await addEvent(context, invoice.id, "pay");
  return { paymentId: written };
}

/** Undoes a payment (bounced cheque, wrong invoice) by a new fact dated today; the first one stays. */
export const reversePayment = defineCommand({
  name: "sales.payment.reverse",
  input: z.object({ paymentId: id<"payment">() }),
  async run(context, input): Promise<{ paymentId: PaymentId } | Refusal> {
    const { tx, organizationId } = context;
    const payment = await findPayment(tx, organizationId, input.paymentId);
    if (payment === null) return refuse("missing", "payment.missing");
    const invoice = await loadIssued(context, payment.invoice_id);
    if (isRefusal(invoice)) return invoice;
    if (payment.method === "set_off") return refuse("conflict", "payment.notReversible");
    const others = await paymentsOf(tx, organizationId, invoice.id);
    if (payment.reverses_payment_id !== null || others.some((other) => other.reverses_payment_id === payment.id)) {
      return refuse("conflict", "payment.reversedAlready");
    }
    const organization = await organizationProfile(tx, organizationId);
    const written = await write(
      context,
      invoice,
      {
        ...undo({ settles: payment.amount, difference: payment.difference }),
        paidOn: context.today,
        method: payment.method,
        account: payment.account,
        reference: payment.reference,
        reversesPaymentId: payment.id,
        ...(payment.entry_id === null ? {} : { undoneEntryId: payment.entry_id as EntryId }),
      },
      salesSettings(organization.settings),
    );
    if (isRefusal(written)) return written;
    await addEvent(context, invoice.id, "reversePayment");
    return { paymentId: written };
  },
});
