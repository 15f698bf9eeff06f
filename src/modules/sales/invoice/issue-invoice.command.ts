import { z } from "zod";
import { addDays, type Day, parseDay } from "#kernel/day.ts";
import { type Id, parseId } from "#kernel/id.ts";
import { minimum, subtract, ZERO } from "#kernel/money.ts";
import { isRefusal, type Refusal, refuse } from "#kernel/refusal.ts";
import { fiscalYearOn, preparePosting } from "#modules/ledger/index.server.ts";
import { activityProfile, organizationProfile } from "#modules/membership/index.server.ts";
import { type CommandContext, defineCommand } from "#platform/command.ts";
import { dayText, optionalText } from "#platform/field.ts";
import { computeTotals } from "../document/totals.ts";
import { checkTradeDocument } from "../facturx/french-rules.ts";
import { version } from "../input.ts";
import { letterSettled } from "../payment/letter-settled.store.ts";
import { checkPaidOn, PAYMENT_METHODS, type PaymentMethod } from "../payment/payment.ts";
import { recordOn } from "../payment/record-payment.command.ts";
import { type Issued as IssuedDocument, settleByCredit } from "../payment/settle-by-credit.command.ts";
import { dueOf } from "../payment/vat-on-receipt.ts";
import { fitsTheHub, numberParts, seriesKey, seriesYear } from "../series/series.ts";
import { optionForDebits, salesSettings } from "../settings.ts";
import { findBuyer } from "./buyer.store.ts";
import { finishIssue } from "./finish-issue.store.ts";
import { freezeDocument } from "./freeze-document.ts";
import type { FrozenInvoice, PaidAtIssue } from "./frozen-invoice.ts";
import { may } from "./invoice.policy.ts";
import { findInvoice, type StoredInvoice } from "./invoice.store.ts";
import { checkCredit, checkDraft, checkIssueDate, claimOf, type InvoiceId } from "./invoice.ts";
import { auxiliaryOf, claimWithVat, invoiceEntry } from "./invoice-entry.ts";
import { addEvent } from "./invoice-event.store.ts";
import { creditNotesOf, deductionsFor, findQuoteReference, hasFinalOf } from "./invoice-link.store.ts";
import { unnumberedTrade } from "./invoice-trade.ts";
import { checkDelay } from "./payment-delay.ts";

export const INVOICE_ISSUED = "sales.invoice.issued.v1";

const input = z.object({
  invoiceId: z
    .string()
    .refine((value) => parseId(value) !== null, "field.required")
    .transform((value) => value as Id<"invoice">),
  /** null: the draft's date, else today. */
  issueDate: z
    .string()
    .nullable()
    .default(null)
    .refine((value) => value === null || parseDay(value) !== null, "field.day")
    .transform((value) => value as Day | null),
  /** The version that was read before deciding: what is issued for ever is what was seen. */
  version: version.nullable().default(null),
  /** The customer has paid already: recorded with the issue, and said by the document. */
  paid: z
    .object({
      on: dayText(),
      method: z.enum(PAYMENT_METHODS as [PaymentMethod, ...PaymentMethod[]], "field.choose"),
      reference: optionalText(100),
    })
    .nullable()
    .default(null),
});

type Issued = { invoiceId: InvoiceId; number: string };

/**
 * Issues an invoice or a credit note: legal number, frozen document, journal entry, in one transaction.
 * Everything is read, decided and computed first; the series, then the chain of the books, are locked last.
 */
export const issueInvoice = defineCommand({
  name: "sales.invoice.issue",
  input,
  async run(context, { invoiceId, issueDate: asked, version: read, paid }): Promise<Issued | Refusal> {
    const { tx, organizationId, actor, today } = context;
    const invoice = await findInvoice(tx, organizationId, invoiceId, true);
    if (invoice === null) return refuse("missing", "invoice.missing");
    const refusal = may(actor, "issue", invoice);
    if (refusal) return refusal;
    if (read !== null && read !== invoice.version) return refuse("conflict", "invoice.readBeforeChange");
    const issueDate = asked ?? invoice.issueDate ?? today;
    if (paid !== null) {
      const unpayable = may(actor, "pay", { ...invoice, status: "issued" }) ?? checkPaidOn(paid.on, today);
      if (unpayable) return unpayable;
      if (invoice.kind === "credit_note") return refuse("conflict", "payment.creditPaidAtIssue");
    }

    const prepared = await prepare(context, invoice, issueDate, paid);
    if (isRefusal(prepared)) return prepared;
    const { activity, frozenWithout, totals, settings, year, credited } = prepared;

    // The trace first: while the series and the chain are locked, every round trip is everybody's.
    await addEvent(context, invoiceId, "issue");
    context.audit({ subjectKind: "sales.invoice", subjectId: invoiceId });
    context.emit(INVOICE_ISSUED, { invoiceId });
    await context.writeTrace();
    const key = seriesKey("invoice", year, settings.seriesScope === "activity" ? activity.code : null);
    const parts = numberParts(settings.numberTemplate, { year, activityCode: activity.code });
    if (parts === null) return refuse("conflict", "invoice.numberFull");
    const due = dueOf(frozenWithout.claim);
    const posting = preparePosting(
      invoiceEntry(
        {
          invoiceId,
          kind: frozenWithout.kind,
          creditsDeposit: frozenWithout.creditsDeposit,
          number: "{number}",
          issueDate,
          dueDate: frozenWithout.dueDate,
          activityId: invoice.activityId,
          customer: auxiliaryOf({ customerId: invoice.customerId, frozen: frozenWithout }),
          totals,
          deductions: frozenWithout.deductions,
          claim: frozenWithout.claim,
        },
        settings.accounts,
      ),
    );
    if (isRefusal(posting)) return posting;
    const finished = await finishIssue(context, {
      invoiceId,
      seriesKey: key,
      parts,
      frozen: frozenWithout,
      due,
      posting,
    });
    if (isRefusal(finished)) return finished;
    const { number } = finished;
    const dateRefusal = checkIssueDate(issueDate, today, finished.lastDate);
    if (dateRefusal) return dateRefusal;
    if (!fitsTheHub(number)) return refuse("conflict", "invoice.numberFull");
    const frozen: FrozenInvoice = { ...frozenWithout, number };
    if (credited !== null) {
      const amount = minimum(due, subtract(credited.due, credited.settled));
      const creditNote = { ...invoice, number, frozen, due, settled: ZERO };
      if (amount > 0n) {
        await settleByCredit(context, { invoice: credited, creditNote, amount, on: issueDate }, settings.accounts);
        await letterSettled(context, invoiceId, settings.accounts.customer);
      }
    }
    if (paid !== null) {
      const { on: paidOn, method, reference } = paid;
      const issued = { ...invoice, number, frozen, due, settled: ZERO };
      const payment = { amount: due, close: false, paidOn, method, reference };
      const recorded = await recordOn(context, issued, payment, settings);
      if (isRefusal(recorded)) return recorded;
    }
    return { invoiceId, number };
  },
});

