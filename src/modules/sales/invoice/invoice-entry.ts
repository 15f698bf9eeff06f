/** The posting rule of sales: an issued document becomes a journal entry (money.md, « Entries »). */

import { allocate } from "#kernel/allocation.ts";
import type { Day } from "#kernel/day.ts";
import type { ActivityId } from "#kernel/id.ts";
import { add, type Cents, maximum, negate, subtract, sum, ZERO } from "#kernel/money.ts";
import type { Auxiliary, DraftEntry, DraftLine } from "#modules/ledger/index.ts";
import type { Nature } from "../document/line.ts";
import type { DocumentTotals } from "../document/totals.ts";
import { type ClaimGroup, claimOf, type Deduction, type InvoiceKind, sameVat } from "./invoice.ts";

/** The accounts that sales post to: settings of the cooperative with the defaults of the chart. */
export type SalesAccounts = {
  readonly customer: string;
  readonly customerDeposit: string;
  readonly vatCollected: string;
  readonly vatCollectedWaiting: string;
  readonly paymentLoss: string;
  readonly paymentGain: string;
};

/** A group of what is claimed, with the part of its VAT that falls due only when the money comes. */
export type FrozenClaimGroup = ClaimGroup & { readonly taxOnReceipt: Cents };

/**
 * The claim of a document, with VAT due at once or on receipt.
 * Goods: due on delivery; services and every deposit: on receipt, unless the SIREN took the option for debits (services).
 */
export function claimWithVat(
  kind: InvoiceKind,
  totals: DocumentTotals,
  deductions: readonly Deduction[],
  optionForDebits: boolean,
): readonly FrozenClaimGroup[] {
  return claimOf(totals, deductions).groups.map((group) => {
    const netOf = (nature: Nature) =>
      maximum(
        ZERO,
        sum(
          totals.lines
            .filter(({ line }) => line.nature === nature && sameVat(line.vat, group.vat))
            .map((line) => line.net),
        ),
      );
    const [services = ZERO, goods = ZERO] = allocate(group.tax, [netOf("services"), netOf("goods")]);
    const goodsOnReceipt = kind === "deposit" ? goods : ZERO;
    return { ...group, taxOnReceipt: add(optionForDebits ? ZERO : services, goodsOnReceipt) };
  });
}

export type InvoiceToPost = {
  readonly invoiceId: string;
  readonly kind: InvoiceKind;
  /** A credit note on a deposit gives back the advance, not a sale. */
  readonly creditsDeposit: boolean;
  readonly number: string;
  readonly issueDate: Day;
  readonly dueDate: Day | null;
  readonly activityId: ActivityId;
  readonly customer: Auxiliary;
  readonly totals: DocumentTotals;
  readonly deductions: readonly Deduction[];
  readonly claim: readonly FrozenClaimGroup[];
};

/** Customer debited, sales and VAT credited; deposits deducted from 4191; a credit note is the same with sides exchanged. */
export function invoiceEntry(invoice: InvoiceToPost, accounts: SalesAccounts): DraftEntry {
  const label = `${LABELS[invoice.kind]} ${invoice.number} ${invoice.customer.label}`.slice(0, 200);
  const direction = invoice.kind === "credit_note" ? -1n : 1n;
  const lines = new EntryLines(invoice.activityId, label, direction);

  const due = sum(invoice.claim.map((group) => add(group.net, group.tax)));
  lines.debit(accounts.customer, due, { auxiliary: invoice.customer, dueDate: invoice.dueDate ?? invoice.issueDate });
  for (const deduction of invoice.deductions) {
    lines.debit(accounts.customerDeposit, sum(deduction.groups.map((group) => group.net)));
  }
  const toDeposit = invoice.kind === "deposit" || invoice.creditsDeposit;
  for (const [account, net] of netByAccount(invoice.totals)) {
    lines.credit(toDeposit ? accounts.customerDeposit : account, net);
  }
  const onReceipt = sum(invoice.claim.map((group) => group.taxOnReceipt));
  lines.credit(accounts.vatCollected, subtract(sum(invoice.claim.map((group) => group.tax)), onReceipt));
  lines.credit(accounts.vatCollectedWaiting, onReceipt);
  return {
    journalCode: "VE",
    date: invoice.issueDate,
    label,
    pieceRef: invoice.number,
    pieceDate: invoice.issueDate,
    source: { kind: "sales.invoice", id: invoice.invoiceId },
    lines: lines.all,
  };
}

const LABELS: Record<InvoiceKind, string> = {
  invoice: "Facture",
  deposit: "Acompte",
  final: "Facture de solde",
  credit_note: "Avoir",
};

/** Sales without VAT by product account, document discounts taken off line by line within their VAT group. */
export function netByAccount(totals: DocumentTotals): Map<string, Cents> {
  const byAccount = new Map<string, Cents>();
  for (const group of totals.groups) {
    const lines = totals.lines.filter(({ line }) => sameVat(line.vat, group.vat));
    const shares = allocate(
      group.discountNet,
      lines.map((line) => maximum(ZERO, line.net)),
    );
    lines.forEach((line, index) => {
      const net = subtract(line.net, shares[index] ?? ZERO);
      byAccount.set(line.line.account, add(byAccount.get(line.line.account) ?? ZERO, net));
    });
  }
  return byAccount;
}

type LineExtra = { auxiliary?: Auxiliary; dueDate?: Day };

/** Collects the lines of an entry of one activity; a negative amount goes to the other side, zero goes nowhere. */
export class EntryLines {
  readonly all: DraftLine[] = [];
  readonly #activityId: ActivityId;
  readonly #label: string;
  readonly #direction: 1n | -1n;

  constructor(activityId: ActivityId, label: string, direction: 1n | -1n = 1n) {
    this.#activityId = activityId;
    this.#label = label;
    this.#direction = direction;
  }

  debit(account: string, amount: Cents, extra: LineExtra = {}): void {
    const signed = (amount * this.#direction) as Cents;
    if (signed === 0n) return;
    this.all.push({
      account,
      activityId: this.#activityId,
      label: this.#label,
      debit: signed > 0n ? signed : ZERO,
      credit: signed > 0n ? ZERO : negate(signed),
      ...extra,
    });
  }

  credit(account: string, amount: Cents, extra: LineExtra = {}): void {
    this.debit(account, negate(amount), extra);
  }
}

/** The customer's sub-account in the books (FEC 7 and 8): stable, opaque, short ("C3F9A0B1"), with the name of the day. */
export function auxiliaryOf(invoice: {
  readonly customerId: string;
  readonly frozen: { readonly buyer: { readonly name: string } };
}): Auxiliary {
  return { code: `C${invoice.customerId.slice(-8).toUpperCase()}`, label: invoice.frozen.buyer.name };
}
