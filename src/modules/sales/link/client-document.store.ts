/** What a customer's page shows: the frozen document and where it stands, nothing of the cooperative's own accounts. */
import { type Day, dayIn } from "#kernel/day.ts";
import { add, type Cents, subtract, sum } from "#kernel/money.ts";
import { organizationProfile } from "#modules/membership/index.server.ts";
import type { DocumentContent } from "../document/line.ts";
import type { FrozenSeller } from "../invoice/frozen-invoice.ts";
import { findInvoice } from "../invoice/invoice.store.ts";
import type { InvoiceId } from "../invoice/invoice.ts";
import { findQuote } from "../quote/quote.store.ts";
import type { QuoteId, QuoteStatus } from "../quote/quote.ts";
import type { readAsClient } from "./client-door.store.ts";

type Opened = Parameters<Parameters<typeof readAsClient>[1]>[0];

export type ClientDocument = {
  readonly kind: "quote" | "invoice" | "credit_note";
  readonly language: "fr" | "en";
  readonly number: string;
  readonly title: string;
  readonly issueDate: Day;
  readonly seller: Pick<FrozenSeller, "tradeName" | "legalName" | "activityEmail" | "email" | "accentColour"> & {
    readonly hasLogo: boolean;
  };
  readonly buyerName: string;
  readonly introduction: string;
  readonly mentions: string;
  readonly note: string;
  readonly content: DocumentContent;
  readonly deductions: readonly { readonly number: string; readonly amount: Cents }[];
  readonly gross: Cents;
  readonly quote: { readonly status: QuoteStatus; readonly validUntil: Day } | null;
  readonly invoice: {
    readonly dueDate: Day;
    readonly left: Cents;
    readonly bank: { readonly iban: string; readonly bic: string } | null;
  } | null;
};

const sellerOf = ({ tradeName, legalName, activityEmail, email, accentColour, logoHash }: FrozenSeller) => ({
  tradeName,
  legalName,
  activityEmail,
  email,
  accentColour,
  hasLogo: logoHash !== null,
});

/** The file of the logo that the document carries on paper too. */
export async function logoOf({ tx, organizationId, link, now }: Opened): Promise<string | null> {
  const { documentId } = link;
  if (link.kind === "invoice")
    return (await findInvoice(tx, organizationId, documentId as InvoiceId))?.frozen?.seller.logoHash ?? null;
  const { timeZone } = await organizationProfile(tx, organizationId);
  const quote = await findQuote(tx, organizationId, documentId as QuoteId, dayIn(now, timeZone));
  return quote?.frozen?.seller.logoHash ?? null;
}

/** The accounts that lines are posted to are the cooperative's business. */
function withoutAccounts({ mode, lines, discounts }: DocumentContent): DocumentContent {
  return { mode, lines: lines.map((line) => ("account" in line ? { ...line, account: "" } : line)), discounts };
}

export async function clientDocument(opened: Opened): Promise<ClientDocument | null> {
  return opened.link.kind === "quote" ? quoteShown(opened) : invoiceShown(opened);
}

async function quoteShown({ tx, organizationId, link, now }: Opened): Promise<ClientDocument | null> {
  const { timeZone } = await organizationProfile(tx, organizationId);
  const today = dayIn(now, timeZone);
  const quote = await findQuote(tx, organizationId, link.documentId as QuoteId, today);
  if (quote === null || quote.frozen === null) return null;
  const { frozen } = quote;
  const { introduction, mentions, note, language } = frozen.content;
  return {
    kind: "quote",
    language,
    number: frozen.number,
    title: frozen.title,
    issueDate: frozen.issueDate,
    seller: sellerOf(frozen.seller),
    buyerName: frozen.buyer.name,
    introduction,
    mentions,
    note,
    content: withoutAccounts(frozen.content),
    deductions: [],
    gross: frozen.gross,
    quote: { status: quote.status, validUntil: frozen.validUntil },
    invoice: null,
  };
}

async function invoiceShown({ tx, organizationId, link }: Opened): Promise<ClientDocument | null> {
  const invoice = await findInvoice(tx, organizationId, link.documentId as InvoiceId);
  if (invoice === null || invoice.frozen === null) return null;
  const { frozen } = invoice;
  const { iban, bic } = frozen.seller;
  return {
    kind: frozen.kind === "credit_note" ? "credit_note" : "invoice",
    language: frozen.content.language,
    number: frozen.number,
    title: frozen.title,
    issueDate: frozen.issueDate,
    seller: sellerOf(frozen.seller),
    buyerName: frozen.buyer.name,
    introduction: "",
    mentions: "",
    note: frozen.content.note,
    content: withoutAccounts(frozen.content),
    deductions: frozen.deductions.map((item) => ({
      number: item.number,
      amount: sum(item.groups.map((group) => add(group.net, group.tax))),
    })),
    gross: invoice.gross,
    quote: null,
    invoice: {
      dueDate: frozen.dueDate,
      left: subtract(invoice.due, invoice.settled),
      bank: iban === "" || frozen.kind === "credit_note" ? null : { iban, bic },
    },
  };
}
