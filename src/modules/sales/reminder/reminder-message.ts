/** The words of a reminder: the cooperative's text with the facts of the invoices. Pure. */

import type { Day } from "#kernel/day.ts";
import { fill, type Language } from "#kernel/language.ts";
import { add, type Cents, ZERO } from "#kernel/money.ts";
import { eur, mediumDay } from "#ui/format.ts";
import { en as invoiceEn } from "../invoice/invoice.en.ts";
import { fr as invoiceFr } from "../invoice/invoice.fr.ts";
import type { InvoiceKind } from "../invoice/invoice.ts";
import type { ReminderRefusalCode, ReminderText } from "./reminder.ts";
import { en } from "./reminder-text.en.ts";
import { fr } from "./reminder-text.fr.ts";

export type LateInvoice = {
  readonly number: string;
  readonly kind: InvoiceKind;
  readonly issueDate: Day;
  readonly dueDate: Day;
  readonly left: Cents;
};

/** What a text may hold between braces. */
export const REMINDER_TOKENS = ["list", "total", "numbers", "activity", "customer", "penalties"] as const;

export type ReminderFacts = {
  readonly language: Language;
  readonly activity: string;
  readonly customer: string;
  /** A private person: nothing is said of the 40 € indemnity, which binds professionals only (C. com. D441-5). */
  readonly consumer: boolean;
  readonly invoices: readonly LateInvoice[];
};

export function reminderMessage(text: ReminderText, facts: ReminderFacts): ReminderText {
  const { language, invoices } = facts;
  const words = language === "fr" ? fr : en;
  const kinds = (language === "fr" ? invoiceFr : invoiceEn).kinds;
  const numbers = invoices.map(({ number }) => number);
  const values: Record<(typeof REMINDER_TOKENS)[number], string> = {
    list: invoices
      .map((invoice) =>
        fill(words.line, {
          kind: kinds[invoice.kind],
          number: invoice.number,
          date: mediumDay(invoice.issueDate, language),
          due: mediumDay(invoice.dueDate, language),
          amount: eur(invoice.left, language),
        }),
      )
      .join("\n"),
    total: eur(
      invoices.reduce((total, { left }) => add(total, left), ZERO),
      language,
    ),
    numbers:
      numbers.length > 4
        ? `${numbers.slice(0, 3).join(", ")}…`
        : [numbers.slice(0, -1).join(", "), numbers.at(-1)].filter(Boolean).join(` ${words.and} `),
    activity: facts.activity,
    customer: facts.customer,
    penalties: facts.consumer ? "" : words.penalties,
  };
  return {
    subject: fill(text.subject, values).slice(0, 200),
    // A paragraph that says nothing leaves no hole.
    body: fill(text.body, values)
      .replace(/\n{3,}/g, "\n\n")
      .trim(),
  };
}

/** Why a cooperative cannot keep this text, or null. */
export function textProblem({ subject, body }: ReminderText): ReminderRefusalCode | null {
  const tokens = [...`${subject}${body}`.matchAll(/\{(\w*)\}/g)].map(([, name]) => name);
  if (tokens.some((name) => !REMINDER_TOKENS.some((known) => known === name))) return "reminder.token";
  if (!body.includes("{list}")) return "reminder.listMissing";
  return /(?<![\d,.])40\s*(?:€|euros?\b)|€\s*40\b/i.test(subject + body) ? "reminder.indemnity" : null;
}
