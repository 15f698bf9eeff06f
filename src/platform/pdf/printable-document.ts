import type { Day } from "#kernel/day.ts";
import type { Quantity, UnitPrice } from "#kernel/decimal.ts";
import type { Cents } from "#kernel/money.ts";
import type { Rate } from "#kernel/rate.ts";

/**
 * What a document looks like on paper: plain values, all frozen, nothing computed here.
 * Texts are plain (no markup); a line feed is a line feed. Amounts of a credit note are positive.
 */
export type PrintableDocument = {
  readonly kind: "quote" | "invoice" | "creditNote" | "depositInvoice";
  readonly language: "fr" | "en";
  /** The legal number; null for a draft, which then carries the word across the page. */
  readonly number: string | null;
  /** Across the page of a sample: « Spécimen ». */
  readonly specimen?: string;
  readonly issueDate: Day;
  /** Invoices: last day to pay. */
  readonly dueDate?: Day;
  /** Quotes: last day of the offer. */
  readonly validUntil?: Day;
  /** Day of delivery or completion, when it differs from the issue date (242 nonies A I 10°). */
  readonly deliveryDate?: Day;
  readonly period?: { readonly start: Day; readonly end: Day };
  /** One sentence under the title: "Réfection de la salle de bains". */
  readonly subject?: string;
  readonly references?: PrintableReferences;
  readonly brand: PrintableBrand;
  readonly seller: PrintableSeller;
  readonly buyer: PrintableBuyer;
  /** Where the goods or services go, when it is not the buyer's address (242 nonies A I 7° bis). */
  readonly deliveryAddress?: readonly string[];
  /** A text between the heads and the lines: "Bonjour, voici…". */
  readonly introduction?: string;
  /** Unit prices and amounts of lines, subtotals and allowances are without VAT (net) or with VAT (gross). */
  readonly priceMode: "net" | "gross";
  readonly groups: readonly PrintableGroup[];
  readonly totals: PrintableTotals;
  /** One row per category and rate, always without and with VAT whatever the price mode. */
  readonly vatTable: readonly PrintableVatRow[];
  /** Deposits already invoiced, deducted from the total. */
  readonly deposits?: readonly PrintableDeposit[];
  /** Payments already received on this very document. */
  readonly payments?: readonly PrintablePayment[];
  /** Instalments to come (quote) or dates to pay (invoice). */
  readonly schedule?: readonly PrintableInstalment[];
  /** How to pay: transfer details, and other ways in words ("Chèque à l'ordre de …"). */
  readonly bank?: PrintableBank;
  readonly otherPaymentMeans?: string;
  /** Why VAT is not charged, or how it is: beside the VAT table, where one looks for it. */
  readonly vatMentions?: readonly string[];
  /** Other sentences that law demands, one paragraph each: penalties, indemnity, insurance. */
  readonly mentions: readonly string[];
  /** A word of the entrepreneur to the buyer. */
  readonly note?: string;
  /** General conditions, printed small after everything else. */
  readonly conditions?: string;
  /** A line of the cooperative at the foot of each page, above its legal identity. */
  readonly footer?: string;
  /** Quotes: a frame to sign in. */
  readonly signature?: PrintableSignature;
  /** The electronic invoice to embed: the PDF becomes a Factur-X (profile EN 16931). */
  readonly facturx?: { readonly xml: string };
};

export type PrintableReferences = {
  /** The buyer's order number, when given beforehand (C. com. L441-9). */
  readonly purchaseOrder?: string;
  /** The buyer's own reference (service, engagement). */
  readonly buyerReference?: string;
  readonly contract?: string;
  readonly quote?: { readonly number: string; readonly issueDate?: Day };
  /** Invoices credited, corrected or completed. */
  readonly precedingInvoices?: readonly { readonly number: string; readonly issueDate: Day }[];
  /** Anything else: { label: "Chantier", value: "12 rue Haute" }. */
  readonly others?: readonly { readonly label: string; readonly value: string }[];
};

