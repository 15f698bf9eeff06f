/** What the buttons of the list of instalments do, with and without script. */

import { MAX_INSTALMENTS } from "./quote.ts";
import { BLANK_INSTALMENT, type InstalmentForm, type QuoteForm } from "./quote-form.ts";

export function addInstalment(instalments: readonly InstalmentForm[]): readonly InstalmentForm[] {
  return instalments.length >= MAX_INSTALMENTS ? instalments : [...instalments, BLANK_INSTALMENT];
}

export function removeInstalment(instalments: readonly InstalmentForm[], index: number): readonly InstalmentForm[] {
  return instalments.filter((_, rank) => rank !== index);
}

/** The form after a button was pressed without script; null for an intent that is not one of these. */
export function editSchedule(form: QuoteForm, intent: string): QuoteForm | null {
  if (intent === "instalment.add") return { ...form, instalments: addInstalment(form.instalments) };
  const removed = /^instalment\.remove\.(\d{1,2})$/.exec(intent);
  return removed ? { ...form, instalments: removeInstalment(form.instalments, Number(removed[1])) } : null;
}
