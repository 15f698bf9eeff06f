import type { Instant } from "#kernel/day.ts";
import type { OrganizationId, PersonId } from "#kernel/id.ts";
import { absolute } from "#kernel/money.ts";
import { entrepreneursOf } from "#modules/membership/index.server.ts";
import { notify } from "#modules/notification/index.server.ts";
import type { App } from "#platform/app.ts";
import type { Tx } from "#platform/database/database.ts";
import { withTenant } from "#platform/database/tenant.ts";
import type { FailedMail } from "#platform/mail/mail.ts";
import type { OutboxEvent } from "#platform/outbox/drain.ts";
import { eur } from "#ui/format.ts";
import { mailSubject, pathOf, settleCorrection, subjectOf } from "./document/tell-people.store.ts";
import { findInvoice } from "./invoice/invoice.store.ts";
import type { InvoiceId } from "./invoice/invoice.ts";
import { eventsOf } from "./invoice/invoice-event.store.ts";
import { findPayment } from "./payment/payment.store.ts";
import type { PaymentId } from "./payment/payment.ts";
import { findQuote } from "./quote/quote.store.ts";
import type { QuoteId } from "./quote/quote.ts";
import {
  INVOICE_PAID,
  INVOICE_VALIDATED,
  MAIL_FAILED,
  PAYMENT_RECEIVED,
  PAYMENT_UNDONE,
  QUOTE_NEWLY_VALIDATED,
} from "./topics.ts";

/** What is told after a commit: nobody waits for it under the locks of a number. It is dated of the deed all the same. */
function after<T>(app: App, event: OutboxEvent, work: (place: Place) => Promise<T>): Promise<T> {
  const { organizationId } = event;
  const now = app.clock();
  return withTenant(app.database, { organizationId, userId: null }, (tx) => work({ tx, organizationId, now }));
}

type Deed = Place & { readonly actor: { readonly personId: PersonId } | null };
type Place = { readonly tx: Tx; readonly organizationId: OrganizationId; readonly now: ReturnType<App["clock"]> };

/** Who did it, and when. */
async function deedOf(place: Place, id: InvoiceId | QuoteId, action: string): Promise<Deed> {
  const events = await eventsOf(place.tx, place.organizationId, id);
  const deed = events.findLast((event) => event.action === action);
  const personId = deed?.personId ?? null;
  return { ...place, now: deed?.at ?? place.now, actor: personId === null ? null : { personId } };
}

export function tellIssued(app: App, event: OutboxEvent): Promise<void> {
  return after(app, event, async (place) => {
    const invoice = await findInvoice(place.tx, place.organizationId, event.payload.invoiceId as InvoiceId);
    if (invoice === null) return;
    const document = { kind: "invoice", id: invoice.id } as const;
    await settleCorrection(place, document);
    await notify(await deedOf(place, invoice.id, "issue"), {
      to: await entrepreneursOf(place.tx, place.organizationId, invoice.activityId, place.now),
      topic: INVOICE_VALIDATED,
      subject: subjectOf(document),
      path: pathOf(document),
      facts: { number: invoice.number ?? "" },
      once: event.id,
    });
  });
}

export function tellQuoteValidated(app: App, event: OutboxEvent): Promise<void> {
  return after(app, event, async (place) => {
    const today = place.now.slice(0, 10) as Parameters<typeof findQuote>[3];
    const quote = await findQuote(place.tx, place.organizationId, event.payload.quoteId as QuoteId, today);
    if (quote === null) return;
    const document = { kind: "quote", id: quote.id } as const;
    await settleCorrection(place, document);
    await notify(await deedOf(place, quote.id, "validate"), {
      to: await entrepreneursOf(place.tx, place.organizationId, quote.activityId, place.now),
      topic: QUOTE_NEWLY_VALIDATED,
      subject: subjectOf(document),
      path: pathOf(document),
      facts: { number: quote.number ?? "" },
      once: event.id,
    });
  });
}

export function tellPayment(app: App, event: OutboxEvent): Promise<void> {
  return after(app, event, async (place) => {
    const { tx, organizationId } = place;
    const payment = await findPayment(tx, organizationId, event.payload.paymentId as PaymentId);
    const invoice = await findInvoice(tx, organizationId, event.payload.invoiceId as InvoiceId);
    if (payment === null || invoice === null || invoice.kind === "credit_note") return;
    const paid = invoice.settled === invoice.due ? INVOICE_PAID : PAYMENT_RECEIVED;
    await notify(
      { ...place, now: payment.recorded_at as Instant, actor: { personId: payment.recorded_by } },
      {
        to: await entrepreneursOf(tx, organizationId, invoice.activityId, place.now),
        topic: payment.reverses_payment_id === null ? paid : PAYMENT_UNDONE,
        // A payment and its undoing are one thing: the latest alone is told.
        subject: { kind: "sales.payment", id: payment.reverses_payment_id ?? payment.id },
        path: `factures/${invoice.id}`,
        facts: { number: invoice.number ?? "", amount: eur(absolute(payment.amount)) },
        once: event.id,
      },
    );
  });
}

/** A message of sales that a mail server refused for good: whoever sent it is told. */
export async function tellMailFailed(place: Place, mail: FailedMail): Promise<void> {
  if (!mail.subjectKind.startsWith("sales.")) return;
  await notify(
    { ...place, actor: null },
    {
      to: mail.requestedBy,
      topic: MAIL_FAILED,
      subject: mailSubject(mail.id),
      path: `courrier/${mail.id}`,
      facts: { recipient: mail.recipient },
    },
  );
}
