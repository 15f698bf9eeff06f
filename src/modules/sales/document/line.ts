/** Lines of a quote or an invoice, as typed: what is stored, shown and frozen. */

import { extend, type Quantity, type UnitPrice, unitPriceOfCents } from "#kernel/decimal.ts";
import { applyRate, type Cents, subtract, ZERO } from "#kernel/money.ts";
import { type Rate, toRate } from "#kernel/rate.ts";

/** Prices typed without VAT (ht, companies) or with VAT (ttc, individuals). */
export type PriceMode = "ht" | "ttc";

/** A property of the line (CGI ann. II art. 242 nonies A I 8° bis): it decides when VAT is due. */
export type Nature = "goods" | "services";

/** UNTDID 5305 as France restricts it. */
export type VatCategory = "S" | "Z" | "E" | "AE" | "K" | "G" | "O";

/** The VAT of a line: category, rate (0 outside of S) and, when nothing is charged, the code of the exemption. */
export type LineVat = { readonly category: VatCategory; readonly rate: Rate; readonly exemption: string | null };

/** A discount: a share of the amount or an amount, never negative. */
export type Discount =
  | { readonly kind: "rate"; readonly rate: Rate; readonly label: string }
  | { readonly kind: "amount"; readonly amount: Cents; readonly label: string };

export type ItemLine = {
  readonly kind: "item";
  readonly name: string;
  readonly description: string;
  readonly nature: Nature;
  /** Negative for a deduction. */
  readonly quantity: Quantity;
  /** UN/ECE Recommendation 20: "HUR", "DAY", "C62", "LS", "MTK"… */
  readonly unit: string;
  /** In the price mode of the document, never negative. */
  readonly unitPrice: UnitPrice;
  readonly discount: Discount | null;
  readonly vat: LineVat;
  /** Product account: 706 services, 707 goods, 704 works… */
  readonly account: string;
};

export type DocumentLine =
  | ItemLine
  | { readonly kind: "group"; readonly title: string }
  | { readonly kind: "text"; readonly text: string };

/** What a quote and an invoice have in common: everything that totals are computed from. */
export type DocumentContent = {
  readonly mode: PriceMode;
  readonly lines: readonly DocumentLine[];
  /** Discounts on the whole document, spread over the VAT groups. */
  readonly discounts: readonly Discount[];
};

/** A service at the ordinary rate, so many times its price before tax: what a draft made of something else begins with. */
export function serviceLine(service: {
  readonly name: string;
  readonly count: number;
  readonly unit: "C62" | "LS";
  readonly price: Cents;
}): ItemLine {
  const { name, count, unit, price } = service;
  return {
    ...{ kind: "item", name, description: "", nature: "services", unit, discount: null, account: "706" },
    ...{ quantity: (BigInt(count) * 10_000n) as Quantity, unitPrice: unitPriceOfCents(price) },
    vat: { category: "S", rate: toRate(2000), exemption: null },
  };
}

export function isItem(line: DocumentLine): line is ItemLine {
  return line.kind === "item";
}

/** The amount of a discount on a base, of the base's sign for a rate. */
export function discountAmount(discount: Discount, base: Cents): Cents {
  return discount.kind === "rate" ? applyRate(base, discount.rate) : discount.amount;
}

/** Before and after the line's own discount, in the price mode. */
export function lineAmounts(line: ItemLine): { readonly gross: Cents; readonly discount: Cents; readonly net: Cents } {
  const gross = extend(line.quantity, line.unitPrice);
  const discount = line.discount === null ? ZERO : discountAmount(line.discount, gross);
  return { gross, discount, net: subtract(gross, discount) };
}
