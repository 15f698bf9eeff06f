/** Totals of a document: sums of rounded numbers, so that paper, XML, ledger and screen show the same cents. */

import { allocate, roundTogether } from "#kernel/allocation.ts";
import { add, applyRate, type Cents, netOfTax, subtract, sum, ZERO } from "#kernel/money.ts";
import {
  type Discount,
  type DocumentContent,
  discountAmount,
  type ItemLine,
  isItem,
  type LineVat,
  lineAmounts,
} from "./line.ts";

/** One row of the VAT breakdown (EN 16931 BG-23): one per category, rate and exemption. */
export type VatGroup = {
  readonly vat: LineVat;
  /** Σ of the lines without VAT, before document discounts. */
  readonly linesNet: Cents;
  /** Document discounts without VAT. */
  readonly discountNet: Cents;
  /** BT-116 */
  readonly net: Cents;
  /** BT-117 */
  readonly tax: Cents;
};

export type LineTotal = {
  readonly line: ItemLine;
  /** Index in the document's lines. */
  readonly index: number;
  /** In the price mode, after the line's discount: what the screen shows. */
  readonly amount: Cents;
  /** The line's own discount, in the price mode. */
  readonly discount: Cents;
  /** BT-131: without VAT, before document discounts. */
  readonly net: Cents;
};

export type DiscountShare = { readonly discount: Discount; readonly groupIndex: number; readonly net: Cents };

export type DocumentTotals = {
  readonly lines: readonly LineTotal[];
  readonly groups: readonly VatGroup[];
  /** Each document discount by VAT group, without VAT. */
  readonly discountShares: readonly DiscountShare[];
  /** Each document discount in the price mode, as typed. */
  readonly discountAmounts: readonly Cents[];
  /** BT-106 */
  readonly linesNet: Cents;
  /** BT-107 */
  readonly discountNet: Cents;
  /** BT-109 */
  readonly net: Cents;
  /** BT-110 */
  readonly tax: Cents;
  /** BT-112 */
  readonly gross: Cents;
};

function vatKey(vat: LineVat): string {
  return `${vat.category} ${vat.rate} ${vat.exemption ?? ""}`;
}

/**
 * Computes a document. HT mode: VAT of a group = round2(Σ line nets × rate) (EN 16931 BR-CO-17).
 * TTC mode: the total with VAT is kept exact; per group HT = round2(TTC × 10000 ÷ (10000 + rate)), VAT = TTC − HT,
 * and the HT of lines is allocated by largest remainder. Document discounts are split by group by largest remainder.
 */
export function computeTotals(content: DocumentContent): DocumentTotals {
  const items = content.lines.flatMap((line, index) => (isItem(line) ? [{ line, index, ...lineAmounts(line) }] : []));
  const keys = [...new Set(items.map(({ line }) => vatKey(line.vat)))];
  const members = keys.map((key) => items.filter(({ line }) => vatKey(line.vat) === key));
  const bases = members.map((group) => sum(group.map((item) => item.net)));
  const split = splitDiscounts(content.discounts, bases);

  const lineNets = new Map<number, Cents>();
  const groups: VatGroup[] = [];
  const discountNets: Cents[][] = content.discounts.map(() => []);
  members.forEach((group, groupIndex) => {
    const vat = (group[0] as { line: ItemLine }).line.vat;
    const base = bases[groupIndex] as Cents;
    const shares = split.map((byGroup) => byGroup[groupIndex] as Cents);
    const discount = sum(shares);
    if (content.mode === "ht") {
      for (const item of group) lineNets.set(item.index, item.net);
      shares.forEach((share, index) => {
        (discountNets[index] as Cents[]).push(share);
      });
      const net = subtract(base, discount);
      groups.push({ vat, linesNet: base, discountNet: discount, net, tax: applyRate(net, vat.rate) });
      return;
    }
    const gross = subtract(base, discount);
    const net = netOfTax(gross, vat.rate);
    const linesNet = netOfTax(base, vat.rate);
    const parts = roundTogether(
      group.map((item) => item.net * 10_000n),
      10_000n + BigInt(vat.rate),
      linesNet,
    );
    group.forEach((item, index) => {
      lineNets.set(item.index, parts[index] as Cents);
    });
    const discountNet = subtract(linesNet, net);
    allocate(discountNet, shares).forEach((share, index) => {
      (discountNets[index] as Cents[]).push(share);
    });
    groups.push({ vat, linesNet, discountNet, net, tax: subtract(gross, net) });
  });

  const linesNet = sum(groups.map((group) => group.linesNet));
  const discountNet = sum(groups.map((group) => group.discountNet));
  const net = sum(groups.map((group) => group.net));
  const tax = sum(groups.map((group) => group.tax));
  return {
    lines: items.map(({ line, index, net: amount, discount }) => ({
      line,
      index,
      amount,
      discount,
      net: lineNets.get(index) ?? ZERO,
    })),
    groups,
    discountShares: content.discounts.flatMap((discount, index) =>
      groups.map((_, groupIndex) => ({ discount, groupIndex, net: discountNets[index]?.[groupIndex] ?? ZERO })),
    ),
    discountAmounts: split.map((byGroup) => sum(byGroup)),
    linesNet,
    discountNet,
    net,
    tax,
    gross: add(net, tax),
  };
}

/** Each discount, in the price mode, split over the groups; later discounts apply to what the earlier ones left. */
function splitDiscounts(discounts: readonly Discount[], bases: readonly Cents[]): Cents[][] {
  let left = [...bases];
  return discounts.map((discount) => {
    const total = sum(left);
    // Nothing is discounted from a total that deductions made negative.
    const amount = total <= 0n ? ZERO : discountAmount(discount, total);
    // A group made negative by deductions takes no share: a discount never raises what is asked.
    const shares = allocate(
      amount,
      left.map((value) => (value > 0n ? value : 0n)),
    );
    left = left.map((value, index) => subtract(value, shares[index] as Cents));
    return shares;
  });
}
