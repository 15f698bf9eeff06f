import { z } from "zod";
import { type Id, parseId } from "#kernel/id.ts";
import { add, sum } from "#kernel/money.ts";
import type { Rate } from "#kernel/rate.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { defineCommand } from "#platform/command.ts";
import { computeTotals } from "../document/totals.ts";
import { mayQuote } from "../quote/quote.policy.ts";
import { findQuote } from "../quote/quote.store.ts";
import { type QuoteContent, type QuoteSchedule, scheduleOf } from "../quote/quote.ts";
import { may } from "./invoice.policy.ts";
import { insertDraft } from "./invoice.store.ts";
import { type ClaimGroup, claimOf, type InvoiceId } from "./invoice.ts";
import { addEvent } from "./invoice-event.store.ts";
import { depositsOf, hasFinalOf, plannedClaimsOf } from "./invoice-link.store.ts";
import { contentOfClaim, contentOfQuote } from "./quote-invoice.ts";

const input = z.object({
  quoteId: z
    .string()
    .refine((value) => parseId(value) !== null, "field.required")
    .transform((value) => value as Id<"quote">),
  /** next: the next claim of the schedule; rate: a claim of that share; balance: everything, claims deducted. */
  part: z.enum(["next", "rate", "balance"]),
  /** Parts per ten thousand, with "rate". */
  rate: z.int().min(1, "field.rate").max(10_000, "field.rate").nullable().default(null),
});

const LABELS = {
  fr: { deposit: "Acompte de {rate} % sur le devis {number}", instalment: "{label}, devis {number}" },
  en: { deposit: "Deposit of {rate}% on quote {number}", instalment: "{label}, quote {number}" },
} as const;

/** Prepares, as a draft, the next invoice of an accepted quote: to the cent, per VAT rate. */
export const invoiceQuote = defineCommand({
  name: "sales.quote.invoice",
  input,
  async run(context, { quoteId, part, rate }): Promise<{ invoiceId: InvoiceId } | Refusal> {
    const { tx, organizationId, actor, today } = context;
    const quote = await findQuote(tx, organizationId, quoteId, today, true);
    if (quote === null) return refuse("missing", "quote.missing");
    const refusal =
      mayQuote(actor, "invoice", quote) ?? may(actor, "create", { activityId: quote.activityId, status: "draft" });
    if (refusal) return refusal.code === "quote.wrongState" ? refuse("conflict", "invoice.quoteNotAccepted") : refusal;
    if (quote.frozen === null) return refuse("conflict", "invoice.quoteNotAccepted");
    if (await hasFinalOf(tx, organizationId, quoteId)) return refuse("conflict", "invoice.quoteFullyInvoiced");

    const { content, number } = quote.frozen;
    const deposits = await depositsOf(tx, organizationId, quoteId);
    const id = context.id<"invoice">();
    const common = {
      id,
      activityId: quote.activityId,
      customerId: quote.customerId,
      quoteId,
      creditedInvoiceId: null,
      issueDate: null,
      dueDate: null,
      title: quote.title,
    };
    if (part === "balance") {
      const invoiced = contentOfQuote(content);
      const totals = computeTotals(invoiced);
      const { due } = claimOf(totals, deposits);
      if (due < 0n) return refuse("conflict", "invoice.depositsExceed");
      const kind = deposits.length > 0 ? ("final" as const) : ("invoice" as const);
      await insertDraft(context, {
        ...common,
        kind,
        content: invoiced,
        net: totals.net,
        tax: totals.tax,
        gross: totals.gross,
        due,
      });
    } else {
      const planned = await plannedClaimsOf(tx, organizationId, quoteId);
      const claim = part === "next" ? nextOf(content, planned.count) : shareOf(content, rate as Rate | null);
      if (claim === null) return refuse("conflict", "invoice.quoteFullyInvoiced");
      const amount = sum(claim.groups.map((group) => add(group.net, group.tax)));
      if (add(planned.amount, amount) > quote.frozen.gross) return refuse("conflict", "invoice.depositTooLarge");
      const words = LABELS[content.language];
      const label =
        claim.label === ""
          ? words.deposit.replace("{rate}", percentText(claim.rate)).replace("{number}", number)
          : words.instalment.replace("{label}", claim.label).replace("{number}", number);
      const invoiced = contentOfClaim(content, claim.groups, label);
      const totals = computeTotals(invoiced);
      const { net, tax, gross } = totals;
      await insertDraft(context, { ...common, kind: "deposit", content: invoiced, net, tax, gross, due: gross });
    }
    await addEvent(context, id, "create");
    context.audit({ subjectKind: "sales.invoice", subjectId: id, details: { quoteId } });
    return { invoiceId: id };
  },
});

type Claimed = { readonly groups: readonly ClaimGroup[]; readonly label: string; readonly rate: Rate };

/** The claim of the schedule that comes after those already made; null when only the balance is left. */
function nextOf(content: QuoteContent, made: number): Claimed | null {
  const rows = scheduleOf(computeTotals(content), content.mode, content.schedule);
  const row = rows.filter((candidate) => candidate.kind !== "balance")[made];
  return row ? { groups: row.groups, label: row.label, rate: row.rate } : null;
}

function shareOf(content: QuoteContent, rate: Rate | null): Claimed | null {
  if (rate === null) return null;
  const schedule: QuoteSchedule = { depositRate: rate, instalments: [] };
  const row = scheduleOf(computeTotals(content), content.mode, schedule)[0];
  return row ? { groups: row.groups, label: "", rate } : null;
}

/** "30", "33,33": parts per ten thousand as a percentage in words. */
function percentText(rate: Rate): string {
  const whole = Math.trunc(rate / 100);
  const rest = rate % 100;
  return rest === 0 ? String(whole) : `${whole},${String(rest).padStart(2, "0").replace(/0$/, "")}`;
}
