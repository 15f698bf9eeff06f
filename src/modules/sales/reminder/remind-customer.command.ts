import { z } from "zod";
import type { Id } from "#kernel/id.ts";
import { isRefusal, type Refusal, refuse } from "#kernel/refusal.ts";
import { organizationProfile } from "#modules/membership/index.server.ts";
import { type CommandContext, defineCommand } from "#platform/command.ts";
import { emailText, requiredText } from "#platform/field.ts";
import { requestMail } from "#platform/mail/mail.ts";
import { id } from "../input.ts";
import { findInvoice } from "../invoice/invoice.store.ts";
import { addEvent } from "../invoice/invoice-event.store.ts";
import type { Issued } from "../payment/settle-by-credit.command.ts";
import { salesSettings } from "../settings.ts";
import type { LateCustomer, LateRow } from "./late-customers.ts";
import { mayRemind } from "./reminder.policy.ts";
import { findLateCustomer, insertReminder, lateInvoices } from "./reminder.store.ts";
import { isRested, nextLevel, type ReminderLevel, type ReminderText, textOf } from "./reminder.ts";
import { reminderMessage } from "./reminder-message.ts";

/** Attachments of one message: mailboxes refuse more. */
const MOST = 20;

const message = z.object({
  invoiceIds: z.array(id<"invoice">()).min(1, "reminder.chooseInvoice").max(MOST),
  level: z.coerce.number<string>().pipe(z.union([z.literal(1), z.literal(2), z.literal(3)])),
  recipient: emailText(),
  subject: requiredText(200),
  body: requiredText(10_000),
});

/**
 * Reminds a customer of what is late, with the PDFs, by the outbox: by the message given, or by the cooperative's own
 * texts. Invoices are locked and read again: whoever has just paid, or was just reminded by somebody else, is not.
 */
export const remindCustomer = defineCommand({
  name: "sales.reminder.send",
  input: z.object({ customerId: id<"customer">(), message: message.nullable().default(null) }),
  async run(context, input): Promise<{ mailIds: string[] } | Refusal> {
    const { tx, organizationId, today } = context;
    const customer = await findLateCustomer(tx, organizationId, input.customerId);
    if (customer === null) return refuse("missing", "reminder.missing");
    const refusal = mayRemind(context.actor, "send", customer.activityId);
    if (refusal) return refusal;
    if (customer.pausedAt !== null) return refuse("conflict", "reminder.paused");
    const late = await lateInvoices(tx, organizationId, [customer.id], today, true);
    const mailIds = input.message
      ? await sendOne(context, customer, late, input.message)
      : await sendByPlan(context, customer, late);
    if (isRefusal(mailIds)) return mailIds;
    context.audit({ subjectKind: "sales.customer", subjectId: customer.id, details: { mailIds } });
    return { mailIds };
  },
});

async function sendOne(
  context: CommandContext,
  customer: LateCustomer,
  late: readonly LateRow[],
  message: ReminderText & { invoiceIds: Id<"invoice">[]; level: ReminderLevel; recipient: string },
): Promise<string[] | Refusal> {
  const chosen: LateRow[] = [];
  for (const invoiceId of new Set(message.invoiceIds)) {
    const invoice = late.find((row) => row.id === invoiceId);
    if (invoice === undefined) {
      const other = await findInvoice(context.tx, context.organizationId, invoiceId);
      if (other?.customerId !== customer.id) return refuse("missing", "reminder.missing");
      return refuse("conflict", "reminder.notLate", { number: other.number ?? "" });
    }
    if (invoice.lastOn === context.today) return refuse("conflict", "reminder.today", { number: invoice.number });
    chosen.push(invoice);
  }
  const sent = await send(context, chosen, message, () => message);
  return isRefusal(sent) ? sent : [sent];
}

/** One message for each level and language: an invoice that is late for the first time is not spoken of harshly. */
async function sendByPlan(
  context: CommandContext,
  customer: LateCustomer,
  late: readonly LateRow[],
): Promise<string[] | Refusal> {
  if (customer.email === "") return refuse("conflict", "reminder.noEmail");
  const groups = Map.groupBy(
    late.filter((row) => isRested(row, context.today)).slice(0, MOST),
    (row) => `${nextLevel(row)} ${row.language}`,
  );
  if (groups.size === 0) return refuse("conflict", "reminder.nothing");
  const { settings } = await organizationProfile(context.tx, context.organizationId);
  const plan = salesSettings(settings).reminders;
  const mailIds: string[] = [];
  for (const invoices of groups.values()) {
    const [first] = invoices;
    if (first === undefined) continue;
    const level = nextLevel(first);
    const sent = await send(context, invoices, { level, recipient: customer.email }, (activity) =>
      reminderMessage(textOf(plan, first.language, level), {
        language: first.language,
        activity,
        customer: customer.name,
        consumer: customer.kind === "individual",
        invoices,
      }),
    );
    if (isRefusal(sent)) return sent;
    mailIds.push(sent);
  }
  return mailIds;
}

async function send(
  context: CommandContext,
  invoices: readonly LateRow[],
  { level, recipient }: { readonly level: ReminderLevel; readonly recipient: string },
  text: (activity: string) => ReminderText,
): Promise<string | Refusal> {
  const issued: Issued[] = [];
  for (const { id, number } of invoices) {
    const invoice = await findInvoice(context.tx, context.organizationId, id);
    if (invoice?.frozen == null) throw new Error(`invoice ${id} is not issued`);
    if (invoice.pdfHash === null) return refuse("conflict", "reminder.pdfNotReady", { number });
    issued.push({ ...invoice, frozen: invoice.frozen });
  }
  const [first] = issued;
  if (first === undefined) throw new Error("a reminder without an invoice");
  const { seller } = first.frozen;
  const mailId = await requestMail(context, {
    recipient,
    replyTo: seller.activityEmail || seller.email,
    senderName: seller.tradeName,
    ...text(seller.tradeName),
    attachments: issued.map(({ pdfHash, frozen }) => ({
      hash: pdfHash ?? "",
      name: `${frozen.number}.pdf`,
      mediaType: "application/pdf",
    })),
    subjectKind: "sales.invoice",
    subjectId: first.id,
  });
  for (const invoice of invoices) {
    await insertReminder(context, { invoice, mailId, level });
    await addEvent(context, invoice.id, `remind${level}`);
  }
  return mailId;
}
