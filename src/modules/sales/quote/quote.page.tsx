import { data, redirect } from "react-router";
import { dayIn } from "#kernel/day.ts";
import { type PersonId, parseId } from "#kernel/id.ts";
import { fill } from "#kernel/language.ts";
import { parsePercent } from "#kernel/rate.ts";
import { refuse } from "#kernel/refusal.ts";
import { actionsFrom } from "#kernel/transition.ts";
import { activityProfile, organizationProfile, personNames } from "#modules/membership/index.server.ts";
import { readTenant, runCommand, todayOf } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { flash } from "#ui/flash.ts";
import { parseDayInput } from "#ui/parse.ts";
import { type Problem, typedValues } from "#ui/problem.ts";
import { findCustomer } from "../customer/customer.store.ts";
import { readVersion } from "../input.ts";
import { eventsOf, peopleOf } from "../invoice/invoice-event.store.ts";
import { invoiceQuote } from "../invoice/invoice-quote.command.ts";
import { closeLink, openLink } from "../link/change-link.command.ts";
import { en as linkEn } from "../link/link.en.ts";
import { fr as linkFr } from "../link/link.fr.ts";
import { shownLink } from "../link/shown-link.store.ts";
import { mailsOf } from "../outgoing/outgoing.store.ts";
import type { Route } from "./+types/quote.page";
import { acceptQuote, declineQuote, markQuoteSent, sendQuote } from "./answer-quote.command.ts";
import { mayQuote } from "./quote.policy.ts";
import { findQuote, invoicesOfQuote } from "./quote.store.ts";
import { progressOf, type QuoteAction, type QuoteStatus, quoteTransitions } from "./quote.ts";
import { QuoteView } from "./quote.view.tsx";
import { en } from "./quote-screen.en.ts";
import { fr } from "./quote-screen.fr.ts";
import { returnQuote, submitQuote, takeBackQuote } from "./review-quote.command.ts";
import { deleteQuote, duplicateQuote } from "./save-quote.command.ts";
import { validateQuote } from "./validate-quote.command.ts";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async (reader) => {
    const { tx, actor, organizationId, slug, today, now, language } = reader;
    const quoteId = parseId<"quote">(args.params.quoteId);
    const quote = quoteId === null ? null : await findQuote(tx, organizationId, quoteId, today);
    if (quote === null) return refuse("missing", "quote.missing");
    const refusal = mayQuote(actor, "read", quote);
    if (refusal) return refusal;
    const { timeZone } = await organizationProfile(tx, organizationId);
    const activity = await activityProfile(tx, organizationId, quote.activityId);
    const customer = await findCustomer(tx, organizationId, quote.customerId);
    const events = await eventsOf(tx, organizationId, quote.id);
    const mails = await mailsOf(tx, organizationId, "sales.quote", quote.id);
    const invoices = await invoicesOfQuote(tx, organizationId, quote.id);
    const names = await personNames(tx, organizationId, peopleOf(events));
    const byOf = (id: PersonId | null) =>
      id === null ? (language === "fr" ? linkFr : linkEn).online : (names.get(id) ?? "");
    return {
      slug,
      today,
      key: newId<"key">(now) as string,
      quote,
      buyer: quote.frozen?.buyer ?? customer,
      activityName: quote.frozen?.seller.tradeName ?? activity?.name ?? "",
      link: await shownLink(reader, "quote", quote),
      mails: mails.map((mail) => ({ ...mail, on: dayIn(mail.at, timeZone) })),
      events: events.map(({ action, comment, at, personId }) => ({
        action,
        comment,
        on: dayIn(at, timeZone),
        by: byOf(personId),
      })),
      invoices,
      progress: progressOf(
        quote.gross,
        quote.status,
        invoices
          .filter((invoice) => invoice.status === "issued")
          .map(({ kind, due, settled }) => ({ credit: kind === "credit_note", due, settled })),
      ),
      allowed: actionsFrom<QuoteStatus, QuoteAction>(quoteTransitions, quote.status).filter(
        (action) => mayQuote(actor, action, quote) === null,
      ),
    };
  });
}

const INTENTS = [
  "submit",
  "takeBack",
  "return",
  "validate",
  "delete",
  "duplicate",
  "markSent",
  "mail",
  "link.open",
  "link.close",
  "accept",
  "decline",
  "invoice.next",
  "invoice.rate",
  "invoice.balance",
] as const;
type Intent = (typeof INTENTS)[number];
type Flashed = { [K in keyof typeof fr]: (typeof fr)[K] extends string ? K : never }[keyof typeof fr];

