import { toDay } from "#kernel/day.ts";
import { parseQuantity, parseUnitPrice, type Quantity, type UnitPrice } from "#kernel/decimal.ts";
import { type Cents, parseDecimal } from "#kernel/money.ts";
import { toRate } from "#kernel/rate.ts";
import type { PrintableDocument, PrintableItem, PrintableVat } from "./printable-document.ts";

/** Documents to try the page with, in the tests and the benchmark. Names and numbers are invented. */

export function cents(text: string): Cents {
  const amount = parseDecimal(text);
  if (amount === null) throw new RangeError(`not an amount: ${text}`);
  return amount;
}

export function taxed(percent: number): PrintableVat {
  return { category: "S", rate: toRate(Math.round(percent * 100)) };
}

export function item(
  name: string,
  quantity: string,
  unit: string,
  price: string,
  vat: PrintableVat,
  amount: string,
  more: Partial<PrintableItem> = {},
): PrintableItem {
  return {
    type: "item",
    name,
    quantity: parseQuantity(quantity) as Quantity,
    unit,
    unitPrice: parseUnitPrice(price) as UnitPrice,
    vat,
    amount: cents(amount),
    ...more,
  };
}

/** One service line, as most invoices are. */
export const SHORT_INVOICE: PrintableDocument = {
  kind: "invoice",
  language: "fr",
  number: "2026-0042",
  issueDate: toDay("2026-11-22"),
  dueDate: toDay("2026-12-22"),
  deliveryDate: toDay("2026-11-20"),
  brand: { accent: "#1f5fa8" },
  seller: {
    tradeName: "Menuiserie Dupré",
    trade: "Menuiserie et agencement",
    contact: { name: "Samira Dupré", phone: "06 12 34 56 78", email: "samira@menuiserie-dupre.example" },
    cooperative: {
      legalName: "Les Ateliers réunis",
      legalForm: "SCOP SARL à capital variable",
      address: ["12 rue des Tanneurs", "69007 Lyon"],
      siren: "732829320",
      siret: "73282932000074",
      registration: "RCS Lyon 732 829 320",
      vatNumber: "FR44732829320",
      ape: "7022Z",
    },
  },
  buyer: {
    name: "Crèche Les Lutins",
    address: ["4 place du Marché", "69100 Villeurbanne"],
    siret: "55208131766522",
    vatNumber: "FR03552081317",
  },
  priceMode: "net",
  groups: [{ lines: [item("Conseil en agencement", "12.5", "heures", "64", taxed(20), "800.00")] }],
  totals: {
    lineTotal: cents("800.00"),
    taxExclusive: cents("800.00"),
    tax: cents("160.00"),
    taxInclusive: cents("960.00"),
    due: cents("960.00"),
  },
  vatTable: [{ ...taxed(20), taxableAmount: cents("800.00"), taxAmount: cents("160.00") }],
  bank: {
    accountName: "Les Ateliers réunis",
    iban: "FR7630006000011234567890189",
    bic: "AGRIFRPP",
    reference: "2026-0042",
  },
  mentions: [
    "Tout retard de paiement entraîne, dès le lendemain de l’échéance et sans rappel, des pénalités égales à trois fois le taux d’intérêt légal. Indemnité forfaitaire pour frais de recouvrement en cas de retard de paiement : 40\u00a0€. Pas d’escompte pour paiement anticipé.",
  ],
};

