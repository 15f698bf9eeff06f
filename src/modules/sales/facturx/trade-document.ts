import type { Day } from "#kernel/day.ts";
import type { Quantity, UnitPrice } from "#kernel/decimal.ts";
import type { Cents } from "#kernel/money.ts";
import type { Rate } from "#kernel/rate.ts";
import type { TradeAddress, TradeBuyer, TradeSeller } from "./trade-party.ts";

/**
 * The types of document Essaim issues (BT-3, UNTDID 1001 as BR-FR-04 restricts it): 380 invoice, 381 credit note,
 * 384 corrected invoice, 386 deposit invoice, 503 credit note of a deposit.
 */
export type TradeDocumentTypeCode = "380" | "381" | "384" | "386" | "503";

/**
 * Business process (BT-23, BR-FR-08). The letter carries mention 8° bis of CGI ann. II art. 242 nonies A:
 * B goods, S services, M both. The digit: 1 ordinary, 2 already paid, 4 final after deposits, 7 VAT already e-reported.
 */
export type BusinessProcess =
  | "B1"
  | "S1"
  | "M1"
  | "B2"
  | "S2"
  | "M2"
  | "S3"
  | "B4"
  | "S4"
  | "M4"
  | "S5"
  | "S6"
  | "B7"
  | "S7";

/** BT-24: the only profile Essaim writes, EN 16931. */
export const EN16931_SPECIFICATION = "urn:cen.eu:en16931:2017";

/**
 * When VAT becomes chargeable (BT-8, UNTDID 2475 in CII): 5 at the date of the invoice (option for debits),
 * 29 at the delivery, 72 at the payment (services without the option).
 */
export type VatPointDateCode = "5" | "29" | "72";

/**
 * Subject of a note (BT-21): PMT fixed recovery indemnity, PMD late penalties, AAB discount for early payment
 * (the three demanded by BR-FR-05), REG legal form and capital, ABL trade register, AAI general, TXD tax, BAR processing.
 */
export type NoteSubject = "PMT" | "PMD" | "AAB" | "REG" | "ABL" | "AAI" | "TXD" | "BAR";

/** A note (BG-1). `subject` null is a note without code. */
export type TradeNote = {
  /** BT-21 */
  readonly subject: NoteSubject | null;
  /** BT-22. For BAR: B2B, B2BINT, B2C, OUTOFSCOPE or ARCHIVEONLY. */
  readonly content: string;
};

/** A previous document this one corrects, cancels or deducts (BG-3). */
export type PrecedingInvoice = {
  /** BT-25 */
  readonly number: string;
  /** BT-26 */
  readonly issueDate: Day;
};

/** UNTDID 5305 as BR-FR-15 restricts it: S taxed, Z zero rated, E exempt, AE reverse charge, K intra-EU, G export, O out of scope. */
export type VatCategory = "S" | "Z" | "E" | "AE" | "K" | "G" | "O";

/** The VAT treatment of a line, an allowance or a breakdown row. */
export type TradeVat = {
  /** BT-151, BT-95, BT-118 */
  readonly category: VatCategory;
  /** BT-152, BT-96, BT-119 in parts per ten thousand. Zero, and not written, for category O. */
  readonly rate: Rate;
};

/** Why no VAT is charged; demanded for E, AE, K, G and O, refused for S and Z. */
export type VatExemption = {
  /** BT-121, list VATEX: "VATEX-FR-CGI261-4", "VATEX-EU-AE"… */
  readonly code: string;
  /** BT-120, the mention of law in words. */
  readonly reason: string;
};

/** One row of the VAT breakdown (BG-23): one per category and rate. Amounts are frozen by the sale. */
export type VatBreakdown = TradeVat & {
  /** BT-116 */
  readonly taxableAmount: Cents;
  /** BT-117 */
  readonly taxAmount: Cents;
  readonly exemption?: VatExemption;
};

/** An allowance on the document for one VAT group (BG-20). A discount over several rates is several of these. */
export type DocumentAllowance = TradeVat & {
  /** BT-92, positive */
  readonly amount: Cents;
  /** BT-93, with `percent` only */
  readonly baseAmount?: Cents;
  /** BT-94, parts per ten thousand */
  readonly percent?: Rate;
  /** BT-97, in words: "Remise fidélité" */
  readonly reason: string;
};

/** An allowance on a line (BG-27). */
export type LineAllowance = {
  /** BT-136, positive on a positive line; negative on a line of negative quantity (it makes the line less negative) */
  readonly amount: Cents;
  /** BT-137, with `percent` only */
  readonly baseAmount?: Cents;
  /** BT-138, parts per ten thousand */
  readonly percent?: Rate;
  /** BT-139 */
  readonly reason: string;
};

/** A period (BG-14, BG-26), both days included. */
export type TradePeriod = { readonly start: Day; readonly end: Day };

