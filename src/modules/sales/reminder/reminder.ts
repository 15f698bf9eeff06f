/** A reminder of late invoices: which one comes next, when it is proposed, what a cooperative chooses. Pure. */

import { type Day, daysBetween } from "#kernel/day.ts";
import type { Language } from "#kernel/language.ts";
import type { Refusal } from "#kernel/refusal.ts";
import type { fr } from "./reminder.fr.ts";

export type ReminderRefusal = Refusal<keyof typeof fr.refusals>;
export type ReminderRefusalCode = keyof typeof fr.refusals;

/** 1: polite; 2: asks for an answer; 3: the last one before formal notice. */
export const REMINDER_LEVELS = [1, 2, 3] as const;
export type ReminderLevel = (typeof REMINDER_LEVELS)[number];

/** Days that a customer is left alone after a reminder. */
export const REST_DAYS = 7;

export type ReminderText = { readonly subject: string; readonly body: string };

type Three<T> = readonly [T, T, T];

/** What a cooperative chooses. */
export type ReminderPlan = {
  /** Days late at which each level is proposed. */
  readonly afterDays: Three<number>;
  readonly fr: Three<ReminderText>;
  readonly en: Three<ReminderText>;
};

export function textOf(plan: ReminderPlan, language: Language, level: ReminderLevel): ReminderText {
  const chosen = plan[language][level - 1];
  if (chosen === undefined) throw new Error(`no reminder of level ${level}`);
  return chosen;
}

/** What was last sent about an invoice. */
export type Reminded = { readonly lastLevel: ReminderLevel | null; readonly lastOn: Day | null };

/** The level after the last one sent; the last level may be repeated. */
export function nextLevel({ lastLevel }: Pick<Reminded, "lastLevel">): ReminderLevel {
  return lastLevel === null ? 1 : lastLevel === 1 ? 2 : 3;
}

/** Whether the customer was left alone long enough to be reminded of this invoice again. */
export function isRested({ lastOn }: Pick<Reminded, "lastOn">, today: Day): boolean {
  return lastOn === null || daysBetween(lastOn, today) >= REST_DAYS;
}

/** Whether the plan proposes to remind of it today. After the last level somebody calls: nothing is proposed. */
export function isProposed(
  invoice: Reminded & { readonly dueDate: Day },
  plan: Pick<ReminderPlan, "afterDays">,
  today: Day,
): boolean {
  if (invoice.lastLevel === 3 || !isRested(invoice, today)) return false;
  return daysBetween(invoice.dueDate, today) >= (plan.afterDays[nextLevel(invoice) - 1] ?? 0);
}
