/** A quote: its states, its content, how it is to be paid, what keeps it from being sent. */

import { allocate } from "#kernel/allocation.ts";
import { addDays, type Day } from "#kernel/day.ts";
import type { Id } from "#kernel/id.ts";
import { add, applyRate, type Cents, netOfTax, subtract, sum, ZERO } from "#kernel/money.ts";
import type { Rate } from "#kernel/rate.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { next, type Transitions } from "#kernel/transition.ts";
import { LARGEST_AMOUNT } from "../document/document-content.ts";
import { type DocumentContent, isItem, type LineVat, type PriceMode } from "../document/line.ts";
import { computeTotals, type DocumentTotals } from "../document/totals.ts";
import type { fr } from "./quote.fr.ts";

export type QuoteId = Id<"quote">;
export type QuoteRefusal = Refusal<keyof typeof fr.refusals>;

export type QuoteStatus =
  | "draft"
  | "submitted"
  | "returned"
  | "validated"
  | "sent"
  | "accepted"
  | "declined"
  | "expired";
export type QuoteAction =
  | "edit"
  | "submit"
  | "takeBack"
  | "return"
  | "validate"
  | "delete"
  | "send"
  | "accept"
  | "decline"
  | "expire"
  | "duplicate"
  | "invoice";

/** "edit", "send" again, "duplicate" and "invoice" keep the state; "delete" ends it; "expire" is done by time alone. */
export const quoteTransitions: Transitions<QuoteStatus, QuoteAction> = {
  draft: { edit: "draft", submit: "submitted", validate: "validated", delete: "draft", duplicate: "draft" },
  submitted: {
    edit: "submitted",
    takeBack: "draft",
    return: "returned",
    validate: "validated",
    duplicate: "submitted",
  },
  returned: { edit: "returned", submit: "submitted", validate: "validated", delete: "returned", duplicate: "returned" },
  validated: { send: "sent", accept: "accepted", decline: "declined", expire: "expired", duplicate: "validated" },
  sent: { send: "sent", accept: "accepted", decline: "declined", expire: "expired", duplicate: "sent" },
  accepted: { invoice: "accepted", duplicate: "accepted" },
  declined: { accept: "accepted", duplicate: "declined" },
  expired: { accept: "accepted", decline: "declined", duplicate: "expired" },
};

/** The state on a day: an offer that was not answered in time has expired, without anybody's act. */
export function statusOn(status: QuoteStatus, validUntil: Day | null, today: Day): QuoteStatus {
  if (validUntil === null || validUntil >= today) return status;
  return next(quoteTransitions, status, "expire") ?? status;
}

/** A claim on the way, as a share of the quote, so many days after it is signed. */
export type Instalment = { readonly label: string; readonly rate: Rate; readonly days: number };

/** How a quote is to be paid: a deposit when it is signed, claims on the way, the balance last. */
export type QuoteSchedule = {
  /** 0 for none. */
  readonly depositRate: Rate;
  readonly instalments: readonly Instalment[];
};

/** What is stored with a quote: lines and everything around them. */
export type QuoteContent = DocumentContent & {
  readonly schedule: QuoteSchedule;
  /** Days that the offer holds, from its date. */
  readonly validityDays: number;
  /** A word before the lines. */
  readonly introduction: string;
  /** Sentences that the trade asks for, one a line: insurance, certified works, right of withdrawal. */
  readonly mentions: string;
  readonly note: string;
  /** The buyer's own reference or order number. */
  readonly purchaseOrder: string;
  /** When it will be done, in words or as a day; empty when it is not said. */
  readonly deliveryDate: Day | null;
  /** Where, when it is not the buyer's address (242 nonies A I 7° bis). */
  readonly deliveryAddress: string;
  readonly language: "fr" | "en";
};

export const MAX_INSTALMENTS = 10;
export const MAX_QUOTE_LINES = 500;
export const DEFAULT_VALIDITY_DAYS = 30;

/** One VAT group of a part of a quote. */
export type ScheduleGroup = { readonly vat: LineVat; readonly net: Cents; readonly tax: Cents };

export type ScheduleRow = {
  readonly kind: "deposit" | "instalment" | "balance";
  /** Typed for an instalment, empty otherwise. */
  readonly label: string;
  readonly rate: Rate;
  readonly days: number | null;
  readonly groups: readonly ScheduleGroup[];
  /** With VAT. */
  readonly amount: Cents;
};

/**
 * Splits a quote over its deposit, instalments and balance so that they add up to the cent, per VAT group.
 * HT mode: nets by largest remainder, VAT of each claim = round2(net × rate); TTC mode: amounts with VAT by largest
 * remainder, net = round2(amount ÷ (1 + rate)). The balance takes what is left of each. Empty for one payment.
 */
