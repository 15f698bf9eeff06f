/** An invoice as it is kept: read by commands and pages alike. */

import type { Day } from "#kernel/day.ts";
import type { ActivityId, Id } from "#kernel/id.ts";
import type { Cents } from "#kernel/money.ts";
import type { FrozenInvoice, InvoiceContent } from "./frozen-invoice.ts";
import type { InvoiceId, InvoiceKind, InvoiceStatus } from "./invoice.ts";

export type CustomerId = Id<"customer">;
export type QuoteId = Id<"quote">;

export type StoredInvoice = {
  readonly id: InvoiceId;
  readonly activityId: ActivityId;
  readonly customerId: CustomerId;
  readonly quoteId: QuoteId | null;
  readonly kind: InvoiceKind;
  readonly creditedInvoiceId: InvoiceId | null;
  readonly status: InvoiceStatus;
  readonly number: string | null;
  readonly issueDate: Day | null;
  readonly dueDate: Day | null;
  readonly title: string;
  readonly content: InvoiceContent;
  readonly net: Cents;
  readonly tax: Cents;
  readonly gross: Cents;
  readonly due: Cents;
  readonly settled: Cents;
  readonly frozen: FrozenInvoice | null;
  readonly entryId: string | null;
  readonly pdfHash: string | null;
  readonly sentAt: string | null;
  readonly updatedAt: string;
  readonly version: number;
};
