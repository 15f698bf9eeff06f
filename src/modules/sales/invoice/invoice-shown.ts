/** What the page of an invoice shows. */

import type { Day } from "#kernel/day.ts";
import type { Cents } from "#kernel/money.ts";
import type { ShownLink } from "../link/link-card.view.tsx";
import type { DocumentMail } from "../outgoing/document-mails.view.tsx";
import type { fr as paymentFr } from "../payment/payment.fr.ts";
import type { FrozenBuyer } from "./frozen-invoice.ts";
import type { Deduction, InvoiceAction } from "./invoice.ts";
import type { StoredInvoice } from "./stored-invoice.ts";

export type ShownPayment = {
  readonly id: string;
  readonly amount: Cents;
  readonly difference: Cents;
  readonly paidOn: Day;
  readonly method: keyof typeof paymentFr.methods;
  readonly reference: string;
  readonly reverses: string | null;
};

export type ShownInvoice = {
  readonly slug: string;
  readonly today: Day;
  readonly key: string;
  readonly invoice: StoredInvoice;
  readonly buyer: FrozenBuyer | null;
  readonly activityName: string;
  readonly deductions: readonly Deduction[];
  readonly quote: { readonly number: string } | null;
  /** Of the invoice that a credit note corrects. */
  readonly creditedNumber: string | null;
  readonly events: readonly {
    readonly action: string;
    readonly comment: string;
    readonly on: Day;
    readonly by: string;
  }[];
  readonly payments: readonly ShownPayment[];
  readonly credits: readonly { readonly id: string; readonly number: string; readonly gross: Cents }[];
  readonly mails: readonly DocumentMail[];
  readonly link: ShownLink;
  readonly allowed: readonly InvoiceAction[];
  /** May say, at issue, that it is already paid. */
  readonly mayPayAtIssue: boolean;
};