export function scheduleOf(totals: DocumentTotals, mode: PriceMode, schedule: QuoteSchedule): readonly ScheduleRow[] {
  const claims = [
    ...(schedule.depositRate > 0
      ? [{ kind: "deposit" as const, label: "", rate: schedule.depositRate, days: null }]
      : []),
    ...schedule.instalments.map((one) => ({ kind: "instalment" as const, ...one })),
  ];
  const taken = claims.reduce((total, claim) => total + claim.rate, 0);
  if (claims.length === 0 || taken > 10_000) return [];
  const rows = [...claims, { kind: "balance" as const, label: "", rate: (10_000 - taken) as Rate, days: null }];
  const parts = totals.groups.map((group) =>
    splitGroup(
      group,
      mode,
      rows.map((row) => BigInt(row.rate)),
    ),
  );
  return rows
    .map((row, index) => {
      const groups = parts.map((part) => part[index] as ScheduleGroup);
      return { ...row, groups, amount: sum(groups.map((group) => add(group.net, group.tax))) };
    })
    .filter((row) => row.kind !== "balance" || row.amount !== 0n);
}

function splitGroup(group: ScheduleGroup, mode: PriceMode, weights: readonly bigint[]): ScheduleGroup[] {
  const { vat } = group;
  const shares = allocate(mode === "ht" ? group.net : add(group.net, group.tax), weights);
  let net = ZERO;
  let tax = ZERO;
  return shares.map((share, index) => {
    if (index === shares.length - 1) return { vat, net: subtract(group.net, net), tax: subtract(group.tax, tax) };
    const part =
      mode === "ht"
        ? { vat, net: share, tax: applyRate(share, vat.rate) }
        : { vat, net: netOfTax(share, vat.rate), tax: subtract(share, netOfTax(share, vat.rate)) };
    net = add(net, part.net);
    tax = add(tax, part.tax);
    return part;
  });
}

/** What keeps a quote from being submitted or validated. Null when nothing does. */
export function checkQuote(content: QuoteContent): QuoteRefusal | null {
  const size = checkSize(content);
  if (size) return size;
  if (!content.lines.some(isItem)) return refuse("invalid", "quote.noLine", {}, "lines");
  const unnamed = content.lines.findIndex((line) => isItem(line) && line.name.trim() === "");
  if (unnamed >= 0) {
    return refuse("invalid", "quote.lineWithoutName", { line: String(unnamed + 1) }, `lines.${unnamed}.name`);
  }
  const { gross } = computeTotals(content);
  if (gross < 0n) return refuse("invalid", "quote.negative", {}, "lines");
  if (gross === 0n) return refuse("invalid", "quote.zero", {}, "lines");
  return null;
}

/** What keeps a quote from being kept at all, even as a draft. */
export function checkSize(content: QuoteContent): QuoteRefusal | null {
  if (content.lines.length > MAX_QUOTE_LINES) {
    return refuse("invalid", "quote.tooManyLines", { max: String(MAX_QUOTE_LINES) }, "lines");
  }
  const totals = computeTotals(content);
  if ([totals.net, totals.tax, totals.gross].some((amount) => amount > LARGEST_AMOUNT || amount < -LARGEST_AMOUNT)) {
    return refuse("invalid", "quote.tooLarge", {}, "lines");
  }
  const { depositRate, instalments } = content.schedule;
  const claimed = instalments.reduce((total, one) => total + one.rate, Number(depositRate));
  return claimed > 10_000 ? refuse("invalid", "quote.scheduleOver", {}, "schedule.depositRate") : null;
}

/** The last day of the offer. */
export function validUntil(issueDate: Day, validityDays: number): Day {
  return addDays(issueDate, validityDays);
}

/** Where a quote stands, with VAT: what the customer signed for, what was invoiced, what came in, what is left. */
export type QuoteProgress = {
  readonly signed: Cents;
  /** Issued invoices less credit notes. */
  readonly invoiced: Cents;
  /** Money received on them, less what was given back. */
  readonly collected: Cents;
  readonly leftToInvoice: Cents;
};

export function progressOf(
  gross: Cents,
  status: QuoteStatus,
  documents: readonly { readonly credit: boolean; readonly due: Cents; readonly settled: Cents }[],
): QuoteProgress {
  const total = (amount: "due" | "settled") =>
    documents.reduce((left, one) => (one.credit ? subtract(left, one[amount]) : add(left, one[amount])), ZERO);
  const signed = status === "accepted" ? gross : ZERO;
  const invoiced = total("due");
  const left = subtract(signed, invoiced);
  return { signed, invoiced, collected: total("settled"), leftToInvoice: left > 0n ? left : ZERO };
}