export type PrintableBrand = {
  /** "#1f5fa8". Text in this colour is darkened when it would not be readable on white (contrast 4.5:1). */
  readonly accent: string;
  readonly logo?: { readonly format: "png" | "jpg" | "svg"; readonly bytes: Uint8Array };
};

/** The seller: the activity that the buyer knows, and the cooperative that signs. */
export type PrintableSeller = {
  /** The activity's trade name; the cooperative's when the shared services sell. */
  readonly tradeName: string;
  /** "Menuiserie et agencement" */
  readonly trade?: string;
  readonly contact?: {
    readonly name?: string;
    readonly phone?: string;
    readonly email?: string;
    readonly website?: string;
  };
  /** Where the activity works, when it is not the cooperative's seat. */
  readonly address?: readonly string[];
  readonly cooperative: {
    readonly legalName: string;
    /** "Société coopérative et participative (SARL) à capital variable" */
    readonly legalForm: string;
    readonly address: readonly string[];
    readonly siren: string;
    readonly siret?: string;
    /** "RCS Lyon 123 456 789" */
    readonly registration?: string;
    readonly vatNumber: string;
    readonly ape?: string;
    /** Anything else law or habit asks: training declaration number, insurance. */
    readonly others?: readonly string[];
  };
};

export type PrintableBuyer = {
  readonly name: string;
  /** Lines under the name: contact, street, postcode and city, country. */
  readonly address: readonly string[];
  readonly siren?: string;
  readonly siret?: string;
  readonly vatNumber?: string;
};

/** Lines under a title of their own; a document without groups has one group without title. */
export type PrintableGroup = {
  readonly title?: string;
  readonly lines: readonly PrintableLine[];
  /** In the price mode of the document; shown when given. */
  readonly subtotal?: Cents;
};

export type PrintableLine = PrintableItem | { readonly type: "text"; readonly text: string };

export type PrintableItem = {
  readonly type: "item";
  readonly name: string;
  readonly description?: string;
  readonly quantity: Quantity;
  /** In the language of the document: "heure", "m²", "forfait"; empty for none. */
  readonly unit: string;
  readonly unitPrice: UnitPrice;
  /** Already included in `amount`. */
  readonly allowance?: { readonly amount: Cents; readonly percent?: Rate; readonly reason?: string };
  readonly vat: PrintableVat;
  readonly amount: Cents;
};

/** Categories of EN 16931; the rate counts for S only. */
export type PrintableVat = { readonly category: "S" | "Z" | "E" | "AE" | "K" | "G" | "O"; readonly rate: Rate };

export type PrintableVatRow = PrintableVat & {
  readonly taxableAmount: Cents;
  readonly taxAmount: Cents;
};

export type PrintableTotals = {
  /** Sum of lines in the price mode, before document allowances; shown when there are allowances. */
  readonly lineTotal: Cents;
  /** In the price mode. */
  readonly allowances?: readonly { readonly reason: string; readonly percent?: Rate; readonly amount: Cents }[];
  readonly taxExclusive: Cents;
  readonly tax: Cents;
  readonly taxInclusive: Cents;
  /** What is asked: total less deposits and payments. Equal to `taxInclusive` when there are none. */
  readonly due: Cents;
};

export type PrintableDeposit = { readonly number: string; readonly issueDate: Day; readonly amount: Cents };

export type PrintablePayment = { readonly date: Day; readonly means?: string; readonly amount: Cents };

export type PrintableInstalment = {
  readonly label: string;
  readonly date?: Day;
  readonly percent?: Rate;
  readonly amount: Cents;
};

export type PrintableBank = {
  readonly accountName: string;
  /** With or without spaces. */
  readonly iban: string;
  readonly bic?: string;
  /** What to write in the transfer. */
  readonly reference?: string;
};

export type PrintableSignature = {
  /** Replaces the usual « Bon pour accord » sentence. */
  readonly text?: string;
  /** Already accepted: by whom and when. */
  readonly acceptedBy?: string;
  readonly acceptedOn?: Day;
};
