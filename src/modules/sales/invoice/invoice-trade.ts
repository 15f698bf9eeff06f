/** A frozen invoice in the business terms of EN 16931: what the Factur-X carries. */

import type { UnitPrice } from "#kernel/decimal.ts";
import { add, roundDivide, subtract, sum } from "#kernel/money.ts";
import type { LineVat } from "../document/line.ts";
import { computeTotals, type DocumentTotals, type LineTotal } from "../document/totals.ts";
import { treatmentOf } from "../document/vat-treatment.ts";
import { legalNotes } from "../facturx/legal-note.ts";
import type {
  BusinessProcess,
  DocumentAllowance,
  LineAllowance,
  PaymentMeans,
  TradeDocument,
  TradeDocumentTypeCode,
  TradeLine,
  VatExemption,
} from "../facturx/trade-document.ts";
import { NO_ADDRESS, type TradeBuyer, type TradeSeller } from "../facturx/trade-party.ts";
import type { FrozenInvoice } from "./frozen-invoice.ts";
import { paidMention, paidWords } from "./paid-mention.ts";

/** The document without its number, which is taken last: the French rules are checked on it first. */
export type UnnumberedTrade = Omit<TradeDocument, "number">;

export function tradeDocument(frozen: FrozenInvoice): TradeDocument {
  return { ...unnumberedTrade(frozen), number: frozen.number };
}

export function unnumberedTrade(frozen: Omit<FrozenInvoice, "number">): UnnumberedTrade {
  const totals = computeTotals(frozen.content);
  const deducted = sum(frozen.deductions.flatMap((item) => item.groups.map((group) => add(group.net, group.tax))));
  const prepaid = frozen.paid ? totals.gross : deducted;
  const { language } = frozen.content;
  const reason = (vat: LineVat): VatExemption | undefined => {
    const mention = treatmentOf(vat)?.mention;
    return vat.exemption === null || !mention ? undefined : { code: vat.exemption, reason: mention[language] };
  };
  return {
    typeCode: typeCodeOf(frozen),
    issueDate: frozen.issueDate,
    currency: "EUR",
    businessProcess: processOf(frozen, totals),
    dueDate: frozen.dueDate,
    vatPointDateCode: vatPointOf(frozen, totals),
    notes: legalNotes({
      language,
      consumer: frozen.buyer.kind === "individual",
      processing: processingOf(frozen),
      legalForm: frozen.seller.legalForm || undefined,
      registration: frozen.seller.rcs || undefined,
      general: frozen.paid ? [paidMention(frozen.paid, language)] : [],
    }),
    precedingInvoices:
      frozen.credited !== null
        ? [frozen.credited]
        : frozen.deductions.map(({ number, issueDate }) => ({ number, issueDate })),
    buyerReference: frozen.buyer.buyerReference || undefined,
    purchaseOrder: frozen.content.purchaseOrder || undefined,
    salesOrder: frozen.quote?.number,
    seller: sellerOf(frozen),
    buyer: buyerOf(frozen),
    delivery: frozen.content.deliveryDate === null ? undefined : { date: frozen.content.deliveryDate },
    period: frozen.content.period ?? undefined,
    paymentMeans: meansOf(frozen),
    allowances: totals.discountShares
      .filter((share) => share.net > 0n)
      .map((share): DocumentAllowance => {
        const vat = totals.groups[share.groupIndex]?.vat as LineVat;
        return {
          amount: share.net,
          category: vat.category,
          rate: vat.rate,
          reason: share.discount.label || (language === "fr" ? "Remise" : "Discount"),
        };
      }),
    vatBreakdown: totals.groups.map((group) => ({
      category: group.vat.category,
      rate: group.vat.rate,
      taxableAmount: group.net,
      taxAmount: group.tax,
      exemption: reason(group.vat),
    })),
    totals: {
      lineTotal: totals.linesNet,
      allowanceTotal: totals.discountNet,
      taxBasisTotal: totals.net,
      taxTotal: totals.tax,
      grandTotal: totals.gross,
      prepaid,
      due: subtract(totals.gross, prepaid),
    },
    lines: totals.lines.map((line, index) => tradeLine(line, index, frozen)),
  };
}

function tradeLine(total: LineTotal, index: number, frozen: Omit<FrozenInvoice, "number">): TradeLine {
  const { line } = total;
  const label = line.discount?.label || (frozen.content.language === "fr" ? "Remise" : "Discount");
  const ht = frozen.content.mode === "ht";
  const allowances: LineAllowance[] = ht && total.discount !== 0n ? [{ amount: total.discount, reason: label }] : [];
  return {
    id: String(index + 1),
    name: line.name,
    description: line.description || undefined,
    quantity: line.quantity,
    unit: line.unit,
    unitPrice: ht ? line.unitPrice : netUnitPrice(total),
    allowances,
    netAmount: total.net,
    vat: { category: line.vat.category, rate: line.vat.rate },
  };
}

