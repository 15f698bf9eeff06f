/** An invented invoice with everything that a cooperative and an activity choose about their documents. */

import { addDays, type Day } from "#kernel/day.ts";
import { parseQuantity, parseUnitPrice, type Quantity, type UnitPrice } from "#kernel/decimal.ts";
import type { Language } from "#kernel/language.ts";
import { ZERO } from "#kernel/money.ts";
import { toRate } from "#kernel/rate.ts";
import type { PrintableBrand, PrintableDocument } from "#platform/pdf/printable-document.ts";
import type { DocumentContent, DocumentLine } from "../document/line.ts";
import { computeTotals } from "../document/totals.ts";
import { freezeDocument, type ToFreeze } from "../invoice/freeze-document.ts";
import { printableInvoice } from "../invoice/invoice-print.ts";
import type { SalesSettings } from "../settings.ts";
import { en } from "./sample.en.ts";
import { fr } from "./sample.fr.ts";

export type Chosen = Pick<ToFreeze, "organization" | "activity"> & {
  readonly settings: Pick<SalesSettings, "footer" | "conditions" | "paymentDays">;
  readonly number: string;
  readonly today: Day;
  readonly language: Language;
  readonly logo: PrintableBrand["logo"];
};

export function sampleDocument({ language, number, today, logo, ...chosen }: Chosen): PrintableDocument {
  const words = language === "fr" ? fr : en;
  const item = (name: string, description: string, quantity: string, unit: string, price: string): DocumentLine => ({
    kind: "item",
    name,
    description,
    nature: "services",
    quantity: parseQuantity(quantity) as Quantity,
    unit,
    unitPrice: parseUnitPrice(price) as UnitPrice,
    discount: null,
    vat: { category: "S", rate: toRate(2000), exemption: null },
    account: "706",
  });
  const content: DocumentContent = {
    mode: "ht",
    lines: [
      { kind: "group", title: words.group1 },
      item(words.study, words.studyHelp, "2", "DAY", "420"),
      item(words.workshop, "", "3.5", "HUR", "65"),
      { kind: "group", title: words.group2 },
      item(words.works, words.worksHelp, "18", "MTK", "74.5"),
    ],
    discounts: [{ kind: "rate", rate: toRate(500), label: words.discount }],
  };
  const frozen = freezeDocument({
    ...chosen,
    invoice: {
      kind: "invoice",
      title: words.title,
      content: { ...content, deliveryDate: null, purchaseOrder: "", note: words.note, language },
    },
    buyer: {
      kind: "company",
      name: words.buyer,
      contactName: "",
      siren: null,
      siret: null,
      vatNumber: null,
      email: "",
      street: words.street,
      postalCode: "29000",
      city: words.city,
      country: "FR",
      electronicAddress: "",
      buyerReference: "",
    },
    issueDate: today,
    dueDate: addDays(today, chosen.settings.paymentDays),
    deductions: [],
    claim: computeTotals(content).groups.map(({ vat, net, tax }) => ({ vat, net, tax, taxOnReceipt: ZERO })),
    debits: false,
    quote: null,
    credited: null,
    paid: null,
  });
  const { facturx: _, ...printed } = printableInvoice({ ...frozen, number }, "", logo);
  return { ...printed, specimen: words.specimen };
}
