import { data, redirect } from "react-router";
import { dayIn } from "#kernel/day.ts";
import { type ActivityId, type PersonId, parseId } from "#kernel/id.ts";
import { fill } from "#kernel/language.ts";
import { refuse } from "#kernel/refusal.ts";
import { actionsFrom } from "#kernel/transition.ts";
import { activityProfile, personNames } from "#modules/membership/index.server.ts";
import { languageContext } from "#platform/http/context.ts";
import { readTenant, runCommand, todayOf } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { flash } from "#ui/flash.ts";
import { typedValues } from "#ui/problem.ts";
import { readVersion } from "../input.ts";
import { closeLink, openLink } from "../link/change-link.command.ts";
import { en as linkEn } from "../link/link.en.ts";
import { fr as linkFr } from "../link/link.fr.ts";
import { shownLink } from "../link/shown-link.store.ts";
import { mailsOf } from "../outgoing/outgoing.store.ts";
import { paymentsOf } from "../payment/payment.store.ts";
import { recordPayment, reversePayment } from "../payment/record-payment.command.ts";
import type { Route } from "./+types/invoice.page";
import { findBuyer } from "./buyer.store.ts";
import { creditInvoice } from "./credit-invoice.command.ts";
import { may } from "./invoice.policy.ts";
import { findInvoice } from "./invoice.store.ts";
import { type InvoiceAction, type InvoiceId, invoiceTransitions } from "./invoice.ts";
import { InvoiceView } from "./invoice.view.tsx";
import { INVOICE_INTENTS, type InvoiceIntent, paidInput, paymentInput } from "./invoice-acts.ts";
import { eventsOf, peopleOf } from "./invoice-event.store.ts";
import { creditNotesOf, deductionsFor, findQuoteReference } from "./invoice-link.store.ts";
import { en } from "./invoice-screen.en.ts";
import { fr } from "./invoice-screen.fr.ts";
import { issueInvoice } from "./issue-invoice.command.ts";
import { deleteInvoice, returnInvoice, submitInvoice, takeBackInvoice } from "./review-invoice.command.ts";
import { sendInvoice } from "./send-invoice.command.ts";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async (reader) => {
    const { tx, actor, organizationId, slug, today, now, timeZone, language } = reader;
    const invoiceId = parseId<"invoice">(args.params.invoiceId);
    const invoice = invoiceId === null ? null : await findInvoice(tx, organizationId, invoiceId);
    if (invoice === null) return refuse("missing", "invoice.missing");
    const refusal = may(actor, "read", invoice);
    if (refusal) return refusal;
    const [buyer, activity, events, payments, credits, quote, credited] = [
      await findBuyer(tx, organizationId, invoice.customerId),
      await activityProfile(tx, organizationId, invoice.activityId as ActivityId),
      await eventsOf(tx, organizationId, invoice.id),
      await paymentsOf(tx, organizationId, invoice.id),
      await creditNotesOf(tx, organizationId, invoice.id),
      invoice.quoteId === null ? null : await findQuoteReference(tx, organizationId, invoice.quoteId),
      invoice.creditedInvoiceId === null ? null : await findInvoice(tx, organizationId, invoice.creditedInvoiceId),
    ];
    const mails = await mailsOf(tx, organizationId, "sales.invoice", invoice.id);
    const deductions = invoice.frozen?.deductions ?? (await deductionsFor(tx, organizationId, invoice, invoice.gross));
    const names = await personNames(tx, organizationId, peopleOf(events));
    const byOf = (id: PersonId | null) =>
      id === null ? (language === "fr" ? linkFr : linkEn).online : (names.get(id) ?? "");
    return {
      slug,
      today,
      key: newId<"key">(now) as string,
      invoice,
      buyer: invoice.frozen?.buyer ?? buyer,
      activityName: invoice.frozen?.seller.tradeName ?? activity?.name ?? "",
      deductions,
      quote,
      creditedNumber: credited?.number ?? null,
      events: events.map((event) => ({ ...event, on: dayIn(event.at, timeZone), by: byOf(event.personId) })),
      payments: payments.map((payment) => ({
        id: payment.id,
        amount: payment.amount,
        difference: payment.difference,
        paidOn: payment.paid_on,
        method: payment.method,
        reference: payment.reference,
        reverses: payment.reverses_payment_id,
      })),
      link: await shownLink(reader, "invoice", invoice),
      mails: mails.map((mail) => ({ ...mail, on: dayIn(mail.at, timeZone) })),
      credits: credits.map((credit) => ({ id: credit.id, number: credit.number ?? "", gross: credit.gross })),
      allowed: actionsFrom<typeof invoice.status, InvoiceAction>(invoiceTransitions, invoice.status).filter(
        (action) => may(actor, action, invoice) === null,
      ),
      mayPayAtIssue: invoice.kind !== "credit_note" && may(actor, "pay", { ...invoice, status: "issued" }) === null,
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const form = await args.request.formData();
  const invoiceId = args.params.invoiceId as InvoiceId;
  const intent = String(form.get("intention")) as InvoiceIntent;
  if (!INVOICE_INTENTS.includes(intent)) throw data(null, { status: 404 });
  const options = { idempotencyKey: form.get("cle") === null ? undefined : `${intent}:${String(form.get("cle"))}` };
  const here = `/${args.params.cooperative}/factures/${invoiceId}`;
  const list = `/${args.params.cooperative}/factures`;

  const refused = (result: {
    problem: { code: string; sentence: string; fields: Readonly<Record<string, string>> };
    status: number;
  }) => data({ problem: result.problem, typed: typedValues(form) }, { status: result.status });
  const say = (key: keyof typeof fr & keyof typeof en, facts: Record<string, string> = {}) => ({
    headers: flash({ fr: fill(String(fr[key]), facts), en: fill(String(en[key]), facts) }),
  });

  switch (intent) {
    case "submit": {
      const result = await runCommand(args, submitInvoice, { invoiceId }, options);
      return result.ok ? redirect(here, say("flashSubmitted")) : refused(result);
    }
    case "takeBack": {
      const result = await runCommand(args, takeBackInvoice, { invoiceId }, options);
      return result.ok ? redirect(`${here}/modifier`) : refused(result);
    }
    case "return": {
      const result = await runCommand(
        args,
        returnInvoice,
        { invoiceId, comment: String(form.get("comment") ?? "") },
        options,
      );
      return result.ok ? redirect(here, say("flashReturned")) : refused(result);
    }
    case "issue": {
      const result = await runCommand(
        args,
        issueInvoice,
        { invoiceId, issueDate: null, version: readVersion(form), paid: paidInput(form, await todayOf(args)) },
        options,
      );
      return result.ok ? redirect(here, say("flashIssued", { number: result.output.number })) : refused(result);
    }
    case "link.open": {
      const result = await runCommand(args, openLink, { kind: "invoice", documentId: invoiceId }, options);
      return result.ok
        ? redirect(here, { headers: flash({ fr: linkFr.flashOpened, en: linkEn.flashOpened }) })
        : refused(result);
    }
    case "link.close": {
      const result = await runCommand(args, closeLink, { kind: "invoice", documentId: invoiceId }, options);
      return result.ok
        ? redirect(here, { headers: flash({ fr: linkFr.flashClosed, en: linkEn.flashClosed }) })
        : refused(result);
    }
    case "delete": {
      const result = await runCommand(args, deleteInvoice, { invoiceId }, options);
      return result.ok ? redirect(list, say("flashDeleted")) : refused(result);
    }
    case "credit": {
      const result = await runCommand(args, creditInvoice, { invoiceId }, options);
      return result.ok ? redirect(`${list}/${result.output.invoiceId}`) : refused(result);
    }
    case "pay": {
      const typed = paymentInput(form, invoiceId, await todayOf(args), args.context.get(languageContext));
      const result = await runCommand(args, recordPayment, typed, options);
      return result.ok ? redirect(here, say("flashPaid")) : refused(result);
    }
    case "reversePayment": {
      const result = await runCommand(
        args,
        reversePayment,
        { paymentId: String(form.get("paymentId") ?? "") },
        options,
      );
      return result.ok ? redirect(here, say("flashReversed")) : refused(result);
    }
    case "send": {
      const input = {
        invoiceId,
        recipient: String(form.get("recipient") ?? "").trim(),
        subject: String(form.get("subject") ?? ""),
        body: String(form.get("body") ?? ""),
      };
      const result = await runCommand(args, sendInvoice, input, options);
      return result.ok ? redirect(here, say("flashSent")) : refused(result);
    }
  }
}

export { afterConflict as shouldRevalidate } from "#ui/after-conflict.ts";

export default function InvoicePage({ loaderData, actionData }: Route.ComponentProps) {
  return <InvoiceView shown={loaderData} answer={actionData ?? null} />;
}
