/** The acts an invoice page offers, read from its posted form: one intent, one command. */

import type { Day } from "#kernel/day.ts";
import type { Language } from "#kernel/language.ts";
import { parseAmount, parseDayInput } from "#ui/parse.ts";

export type InvoiceIntent =
  | "submit"
  | "takeBack"
  | "return"
  | "issue"
  | "delete"
  | "credit"
  | "pay"
  | "reversePayment"
  | "send"
  | "link.open"
  | "link.close";

export const INVOICE_INTENTS: readonly InvoiceIntent[] = [
  "submit",
  "takeBack",
  "return",
  "issue",
  "delete",
  "credit",
  "pay",
  "reversePayment",
  "send",
  "link.open",
  "link.close",
];

/** The input of a payment as typed: what cannot be read becomes a value that the command refuses with its sentence. */
export function paymentInput(form: FormData, invoiceId: string, today: Day, language: Language) {
  const amount = parseAmount(String(form.get("amount") ?? ""), language);
  return {
    invoiceId,
    amount: amount ?? "?",
    paidOn: parseDayInput(String(form.get("paidOn") ?? ""), today) ?? "?",
    method: String(form.get("method") ?? "transfer"),
    reference: String(form.get("reference") ?? ""),
    close: form.get("close") !== null,
  };
}

/** What is said of a payment that came before the issue; null when nothing is. */
export function paidInput(form: FormData, today: Day) {
  const method = String(form.get("paid.method") ?? "");
  if (method === "") return null;
  const on = String(form.get("paid.on") ?? "");
  return { on: parseDayInput(on, today) ?? "?", method, reference: String(form.get("paid.reference") ?? "") };
}
