import { z } from "zod";
import { type Id, parseId } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { defineCommand } from "#platform/command.ts";
import { requestMail } from "#platform/mail/mail.ts";
import { tellSent } from "../document/tell-people.store.ts";
import { ensureLink } from "../link/document-link.store.ts";
import { LINK_PLACE } from "../link/document-link.ts";
import { may } from "./invoice.policy.ts";
import { findInvoice, setSent } from "./invoice.store.ts";
import { addEvent } from "./invoice-event.store.ts";

/** Hands the PDF to the outgoing box: the message leaves by the outbox, once, whatever happens to the process. */
export const sendInvoice = defineCommand({
  name: "sales.invoice.send",
  input: z.object({
    invoiceId: z
      .string()
      .refine((value) => parseId(value) !== null, "field.required")
      .transform((value) => value as Id<"invoice">),
    recipient: z.email("field.email").max(254, "field.tooLong"),
    subject: z.string().trim().min(1, "field.required").max(200, "field.tooLong"),
    body: z.string().trim().min(1, "field.required").max(10_000, "field.tooLong"),
  }),
  async run(context, input): Promise<{ mailId: string } | Refusal> {
    const invoice = await findInvoice(context.tx, context.organizationId, input.invoiceId, true);
    if (invoice === null) return refuse("missing", "invoice.missing");
    const refusal = may(context.actor, "send", invoice);
    if (refusal) return refusal;
    if (invoice.frozen === null || invoice.pdfHash === null) return refuse("conflict", "invoice.pdfNotReady");
    const mailId = await requestMail(context, {
      recipient: input.recipient,
      replyTo: invoice.frozen.seller.activityEmail || invoice.frozen.seller.email,
      senderName: invoice.frozen.seller.tradeName,
      subject: input.subject,
      body: input.body,
      attachments: [{ hash: invoice.pdfHash, name: `${invoice.frozen.number}.pdf`, mediaType: "application/pdf" }],
      subjectKind: "sales.invoice",
      subjectId: invoice.id,
    });
    if (input.body.includes(LINK_PLACE)) await ensureLink(context, "invoice", invoice.id);
    await setSent(context, invoice.id);
    await addEvent(context, invoice.id, "send");
    await tellSent(context, { ...invoice, kind: "invoice" });
    context.audit({ subjectKind: "sales.invoice", subjectId: invoice.id, details: { mailId } });
    return { mailId };
  },
});
