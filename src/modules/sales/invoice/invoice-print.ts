/** A frozen invoice on paper. */

import { add, sum, ZERO } from "#kernel/money.ts";
import type { PrintableBrand, PrintableDocument, PrintableSeller } from "#platform/pdf/printable-document.ts";
import { countryName } from "../customer/country.ts";
import { printableGroups, printableTotals, printableVatTable, vatMentions } from "../document/printable-lines.ts";
import { computeTotals } from "../document/totals.ts";
import { legalNotes } from "../facturx/legal-note.ts";
import { dueOf } from "../payment/vat-on-receipt.ts";
import type { FrozenBuyer, FrozenInvoice, FrozenSeller } from "./frozen-invoice.ts";
import { paidMention, paidWords } from "./paid-mention.ts";

const KINDS = { invoice: "invoice", final: "invoice", deposit: "depositInvoice", credit_note: "creditNote" } as const;

const DEBITS = {
  fr: "Option pour le paiement de la taxe d’après les débits",
  en: "Option to pay the tax on debits",
} as const;

/** The document to render; `logo` and `xml` come from outside. */
export function printableInvoice(frozen: FrozenInvoice, xml: string, logo?: PrintableBrand["logo"]): PrintableDocument {
  const { content, seller, buyer } = frozen;
  const { language } = content;
  const totals = computeTotals(content);
  const paid = frozen.paid ?? null;
  const due = paid ? ZERO : dueOf(frozen.claim);
  const credit = frozen.kind === "credit_note";
  const legal = legalNotes({ language, consumer: buyer.kind === "individual", processing: "B2B" })
    .filter((note) => note.subject !== "BAR")
    .map((note) => note.content);
  return {
    kind: KINDS[frozen.kind],
    language,
    number: frozen.number,
    issueDate: frozen.issueDate,
    dueDate: credit || paid ? undefined : frozen.dueDate,
    period: content.period ?? undefined,
    deliveryDate: content.deliveryDate ?? undefined,
    subject: frozen.title || undefined,
    references: {
      purchaseOrder: content.purchaseOrder || undefined,
      buyerReference: buyer.buyerReference || undefined,
      quote: frozen.quote ?? undefined,
      precedingInvoices: frozen.credited === null ? undefined : [frozen.credited],
    },
    brand: { accent: seller.accentColour, logo },
    seller: printableSeller(seller, language),
    buyer: printableBuyer(buyer, language),
    priceMode: content.mode === "ht" ? "net" : "gross",
    groups: printableGroups(content, totals, language),
    totals: printableTotals(content, totals, due),
    vatTable: printableVatTable(totals),
    deposits: frozen.deductions.map((deduction) => ({
      number: deduction.number,
      issueDate: deduction.issueDate,
      amount: sum(deduction.groups.map((group) => add(group.net, group.tax))),
    })),
    payments: paid
      ? [{ date: paid.on, means: paidWords(language).methods[paid.method], amount: dueOf(frozen.claim) }]
      : undefined,
    bank:
      credit || paid || seller.iban === ""
        ? undefined
        : { accountName: seller.legalName, iban: seller.iban, bic: seller.bic || undefined, reference: frozen.number },
    vatMentions: [
      ...vatMentions(totals, language),
      ...(frozen.optionForDebits && totals.tax !== 0n ? [DEBITS[language]] : []),
    ],
    mentions: [
      ...(paid ? [paidMention(paid, language)] : []),
      ...(credit ? [] : [legal.join(" ")]),
      ...(seller.activityFooter === "" ? [] : [seller.activityFooter]),
    ],
    note: content.note || undefined,
    conditions: frozen.conditions || undefined,
    footer: frozen.footer || undefined,
    facturx: { xml },
  };
}

export function printableSeller(seller: FrozenSeller, language: "fr" | "en"): PrintableSeller {
  return {
    tradeName: seller.tradeName,
    trade: seller.trade || undefined,
    contact: {
      phone: seller.activityPhone || undefined,
      email: seller.activityEmail || undefined,
    },
    cooperative: {
      legalName: seller.legalName,
      legalForm: seller.legalForm,
      address: addressLines(seller, language),
      siren: seller.siren,
      siret: seller.siret,
      registration: seller.rcs || undefined,
      vatNumber: seller.vatNumber,
    },
  };
}

export function printableBuyer(buyer: FrozenBuyer, language: "fr" | "en"): PrintableDocument["buyer"] {
  return {
    name: buyer.name,
    address: [...(buyer.contactName ? [buyer.contactName] : []), ...addressLines(buyer, language)],
    siren: buyer.siren ?? undefined,
    siret: buyer.siret ?? undefined,
    vatNumber: buyer.vatNumber ?? undefined,
  };
}

type Place = Pick<FrozenBuyer, "street" | "postalCode" | "city" | "country">;

/** The country in capitals, as the post wants it last (UPU S42). */
function addressLines(party: Place, language: "fr" | "en"): string[] {
  const city = `${party.postalCode} ${party.city}`.trim();
  const country = party.country === "FR" ? "" : countryName(party.country, language).toLocaleUpperCase(language);
  return [party.street, city, country].filter((line) => line !== "");
}
