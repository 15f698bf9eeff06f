/** What one activity sold, by the real commands. */
import type { ActivityId, Id } from "#kernel/id.ts";
import { postManualEntry } from "#modules/ledger/entry/post-manual-entry.command.ts";
import { createProduct } from "#modules/sales/catalogue/save-product.command.ts";
import { createCustomer } from "#modules/sales/customer/save-customer.command.ts";
import { issueInvoice } from "#modules/sales/invoice/issue-invoice.command.ts";
import { submitInvoice } from "#modules/sales/invoice/review-invoice.command.ts";
import { saveInvoice } from "#modules/sales/invoice/save-invoice.command.ts";
import { sendInvoice } from "#modules/sales/invoice/send-invoice.command.ts";
import { recordPayment } from "#modules/sales/payment/record-payment.command.ts";
import { submitQuote } from "#modules/sales/quote/review-quote.command.ts";
import { saveQuote } from "#modules/sales/quote/save-quote.command.ts";
import { validateQuote } from "#modules/sales/quote/validate-quote.command.ts";
import type { Command } from "#platform/command.ts";
import { today } from "./days.ts";
import { WORDS } from "./words.ts";

export type Act = <Input, Output>(command: Command<Input, Output>, input: unknown) => Promise<Output>;

export type Sold = {
  readonly customerId: Id<"customer">;
  readonly productId: string;
  readonly draftQuoteId: string;
  readonly quoteId: string;
  readonly draftInvoiceId: string;
  readonly submittedInvoiceId: string;
  readonly invoiceId: string;
  readonly paymentId: string;
  readonly entryId: string;
  readonly mailId: string;
  /** Cents of the issued invoice, without and with VAT: found nowhere else. */
  readonly net: number;
  readonly gross: number;
};

/** Net prices, in cents: none is the sum or the difference of others. */
export const PRICES = { A: 731_957, B: 842_361, C: 953_783, D: 174_619, E: 395_271 } as const;

/** `settle` waits for what acts asked for: the PDF that a message carries. */
export async function sellSomething(
  act: Act,
  settle: () => Promise<void>,
  activityId: ActivityId,
  key: keyof typeof PRICES,
  holdPaper: (name: string) => Promise<string>,
): Promise<Sold> {
  const word = WORDS[key];
  const net = PRICES[key];
  const { customerId } = await act(createCustomer, {
    activityId,
    customer: {
      kind: "company",
      name: `Client ${word}`,
      siren: "443061841",
      email: `achats@${word.toLowerCase()}.example`,
      street: `4 place ${word}`,
      postalCode: "69100",
      city: "Villeurbanne",
      note: `Note ${word}`,
    },
  });
  const { productId } = await act(createProduct, {
    activityId,
    product: { name: `Article ${word}`, nature: "services", unit: "C62", unitPrice: "12", mode: "ht", vat: "S2000" },
  });
  const base = { activityId, customerId, title: `Chantier ${word}` };
  const content = {
    mode: "ht",
    lines: [line(`Pose ${word}`, net)],
    discounts: [],
    deliveryDate: null,
    purchaseOrder: "",
    note: `Mot ${word}`,
    language: "fr",
  };
  const quote = {
    ...base,
    quoteId: null,
    version: null,
    content: {
      ...content,
      schedule: { depositRate: 3000, instalments: [] },
      validityDays: 30,
      introduction: "",
      mentions: "",
      deliveryAddress: "",
    },
  };
  const draftQuote = await act(saveQuote, quote);
  const { quoteId } = await act(saveQuote, quote);
  await act(submitQuote, { quoteId });
  await act(validateQuote, { quoteId });

  const draft = { ...base, invoiceId: null, version: null, issueDate: null, dueDate: null, content };
  const draftInvoice = await act(saveInvoice, draft);
  const submitted = await act(saveInvoice, draft);
  await act(submitInvoice, { invoiceId: submitted.invoiceId });
  const issued = await act(saveInvoice, draft);
  await act(issueInvoice, { invoiceId: issued.invoiceId });
  const payment = { invoiceId: issued.invoiceId, amount: "10037", paidOn: today(), method: "transfer" };
  const { paymentId } = await act(recordPayment, { ...payment, reference: `Virement ${word}` });
  await settle();
  const { mailId } = await act(sendInvoice, {
    invoiceId: issued.invoiceId,
    recipient: `achats@${word.toLowerCase()}.example`,
    subject: `Facture ${word}`,
    body: `Message ${word}`,
  });
  const { entryId } = await act(postManualEntry, {
    journalCode: "OD",
    date: today(),
    label: `Fournitures ${word}`,
    pieceRef: `${word}-1`,
    documents: [await holdPaper(`Pièce ${word}`)],
    lines: [
      { account: "606", activityId, debit: "5023", credit: "0" },
      { account: "512", activityId, debit: "0", credit: "5023" },
    ],
  });
  return {
    customerId,
    productId,
    draftQuoteId: draftQuote.quoteId,
    quoteId,
    draftInvoiceId: draftInvoice.invoiceId,
    submittedInvoiceId: submitted.invoiceId,
    invoiceId: issued.invoiceId,
    paymentId,
    entryId,
    mailId,
    net,
    gross: net + Math.round(net / 5),
  };
}

function line(name: string, cents: number) {
  return {
    kind: "item",
    name,
    description: "",
    nature: "services",
    quantity: "10000",
    unit: "C62",
    unitPrice: String(cents * 10_000),
    discount: null,
    vat: { category: "S", rate: 2000, exemption: null },
    account: "706",
  };
}
