/** The word and the tone of an invoice's state, the same in lists, pages and search. */

import type { Day } from "#kernel/day.ts";
import type { Translation } from "#kernel/language.ts";
import type { Cents } from "#kernel/money.ts";
import type { Tone } from "#ui/tone.ts";
import type { fr } from "./invoice.fr.ts";
import { type InvoiceKind, type InvoiceStatus, paymentState } from "./invoice.ts";

const STATUS_TONE: Record<InvoiceStatus, Tone> = {
  draft: "neutre",
  submitted: "attention",
  returned: "erreur",
  issued: "info",
};

export function invoiceBadge(
  invoice: {
    readonly kind: InvoiceKind;
    readonly status: InvoiceStatus;
    readonly due: Cents;
    readonly settled: Cents;
    readonly dueDate: Day | null;
  },
  today: Day,
  words: Translation<typeof fr>,
): { readonly tone: Tone; readonly word: string } {
  if (invoice.status !== "issued") return { tone: STATUS_TONE[invoice.status], word: words.statuses[invoice.status] };
  if (invoice.kind === "credit_note") return { tone: "info", word: words.kinds.credit_note };
  const state = paymentState(invoice.due, invoice.settled, invoice.dueDate, today);
  const tone: Tone = { unpaid: "info", partly: "attention", paid: "ok", late: "erreur" }[state] as Tone;
  return { tone, word: words.payment[state] };
}
