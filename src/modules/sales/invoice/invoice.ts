/** An invoice: its kinds, its states, what it claims, when it may be issued. */

import type { Day } from "#kernel/day.ts";
import { onDay } from "#kernel/fact.ts";
import type { ActivityId, Id } from "#kernel/id.ts";
import { add, type Cents, negate, subtract, sum, ZERO } from "#kernel/money.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import type { Transitions } from "#kernel/transition.ts";
import { type DocumentContent, isItem, type LineVat } from "../document/line.ts";
import { computeTotals, type DocumentTotals } from "../document/totals.ts";
import type { fr } from "./invoice.fr.ts";

export type InvoiceId = Id<"invoice">;
export type InvoiceRefusal = Refusal<keyof typeof fr.refusals>;

/** A deposit is any claim before completion; a final invoice deducts the deposits of its quote. */
export type InvoiceKind = "invoice" | "deposit" | "final" | "credit_note";

export type InvoiceStatus = "draft" | "submitted" | "returned" | "issued";
export type InvoiceAction = "edit" | "submit" | "takeBack" | "return" | "issue" | "delete" | "credit" | "pay" | "send";

/** "edit", "credit", "pay" and "send" keep the state; "delete" ends it. */
export const invoiceTransitions: Transitions<InvoiceStatus, InvoiceAction> = {
  draft: { edit: "draft", submit: "submitted", issue: "issued", delete: "draft" },
  submitted: { edit: "submitted", takeBack: "draft", return: "returned", issue: "issued" },
  returned: { edit: "returned", submit: "submitted", issue: "issued", delete: "returned" },
  issued: { credit: "issued", pay: "issued", send: "issued" },
};

/** A deposit already invoiced, as a final invoice deducts it: by VAT group, to the cent. */
export type Deduction = {
  readonly invoiceId: InvoiceId;
  readonly number: string;
  readonly issueDate: Day;
  readonly groups: readonly ClaimGroup[];
};

/** One VAT group of what a document claims. */
export type ClaimGroup = { readonly vat: LineVat; readonly net: Cents; readonly tax: Cents };

/** What a document asks for: its totals less the deposits it deducts. */
export type Claim = { readonly groups: readonly ClaimGroup[]; readonly due: Cents };

export function sameVat(a: LineVat, b: LineVat): boolean {
  return a.category === b.category && a.rate === b.rate && a.exemption === b.exemption;
}

/** Per VAT group: the document's amounts less those of its deductions. */
export function claimOf(totals: DocumentTotals, deductions: readonly Deduction[]): Claim {
  const groups = totals.groups.map((group) => {
    const taken = deductions.flatMap((deduction) => deduction.groups).filter((item) => sameVat(item.vat, group.vat));
    return {
      vat: group.vat,
      net: subtract(group.net, sum(taken.map((item) => item.net))),
      tax: subtract(group.tax, sum(taken.map((item) => item.tax))),
    };
  });
  return { groups, due: sum(groups.map((group) => add(group.net, group.tax))) };
}

export type InvoiceDraft = {
  readonly kind: InvoiceKind;
  readonly activityId: ActivityId;
  readonly content: DocumentContent;
  readonly deductions: readonly Deduction[];
};

export const MAX_LINES = 500;

/** What keeps a draft from being submitted or issued, whatever the date. Null when nothing does. */
export function checkDraft(draft: InvoiceDraft): InvoiceRefusal | null {
  const items = draft.content.lines.filter(isItem);
  if (items.length === 0) return refuse("invalid", "invoice.noLine", {}, "lines");
  if (draft.content.lines.length > MAX_LINES) {
    return refuse("invalid", "invoice.tooManyLines", { max: String(MAX_LINES) }, "lines");
  }
  const unnamed = draft.content.lines.findIndex((line) => isItem(line) && line.name.trim() === "");
  if (unnamed >= 0)
    return refuse("invalid", "invoice.lineWithoutName", { line: String(unnamed + 1) }, `lines.${unnamed}.name`);
  const totals = computeTotals(draft.content);
  if (totals.gross < 0n) return refuse("invalid", "invoice.negative", {}, "lines");
  if (totals.gross === 0n) return refuse("invalid", "invoice.zero", {}, "lines");
  if (draft.kind === "final" && claimOf(totals, draft.deductions).due < 0n) {
    return refuse("conflict", "invoice.depositsExceed", {});
  }
  return null;
}

/**
 * The issue date never goes back within its series (CGI ann. II art. 242 nonies A I 7°: chronological and continuous),
 * and is never in the future.
 */
export function checkIssueDate(issueDate: Day, today: Day, lastInSeries: Day | null): InvoiceRefusal | null {
  if (issueDate > today) return refuse("invalid", "invoice.futureDate", {}, "issueDate");
  if (lastInSeries !== null && issueDate < lastInSeries) {
    return refuse("conflict", "invoice.dateGoesBack", { last: onDay(lastInSeries) }, "issueDate");
  }
  return null;
}

/** A credit note may not exceed what is left of its invoice, VAT group by VAT group. */
export function checkCredit(
  invoice: Claim,
  alreadyCredited: readonly ClaimGroup[],
  credit: readonly ClaimGroup[],
): InvoiceRefusal | null {
  for (const group of credit) {
    const origin = invoice.groups.find((item) => sameVat(item.vat, group.vat));
    if (!origin) return refuse("conflict", "invoice.creditOtherVat", {}, "lines");
    const taken = sum(
      alreadyCredited.filter((item) => sameVat(item.vat, group.vat)).map((item) => add(item.net, item.tax)),
    );
    if (add(group.net, group.tax) > subtract(add(origin.net, origin.tax), taken)) {
      return refuse("conflict", "invoice.creditExceeds", {}, "lines");
    }
  }
  return null;
}

/** Positive for what is asked of the customer, negative for what is given back: the sign of a document in lists. */
export function signed(kind: InvoiceKind, amount: Cents): Cents {
  return kind === "credit_note" ? negate(amount) : amount;
}

export type PaymentState = "unpaid" | "partly" | "paid" | "late";

/** The state that a reader understands at once, on a given day. */
export function paymentState(due: Cents, settled: Cents, dueDate: Day | null, today: Day): PaymentState {
  if (settled >= due) return "paid";
  if (dueDate !== null && dueDate < today) return "late";
  return settled > ZERO ? "partly" : "unpaid";
}
