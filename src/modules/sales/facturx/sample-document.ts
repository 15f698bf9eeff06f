import { toDay } from "#kernel/day.ts";
import { parseQuantity, parseUnitPrice, type Quantity, type UnitPrice } from "#kernel/decimal.ts";
import { applyRate, type Cents, parseDecimal, subtract, sum, ZERO } from "#kernel/money.ts";
import { toRate } from "#kernel/rate.ts";
import { type LegalNoteSettings, legalNotes } from "./legal-note.ts";
import type {
  DocumentAllowance,
  TradeDocument,
  TradeLine,
  TradeVat,
  VatBreakdown,
  VatCategory,
  VatExemption,
} from "./trade-document.ts";
import type { CompanyBuyer, IndividualBuyer, TradeSeller } from "./trade-party.ts";

/** Documents to try the writer, the checks and the benchmark with. Names, numbers and addresses are invented. */

export function cents(text: string): Cents {
  const amount = parseDecimal(text);
  if (amount === null) throw new RangeError(`not an amount: ${text}`);
  return amount;
}

/** A VAT treatment: a rate in percent for S ("5.5"), none for the others. */
export function vat(category: VatCategory, percent = 0): TradeVat {
  return { category, rate: toRate(Math.round(percent * 100)) };
}

/** A line: name, quantity, unit, price, VAT, net amount as computed by hand. */
export function line(
  name: string,
  quantity: string,
  unit: string,
  price: string,
  treatment: TradeVat,
  net: string,
): TradeLine {
  return {
    id: name,
    name,
    quantity: parseQuantity(quantity) as Quantity,
    unit,
    unitPrice: parseUnitPrice(price) as UnitPrice,
    netAmount: cents(net),
    vat: treatment,
  };
}

export const COOPERATIVE: TradeSeller = {
  legalName: "Les Ateliers réunis",
  tradeName: "Menuiserie Dupré",
  siret: "73282932000074",
  siren: "732829320",
  vatNumber: "FR44732829320",
  electronicAddress: { scheme: "0225", value: "732829320_A7K2" },
  address: { line1: "12 rue des Tanneurs", postcode: "69007", city: "Lyon", country: "FR" },
  contact: { name: "Samira Dupré", phone: "+33 6 12 34 56 78", email: "samira@menuiserie-dupre.example" },
};

export const COMPANY: CompanyBuyer = {
  kind: "company",
  legalName: "Crèche Les Lutins",
  siret: "55208131766522",
  siren: "552081317",
  vatNumber: "FR03552081317",
  electronicAddress: { scheme: "0225", value: "552081317" },
  address: { line1: "4 place du Marché", line2: "Bâtiment B", postcode: "69100", city: "Villeurbanne", country: "FR" },
  contact: { name: "Service comptabilité", email: "compta@lutins.example" },
};

export const CONSUMER: IndividualBuyer = {
  kind: "individual",
  name: "Élodie Nguyễn-Lefèvre",
  email: "elodie@example.org",
  address: { line1: "8 impasse de l’Œillet", postcode: "38000", city: "Grenoble", country: "FR" },
};

/** What a sample leaves out is filled in: notes by the kind of buyer, breakdown and totals by plain sums of the lines. */
export type Sample = Partial<Omit<TradeDocument, "vatBreakdown" | "totals">> & {
  readonly lines: readonly TradeLine[];
  readonly exemptions?: Partial<Record<VatCategory, VatExemption>>;
  readonly breakdown?: readonly VatBreakdown[];
  readonly prepaid?: Cents;
  readonly noteSettings?: Partial<LegalNoteSettings>;
};

export function sampleDocument(sample: Sample): TradeDocument {
  const { exemptions, breakdown, prepaid = ZERO, noteSettings, ...given } = sample;
  const buyer = sample.buyer ?? COMPANY;
  const allowances = sample.allowances ?? [];
  const vatBreakdown = breakdown ?? breakdownOf(sample.lines, allowances, exemptions ?? {});
  const lineTotal = sum(sample.lines.map((item) => item.netAmount));
  const allowanceTotal = sum(allowances.map((item) => item.amount));
  const taxBasisTotal = subtract(lineTotal, allowanceTotal);
  const taxTotal = sum(vatBreakdown.map((row) => row.taxAmount));
  const grandTotal = sum([taxBasisTotal, taxTotal]);
  const consumer = buyer.kind === "individual";
  return {
    number: "2026-0042",
    typeCode: "380",
    issueDate: toDay("2026-11-22"),
    currency: "EUR",
    businessProcess: "S1",
    dueDate: toDay("2026-12-22"),
    paymentTerms: "Paiement à 30 jours.",
    paymentReference: "2026-0042",
    vatPointDateCode: "72",
    notes: legalNotes({
      language: "fr",
      consumer,
      processing: consumer ? "B2C" : "B2B",
      legalForm: "SCOP SARL à capital variable",
      registration: "RCS Lyon 732 829 320",
      ...noteSettings,
    }),
    precedingInvoices: [],
    seller: COOPERATIVE,
    buyer,
    delivery: { date: toDay("2026-11-20") },
    paymentMeans: [
      { code: "58", iban: "FR76 3000 6000 0112 3456 7890 189", accountName: "Les Ateliers réunis", bic: "AGRIFRPP" },
    ],
    ...given,
    allowances,
    vatBreakdown,
    totals: {
      lineTotal,
      allowanceTotal,
      taxBasisTotal,
      taxTotal,
      grandTotal,
      prepaid,
      due: subtract(grandTotal, prepaid),
    },
  };
}

function breakdownOf(
  lines: readonly TradeLine[],
  allowances: readonly DocumentAllowance[],
  exemptions: Partial<Record<VatCategory, VatExemption>>,
): VatBreakdown[] {
  const key = (treatment: TradeVat) => `${treatment.category} ${treatment.rate}`;
  const treatments = new Map(lines.map((item) => [key(item.vat), item.vat]));
  return [...treatments.values()].map((treatment) => {
    const ofGroup = (other: TradeVat) => key(other) === key(treatment);
    const net = sum(lines.filter((item) => ofGroup(item.vat)).map((item) => item.netAmount));
    const taken = sum(allowances.filter(ofGroup).map((item) => item.amount));
    const taxableAmount = subtract(net, taken);
    const exemption = exemptions[treatment.category];
    const row = { ...treatment, taxableAmount, taxAmount: applyRate(taxableAmount, treatment.rate) };
    return exemption === undefined ? row : { ...row, exemption };
  });
}