/** Two groups, a discount on a line and on the document, two rates, a deposit, a schedule: everything at once. */
export const FULL_INVOICE: PrintableDocument = {
  ...SHORT_INVOICE,
  subject: "Réfection de la salle d’éveil",
  references: { purchaseOrder: "BC-2026/118", quote: { number: "D2026-0012" } },
  brand: { accent: "#b4531f" },
  groups: [
    {
      title: "Fournitures",
      lines: [
        item("Table en chêne massif", "1", "pièce", "1000", taxed(20), "950.00", {
          description: "180 × 90 cm, finition huile dure, livrée montée",
          allowance: { amount: cents("50.00"), percent: toRate(500), reason: "Pièce d’exposition" },
        }),
        item("Chaises d’enfant", "12", "pièces", "38.5", taxed(20), "462.00", { description: "Hêtre, assise à 26 cm" }),
      ],
      subtotal: cents("1412.00"),
    },
    {
      title: "Travaux",
      lines: [
        item("Pose de parquet", "42.35", "m²", "31.5", taxed(10), "1334.03", {
          description: "Dépose de l’ancien sol comprise.\nPlinthes posées et vernies.",
        }),
        { type: "text", text: "Les travaux ont été reçus sans réserve le 20 novembre 2026." },
        item("Conseil en agencement", "12.5", "heures", "64", taxed(20), "800.00"),
      ],
      subtotal: cents("2134.03"),
    },
  ],
  totals: {
    lineTotal: cents("3546.03"),
    allowances: [{ reason: "Remise fidélité", percent: toRate(200), amount: cents("70.92") }],
    taxExclusive: cents("3475.11"),
    tax: cents("564.29"),
    taxInclusive: cents("4039.40"),
    due: cents("3751.40"),
  },
  vatTable: [
    { ...taxed(20), taxableAmount: cents("2167.76"), taxAmount: cents("433.55") },
    { ...taxed(10), taxableAmount: cents("1307.35"), taxAmount: cents("130.74") },
  ],
  deposits: [{ number: "2026-0007", issueDate: toDay("2026-09-01"), amount: cents("288.00") }],
  schedule: [
    { label: "Premier versement", date: toDay("2026-12-22"), amount: cents("1875.70") },
    { label: "Solde", date: toDay("2027-01-22"), amount: cents("1875.70") },
  ],
  note: "Merci pour votre confiance, et à bientôt pour la bibliothèque !",
  footer: "Les Ateliers réunis, coopérative d’activité et d’emploi : 120 entrepreneurs, une seule maison.",
};

/** A quote to sign, with its payment schedule. */
export const QUOTE: PrintableDocument = {
  ...FULL_INVOICE,
  kind: "quote",
  number: "D2026-0012",
  dueDate: undefined,
  deliveryDate: undefined,
  validUntil: toDay("2026-12-31"),
  references: { buyerReference: "Projet éveil" },
  introduction:
    "Bonjour, voici notre proposition après notre visite du 12 novembre. Elle comprend la livraison et la pose.",
  deposits: undefined,
  bank: undefined,
  totals: { ...FULL_INVOICE.totals, due: cents("4039.40") },
  schedule: [
    { label: "Acompte à la commande", percent: toRate(3000), amount: cents("1211.82") },
    { label: "À la livraison", percent: toRate(4000), amount: cents("1615.76") },
    { label: "Solde à la réception", percent: toRate(3000), amount: cents("1211.82") },
  ],
  signature: {},
};

/** A credit note to a private person, in English, prices with VAT, an exempt line and a negative one. */
export const CREDIT_NOTE: PrintableDocument = {
  ...SHORT_INVOICE,
  kind: "creditNote",
  language: "en",
  number: "2026-0051",
  dueDate: undefined,
  references: { precedingInvoices: [{ number: "2026-0042", issueDate: toDay("2026-11-22") }] },
  buyer: { name: "Élodie Nguyễn-Lefèvre", address: ["8 impasse de l’Œillet", "38000 Grenoble"] },
  priceMode: "gross",
  groups: [
    {
      lines: [
        item("Laying", "-1", "lump sum", "220", taxed(20), "-220.00"),
        item("Training", "1", "day", "700.123456", { category: "E", rate: toRate(0) }, "700.12"),
      ],
    },
  ],
  totals: {
    lineTotal: cents("480.12"),
    taxExclusive: cents("516.79"),
    tax: cents("-36.67"),
    taxInclusive: cents("480.12"),
    due: cents("480.12"),
  },
  vatTable: [
    { ...taxed(20), taxableAmount: cents("-183.33"), taxAmount: cents("-36.67") },
    { category: "E", rate: toRate(0), taxableAmount: cents("700.12"), taxAmount: cents("0.00") },
  ],
  bank: undefined,
  otherPaymentMeans: "Refund by transfer within 14 days.",
};

/** As many lines as wanted, one in three with a description. */
export function longInvoice(count: number): PrintableDocument {
  const lines = Array.from({ length: count }, (_, index) =>
    item(`Ligne n° ${index + 1}`, String(index + 1), "heures", "45.5", taxed(20), "45.50", {
      description: index % 3 === 0 ? "Une description sur une ligne, pour que la hauteur varie." : undefined,
    }),
  );
  return { ...SHORT_INVOICE, groups: [{ lines }] };
}
