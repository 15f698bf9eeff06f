/** What an invoice of a quote says: a claim before completion, or everything with the claims deducted. */

import { allocate } from "#kernel/allocation.ts";
import { type Quantity, unitPriceOfCents } from "#kernel/decimal.ts";
import { add, type Cents, maximum, sum, ZERO } from "#kernel/money.ts";
import { type DocumentLine, type ItemLine, isItem, lineAmounts, type Nature } from "../document/line.ts";
import type { QuoteContent } from "../quote/quote.ts";
import type { InvoiceContent } from "./frozen-invoice.ts";
import { type ClaimGroup, sameVat } from "./invoice.ts";

const ONE = 10_000n as Quantity;

/** The quote's own lines, as the final (or only) invoice repeats them. */
export function contentOfQuote(quote: QuoteContent): InvoiceContent {
  return {
    mode: quote.mode,
    lines: quote.lines,
    discounts: quote.discounts,
    deliveryDate: quote.deliveryDate,
    purchaseOrder: quote.purchaseOrder,
    note: "",
    language: quote.language,
  };
}

/**
 * One line for each VAT group and nature of the claim, so that the claim has the VAT of what was ordered:
 * amounts come from the schedule, allocated to the cent.
 */
export function contentOfClaim(quote: QuoteContent, groups: readonly ClaimGroup[], label: string): InvoiceContent {
  const items = quote.lines.filter(isItem);
  const lines = groups.flatMap((group): DocumentLine[] => {
    const own = items.filter((item) => sameVat(item.vat, group.vat));
    const natures = [...new Set(own.map((item) => item.nature))];
    const amount = quote.mode === "ht" ? group.net : add(group.net, group.tax);
    const shares = allocate(
      amount,
      natures.map((nature) => weightOf(own, nature)),
    );
    return natures.flatMap((nature, index): DocumentLine[] => {
      const share = shares[index] ?? ZERO;
      const model = own.find((item) => item.nature === nature);
      return share <= 0n || !model ? [] : [claimLine(model, share, label)];
    });
  });
  return { ...contentOfQuote(quote), lines, discounts: [] };
}

function weightOf(items: readonly ItemLine[], nature: Nature): Cents {
  return maximum(ZERO, sum(items.filter((item) => item.nature === nature).map((item) => lineAmounts(item).net)));
}

function claimLine(model: ItemLine, amount: Cents, label: string): ItemLine {
  return {
    ...model,
    name: label,
    description: "",
    quantity: ONE,
    unit: "LS",
    unitPrice: unitPriceOfCents(amount),
    discount: null,
  };
}
