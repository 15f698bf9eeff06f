import { parseId } from "#kernel/id.ts";
import { isRefusal, refuse } from "#kernel/refusal.ts";
import { activityProfile, organizationProfile } from "#modules/membership/index.server.ts";
import { type Reader, readTenant } from "#platform/http/tenant.ts";
import { PrinterBusy, printDocument } from "#platform/pdf/printer.ts";
import { findCustomer } from "../customer/customer.store.ts";
import { loadLogo } from "../document/logo.store.ts";
import { salesSettings } from "../settings.ts";
import type { Route } from "./+types/quote-pdf.page";
import { freezeQuote } from "./frozen-quote.ts";
import { mayQuote } from "./quote.policy.ts";
import { findQuote } from "./quote.store.ts";
import { printableQuote } from "./quote-print.ts";
import type { StoredQuote } from "./stored-quote.ts";

/** The PDF of a quote: the kept one, else made at once from the same words. A draft says that it is one. */
export async function loader(args: Route.LoaderArgs) {
  const found = await readTenant(args, async (reader) => {
    const { tx, actor, organizationId, today, app } = reader;
    const quoteId = parseId<"quote">(args.params.quoteId);
    const quote = quoteId === null ? null : await findQuote(tx, organizationId, quoteId, today);
    if (quote === null) return refuse("missing", "quote.missing");
    const refusal = mayQuote(actor, "read", quote);
    if (refusal) return refusal;
    const words = quote.frozen ?? (await wordsOfDraft(reader, quote));
    if (isRefusal(words)) return words;
    const logo = await loadLogo(tx, app.files, organizationId, words.seller.logoHash);
    const notReady = app.sentence(refuse("conflict", "quote.pdfNotReady"), reader.language);
    const document = printableQuote(words, logo);
    return { hash: quote.pdfHash, document, number: quote.number, files: app.files, notReady };
  });
  // Rendered outside of the transaction: no connection waits for the paper.
  const kept = found.hash === null ? null : await found.files.get(found.hash);
  const bytes = kept ?? (await printDocument(found.document).catch(unlessBusy));
  if (bytes === null) {
    const headers = { "retry-after": "2", "content-type": "text/plain; charset=utf-8" };
    return new Response(found.notReady, { status: 503, headers });
  }
  return new Response(new Uint8Array(bytes), {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": `inline; filename="${found.number ?? "brouillon-de-devis"}.pdf"`,
      "cache-control": found.number === null ? "private, no-store" : "private, max-age=300",
    },
  });
}

function unlessBusy(error: unknown): null {
  if (error instanceof PrinterBusy) return null;
  throw error;
}

async function wordsOfDraft({ tx, organizationId, today }: Reader, quote: StoredQuote) {
  const organization = await organizationProfile(tx, organizationId);
  const activity = await activityProfile(tx, organizationId, quote.activityId);
  const buyer = await findCustomer(tx, organizationId, quote.customerId);
  if (activity === null || buyer === null) return refuse("missing", "quote.missing");
  const { title, content } = quote;
  const settings = salesSettings(organization.settings);
  return {
    ...freezeQuote({ title, content, organization, activity, buyer, settings, issueDate: today }),
    number: null,
  };
}