/** TTC mode: the price without VAT that the allocated net gives, to six decimals, discount included. */
function netUnitPrice(total: LineTotal): UnitPrice {
  if (total.line.quantity === 0n) return 0n as UnitPrice;
  const price = roundDivide(total.net * 100_000_000n, total.line.quantity);
  return (price < 0n ? -price : price) as UnitPrice;
}

/** How to pay, or how it was paid: a transfer names its account, other means their code only. */
function meansOf({ kind, seller, paid, content }: Omit<FrozenInvoice, "number">): PaymentMeans[] {
  const method = paid?.method ?? "transfer";
  if (method !== "transfer") return [{ code: MEANS_CODE[method], text: paidWords(content.language).methods[method] }];
  if (kind === "credit_note" || seller.iban === "") return [];
  const iban = seller.iban.replace(/\s/g, "");
  return [{ code: "58", iban, accountName: seller.legalName, bic: seller.bic || undefined }];
}

/** UNTDID 4461. */
const MEANS_CODE = { cheque: "20", card: "48", cash: "10", direct_debit: "59", other: "ZZZ" } as const;

function typeCodeOf(frozen: Omit<FrozenInvoice, "number">): TradeDocumentTypeCode {
  if (frozen.kind === "credit_note") return frozen.creditsDeposit ? "503" : "381";
  return frozen.kind === "deposit" ? "386" : "380";
}

/** BT-23: B goods, S services, M both; 2 when already paid, 4 for a final invoice after deposits, 1 otherwise. */
function processOf(frozen: Omit<FrozenInvoice, "number">, totals: DocumentTotals): BusinessProcess {
  const natures = new Set(totals.lines.map(({ line }) => line.nature));
  const letter = natures.size > 1 ? "M" : natures.has("goods") ? "B" : "S";
  if (frozen.paid) return `${letter}2`;
  return `${letter}${frozen.kind === "final" && frozen.deductions.length > 0 ? "4" : "1"}`;
}

/** BT-8: 72 when some VAT waits for the payment, 5 under the option for debits, 29 on delivery. */
function vatPointOf(frozen: Omit<FrozenInvoice, "number">, totals: DocumentTotals): "5" | "29" | "72" | undefined {
  if (totals.tax === 0n) return undefined;
  if (frozen.claim.some((group) => group.taxOnReceipt !== 0n)) return "72";
  return totals.lines.every(({ line }) => line.nature === "goods") ? "29" : "5";
}

function processingOf(frozen: Omit<FrozenInvoice, "number">): "B2B" | "B2BINT" | "B2C" {
  if (frozen.buyer.kind === "individual") return "B2C";
  if (frozen.buyer.siren !== null) return "B2B";
  // A French association without a SIREN is not a taxable person: nothing is routed to it.
  return frozen.buyer.country === "FR" ? "B2C" : "B2BINT";
}

function sellerOf({ seller }: Omit<FrozenInvoice, "number">): TradeSeller {
  return {
    legalName: seller.legalName,
    tradeName: seller.tradeName,
    siret: seller.siret,
    siren: seller.siren,
    vatNumber: seller.vatNumber,
    // One suffix an activity, so that life-cycle messages find their way back: an opaque code, never a person's name.
    electronicAddress: { scheme: "0225", value: `${seller.siren}_${seller.activityCode}` },
    address: {
      line1: seller.street || undefined,
      postcode: seller.postalCode || undefined,
      city: seller.city || undefined,
      country: seller.country,
    },
    contact: {
      name: seller.tradeName,
      phone: seller.activityPhone || seller.phone || undefined,
      email: seller.activityEmail || seller.email || undefined,
    },
  };
}

function buyerOf({ buyer }: Omit<FrozenInvoice, "number">): TradeBuyer {
  const address = {
    line1: buyer.street || undefined,
    postcode: buyer.postalCode || undefined,
    city: buyer.city || undefined,
    country: buyer.country,
  };
  if (buyer.kind === "individual") {
    return { kind: "individual", name: buyer.name, email: buyer.email || undefined, address };
  }
  return {
    kind: "company",
    legalName: buyer.name,
    siret: buyer.siret ?? undefined,
    siren: buyer.siren ?? undefined,
    vatNumber: buyer.vatNumber ?? undefined,
    electronicAddress:
      buyer.siren === null
        ? buyer.email === ""
          ? NO_ADDRESS
          : { scheme: "EM", value: buyer.email }
        : { scheme: "0225", value: buyer.electronicAddress || buyer.siren },
    address,
    contact:
      buyer.contactName || buyer.email
        ? { name: buyer.contactName || undefined, email: buyer.email || undefined }
        : undefined,
  };
}
