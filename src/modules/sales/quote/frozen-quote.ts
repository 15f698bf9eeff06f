/** What a validated quote says, for ever: its PDF and its page are made from this alone. */

import { z } from "zod";
import type { Day } from "#kernel/day.ts";
import { type Cents, toCents } from "#kernel/money.ts";
import { computeTotals } from "../document/totals.ts";
import {
  type ActivityRecord,
  conditionsOf,
  freezeBuyer,
  freezeSeller,
  type SellerRecord,
} from "../invoice/freeze-document.ts";
import { buyerSchema, type FrozenBuyer, type FrozenSeller, sellerSchema } from "../invoice/frozen-invoice.ts";
import { type QuoteContent, validUntil } from "./quote.ts";
import { quoteContentSchema } from "./quote-json.ts";

export type FrozenQuote = {
  readonly version: 1;
  readonly number: string;
  readonly issueDate: Day;
  readonly validUntil: Day;
  readonly title: string;
  readonly seller: FrozenSeller;
  readonly buyer: FrozenBuyer;
  readonly content: QuoteContent;
  readonly net: Cents;
  readonly tax: Cents;
  readonly gross: Cents;
  readonly footer: string;
  readonly conditions: string;
};

const day = z.string().transform((value) => value as Day);
const amount = z.union([z.string(), z.bigint()]).transform((value) => toCents(BigInt(value)));

const frozenSchema = z.object({
  version: z.literal(1),
  number: z.string(),
  issueDate: day,
  validUntil: day,
  title: z.string(),
  seller: sellerSchema,
  buyer: buyerSchema,
  content: quoteContentSchema,
  net: amount,
  tax: amount,
  gross: amount,
  footer: z.string(),
  conditions: z.string(),
});

/** Reads a frozen quote from our own table. Throws when the row is not one (a defect). */
export function readFrozenQuote(stored: unknown): FrozenQuote {
  return frozenSchema.parse(stored);
}

/** Copies the records of the day; everything but the number, which is taken last. */
export function freezeQuote(parts: {
  readonly title: string;
  readonly content: QuoteContent;
  readonly organization: SellerRecord;
  readonly activity: ActivityRecord;
  readonly buyer: FrozenBuyer;
  readonly settings: { readonly footer: string; readonly conditions: string };
  readonly issueDate: Day;
}): Omit<FrozenQuote, "number"> {
  const { net, tax, gross } = computeTotals(parts.content);
  return {
    version: 1,
    issueDate: parts.issueDate,
    validUntil: validUntil(parts.issueDate, parts.content.validityDays),
    title: parts.title,
    seller: freezeSeller(parts.organization, parts.activity),
    buyer: freezeBuyer(parts.buyer),
    content: parts.content,
    net,
    tax,
    gross,
    footer: parts.settings.footer,
    conditions: conditionsOf(parts.settings, parts.activity),
  };
}
