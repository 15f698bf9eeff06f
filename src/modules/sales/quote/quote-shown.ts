/** What the page of a quote shows. */

import type { Day } from "#kernel/day.ts";
import type { FrozenBuyer } from "../invoice/frozen-invoice.ts";
import type { ShownLink } from "../link/link-card.view.tsx";
import type { DocumentMail } from "../outgoing/document-mails.view.tsx";
import type { QuoteAction, QuoteProgress } from "./quote.ts";
import type { QuoteInvoice, StoredQuote } from "./stored-quote.ts";

export type ShownQuote = {
  readonly slug: string;
  readonly today: Day;
  readonly key: string;
  readonly quote: StoredQuote;
  readonly buyer: FrozenBuyer | null;
  readonly activityName: string;
  readonly mails: readonly DocumentMail[];
  readonly link: ShownLink;
  readonly events: readonly {
    readonly action: string;
    readonly comment: string;
    /** The cooperative's day. */
    readonly on: Day;
    readonly by: string;
  }[];
  /** Drafts included. */
  readonly invoices: readonly QuoteInvoice[];
  readonly progress: QuoteProgress;
  readonly allowed: readonly QuoteAction[];
};
