/** A quote as it is kept: read by commands and pages alike. */

import type { Day } from "#kernel/day.ts";
import type { ActivityId } from "#kernel/id.ts";
import type { Cents } from "#kernel/money.ts";
import type { CustomerId } from "../customer/customer.ts";
import type { FrozenQuote } from "./frozen-quote.ts";
import type { QuoteContent, QuoteId, QuoteStatus } from "./quote.ts";

export type StoredQuote = {
  readonly id: QuoteId;
  readonly activityId: ActivityId;
  readonly customerId: CustomerId;
  /** That of the day it was read: an offer may have expired since it was written. */
  readonly status: QuoteStatus;
  readonly number: string | null;
  readonly title: string;
  readonly issueDate: Day | null;
  readonly validUntil: Day | null;
  readonly content: QuoteContent;
  readonly net: Cents;
  readonly tax: Cents;
  readonly gross: Cents;
  readonly frozen: FrozenQuote | null;
  readonly pdfHash: string | null;
  readonly version: number;
};

export type QuoteInvoice = {
  readonly id: string;
  readonly kind: "invoice" | "deposit" | "final" | "credit_note";
  readonly number: string | null;
  readonly status: "draft" | "submitted" | "returned" | "issued";
  readonly issueDate: Day | null;
  readonly due: Cents;
  readonly settled: Cents;
};