/** Reads and checks everything that needs no lock. */
async function prepare(context: CommandContext, invoice: StoredInvoice, issueDate: Day, paid: PaidAtIssue | null) {
  const { tx, organizationId } = context;
  const organization = await organizationProfile(tx, organizationId);
  const activity = await activityProfile(tx, organizationId, invoice.activityId);
  const buyer = await findBuyer(tx, organizationId, invoice.customerId);
  if (activity === null || buyer === null) return refuse("missing", "invoice.missing");
  if (activity.openedOn > issueDate || (activity.closedOn !== null && activity.closedOn < issueDate)) {
    return refuse("conflict", "invoice.activityClosed", {}, "issueDate");
  }
  if (buyer.street === "" || buyer.postalCode === "" || buyer.city === "") {
    return refuse("conflict", "invoice.customerIncomplete", {}, "customerId");
  }
  const deductions = await deductionsFor(tx, organizationId, invoice, invoice.gross);
  const draft = { kind: invoice.kind, activityId: invoice.activityId, content: invoice.content, deductions };
  const problem = checkDraft(draft);
  if (problem) return problem;

  if (
    invoice.kind === "deposit" &&
    invoice.quoteId !== null &&
    (await hasFinalOf(tx, organizationId, invoice.quoteId))
  ) {
    return refuse("conflict", "invoice.quoteFullyInvoiced");
  }
  const settings = salesSettings(organization.settings);
  const totals = computeTotals(invoice.content);
  const debits = optionForDebits(settings, issueDate);
  let credited: IssuedDocument | null = null;
  if (invoice.creditedInvoiceId !== null) {
    const origin = await findInvoice(tx, organizationId, invoice.creditedInvoiceId, true);
    if (origin?.frozen == null) return refuse("conflict", "invoice.notCreditable");
    credited = { ...origin, frozen: origin.frozen };
    const earlier = await creditNotesOf(tx, organizationId, credited.id);
    const excess = checkCredit(
      { groups: credited.frozen.claim, due: credited.due },
      earlier.flatMap((item) => item.frozen?.claim ?? []),
      claimOf(totals, deductions).groups,
    );
    if (excess) return excess;
  }
  const claim = claimWithVat(
    credited?.frozen.kind === "deposit" ? "deposit" : invoice.kind,
    totals,
    deductions,
    credited?.frozen.optionForDebits ?? debits,
  );
  const days = invoice.content.paymentDays ?? buyer.paymentDays ?? settings.paymentDays;
  // Already paid: the day of the payment stands for the day it was due (BR-FR-CO-09), even before the issue.
  const dueDate = paid?.on ?? invoice.dueDate ?? addDays(issueDate, days);
  if (paid === null && dueDate < issueDate) return refuse("invalid", "invoice.dueBeforeIssue", {}, "dueDate");
  const tooLate = invoice.kind === "credit_note" ? null : checkDelay(buyer, issueDate, dueDate);
  if (tooLate) return tooLate;
  const fiscalYear = await fiscalYearOn(tx, organizationId, issueDate);
  if (isRefusal(fiscalYear)) return fiscalYear;
  const quote = invoice.quoteId === null ? null : await findQuoteReference(tx, organizationId, invoice.quoteId);
  const frozenWithout = freezeDocument({
    invoice,
    organization,
    activity,
    buyer,
    settings,
    issueDate,
    dueDate,
    deductions,
    claim,
    debits,
    quote,
    credited: credited?.frozen ?? null,
    paid,
  });
  const [broken] = checkTradeDocument(unnumberedTrade(frozenWithout));
  if (broken) return broken;
  return { activity, frozenWithout, totals, settings, year: seriesYear(fiscalYear.endsOn), credited };
}