export async function action(args: Route.ActionArgs) {
  const form = await args.request.formData();
  const { cooperative, quoteId } = args.params;
  const intent = String(form.get("intention")) as Intent;
  if (!INTENTS.includes(intent)) throw data(null, { status: 404 });
  const key = String(form.get("cle") ?? "");
  const options = { idempotencyKey: key === "" ? undefined : `${intent}:${key}` };
  const list = `/${cooperative}/devis`;
  const here = `${list}/${quoteId}`;
  const text = (name: string) => String(form.get(name) ?? "");
  const refused = (result: { problem: Problem; status: number }) =>
    data({ problem: result.problem, typed: typedValues(form) }, { status: result.status });
  const say = (name: Flashed, facts: Record<string, string> = {}) => ({
    headers: flash({ fr: fill(fr[name], facts), en: fill(en[name], facts) }),
  });
  switch (intent) {
    case "submit": {
      const result = await runCommand(args, submitQuote, { quoteId }, options);
      return result.ok ? redirect(here, say("flashSubmitted")) : refused(result);
    }
    case "takeBack": {
      const result = await runCommand(args, takeBackQuote, { quoteId }, options);
      return result.ok ? redirect(`${here}/modifier`) : refused(result);
    }
    case "return": {
      const result = await runCommand(args, returnQuote, { quoteId, comment: text("comment") }, options);
      return result.ok ? redirect(here, say("flashReturned")) : refused(result);
    }
    case "validate": {
      const result = await runCommand(args, validateQuote, { quoteId, version: readVersion(form) }, options);
      return result.ok ? redirect(here, say("flashValidated", { number: result.output.number })) : refused(result);
    }
    case "link.open": {
      const result = await runCommand(args, openLink, { kind: "quote", documentId: quoteId }, options);
      return result.ok
        ? redirect(here, { headers: flash({ fr: linkFr.flashOpened, en: linkEn.flashOpened }) })
        : refused(result);
    }
    case "link.close": {
      const result = await runCommand(args, closeLink, { kind: "quote", documentId: quoteId }, options);
      return result.ok
        ? redirect(here, { headers: flash({ fr: linkFr.flashClosed, en: linkEn.flashClosed }) })
        : refused(result);
    }
    case "delete": {
      const result = await runCommand(args, deleteQuote, { quoteId }, options);
      return result.ok ? redirect(list, say("flashDeleted")) : refused(result);
    }
    case "duplicate": {
      const result = await runCommand(args, duplicateQuote, { quoteId }, options);
      return result.ok
        ? redirect(`${list}/${result.output.quoteId}/modifier`, say("flashDuplicated"))
        : refused(result);
    }
    case "markSent": {
      const result = await runCommand(args, markQuoteSent, { quoteId }, options);
      return result.ok ? redirect(here, say("flashSent")) : refused(result);
    }
    case "mail": {
      const message = { recipient: text("recipient").trim(), subject: text("subject"), body: text("body") };
      const result = await runCommand(args, sendQuote, { quoteId, ...message }, options);
      return result.ok ? redirect(here, say("flashMailed")) : refused(result);
    }
    case "accept":
    case "decline": {
      const typed = text("on").trim();
      const on = typed === "" ? null : (parseDayInput(typed, await todayOf(args)) ?? typed);
      const command = intent === "accept" ? acceptQuote : declineQuote;
      const result = await runCommand(args, command, { quoteId, on, comment: text("comment") }, options);
      return result.ok ? redirect(here, say(intent === "accept" ? "flashAccepted" : "flashDeclined")) : refused(result);
    }
    case "invoice.next":
    case "invoice.rate":
    case "invoice.balance": {
      const part = intent.slice("invoice.".length);
      const rate = part === "rate" ? (parsePercent(text("rate")) ?? 0) : null;
      const result = await runCommand(args, invoiceQuote, { quoteId, part, rate }, options);
      return result.ok ? redirect(`/${cooperative}/factures/${result.output.invoiceId}`) : refused(result);
    }
  }
}

export { afterConflict as shouldRevalidate } from "#ui/after-conflict.ts";

export default function QuotePage({ loaderData, actionData }: Route.ComponentProps) {
  return <QuoteView shown={loaderData} answer={actionData ?? null} />;
}