/** An invoice line (BG-25). Free text lines and group titles of the paper are not lines here. */
export type TradeLine = {
  /** BT-126, unique in the document */
  readonly id: string;
  /** BT-127 */
  readonly note?: string;
  /** BT-153 */
  readonly name: string;
  /** BT-154 */
  readonly description?: string;
  /** BT-155 */
  readonly sellerItemId?: string;
  /** BT-129: negative for a deduction (BT-146 may not be negative, BR-FR-DEC-03) */
  readonly quantity: Quantity;
  /** BT-130, UN/ECE Recommendation 20/21: "HUR" hour, "DAY" day, "C62" one, "LS" lump sum, "KGM", "MTR", "MTK"… */
  readonly unit: string;
  /** BT-146, without VAT, never negative */
  readonly unitPrice: UnitPrice;
  readonly allowances?: readonly LineAllowance[];
  /** BT-131 = round2(quantity × unit price) − allowances in HT mode; allocated by the sale in TTC mode */
  readonly netAmount: Cents;
  readonly vat: TradeVat;
  /** BG-26 */
  readonly period?: TradePeriod;
};

/** Where and how to pay (BG-16). */
export type PaymentMeans = {
  /** BT-81, UNTDID 4461: 30 credit transfer, 58 SEPA credit transfer, 59 SEPA direct debit, 20 cheque, 48 card, 10 cash, 57 standing agreement, ZZZ other */
  readonly code: string;
  /** BT-82 */
  readonly text?: string;
  /** BT-84, without spaces; demanded with 30 and 58 */
  readonly iban?: string;
  /** BT-85 */
  readonly accountName?: string;
  /** BT-86 */
  readonly bic?: string;
};

/** The totals (BG-22): sums of rounded amounts, all frozen by the sale. */
export type TradeTotals = {
  /** BT-106 = Σ BT-131 */
  readonly lineTotal: Cents;
  /** BT-107 = Σ BT-92; zero is not written */
  readonly allowanceTotal: Cents;
  /** BT-109 = BT-106 − BT-107 */
  readonly taxBasisTotal: Cents;
  /** BT-110 = Σ BT-117 */
  readonly taxTotal: Cents;
  /** BT-112 = BT-109 + BT-110 */
  readonly grandTotal: Cents;
  /** BT-113: deposits and payments already received; zero is not written */
  readonly prepaid: Cents;
  /** BT-115 = BT-112 − BT-113 */
  readonly due: Cents;
};

/** Where the goods or services went (BG-13, BG-15). */
export type TradeDelivery = {
  /** BT-72 */
  readonly date?: Day;
  /** BT-70 */
  readonly name?: string;
  /** BG-15, when it differs from the buyer's address (mention 7° bis) */
  readonly address?: TradeAddress;
};

/**
 * An issued document in the business terms of EN 16931, everything given: the writer computes no amount.
 * In a credit note (381, 503) amounts and quantities are those of the invoice it credits, **positive**: the type says the direction.
 */
export type TradeDocument = {
  /** BT-1: at most 20 characters until the public hub lifts its limit, `[A-Za-z0-9+\-_/]` (BR-FR-01/02) */
  readonly number: string;
  /** BT-3 */
  readonly typeCode: TradeDocumentTypeCode;
  /** BT-2 */
  readonly issueDate: Day;
  /** BT-5 */
  readonly currency: "EUR";
  /** BT-23 */
  readonly businessProcess: BusinessProcess;
  /** BT-9; the date of payment when already paid (B2, S2, M2) */
  readonly dueDate?: Day;
  /** BT-20 */
  readonly paymentTerms?: string;
  /** BT-83 */
  readonly paymentReference?: string;
  /** BT-8 */
  readonly vatPointDateCode?: VatPointDateCode;
  /** BG-1 */
  readonly notes: readonly TradeNote[];
  /** BG-3 */
  readonly precedingInvoices: readonly PrecedingInvoice[];
  /** BT-10 */
  readonly buyerReference?: string;
  /** BT-13 */
  readonly purchaseOrder?: string;
  /** BT-14: the number of our quote */
  readonly salesOrder?: string;
  /** BT-12 */
  readonly contract?: string;
  readonly seller: TradeSeller;
  readonly buyer: TradeBuyer;
  readonly delivery?: TradeDelivery;
  /** BG-14 */
  readonly period?: TradePeriod;
  /** BG-16 */
  readonly paymentMeans: readonly PaymentMeans[];
  /** BG-20 */
  readonly allowances: readonly DocumentAllowance[];
  /** BG-23 */
  readonly vatBreakdown: readonly VatBreakdown[];
  readonly totals: TradeTotals;
  /** BG-25 */
  readonly lines: readonly TradeLine[];
};
