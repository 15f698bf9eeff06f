/** The form of an invoice around its lines: what is typed, and the input of the command it becomes. */

import type { Day } from "#kernel/day.ts";
import type { Language } from "#kernel/language.ts";
import { day } from "#ui/format.ts";
import { parseDayInput } from "#ui/parse.ts";
import { contentOf } from "../document/document-content.ts";
import { type DocumentForm, type FieldErrors, readDocumentForm } from "../document/document-form.ts";
import type { InvoiceContent } from "./frozen-invoice.ts";

export type InvoiceForm = {
  readonly activityId: string;
  readonly customerId: string;
  readonly title: string;
  readonly issueDate: string;
  /** "30" days, or a day; empty for the customer's usual delay. */
  readonly dueDate: string;
  readonly deliveryDate: string;
  readonly periodStart: string;
  readonly periodEnd: string;
  readonly purchaseOrder: string;
  readonly note: string;
  readonly language: Language;
  readonly document: DocumentForm;
};

export function readInvoiceForm(form: FormData): InvoiceForm {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value : "";
  };
  return {
    activityId: text("activityId"),
    customerId: text("customerId"),
    title: text("title"),
    issueDate: text("issueDate"),
    dueDate: text("dueDate"),
    deliveryDate: text("deliveryDate"),
    periodStart: text("periodStart"),
    periodEnd: text("periodEnd"),
    purchaseOrder: text("purchaseOrder"),
    note: text("note"),
    language: text("language") === "en" ? "en" : "fr",
    document: readDocumentForm(form),
  };
}

/** Codes of the days around the lines. */
type AroundCode = "field.day" | "periodIncomplete" | "periodBackwards";

export type InvoiceFormReading = {
  readonly input: {
    readonly activityId: string;
    readonly customerId: string;
    readonly issueDate: Day | null;
    readonly dueDate: Day | null;
    readonly title: string;
    readonly content: InvoiceContent;
  };
  /** Codes of lines ("line.…") and of days around them, by field. */
  readonly errors: Readonly<Record<string, FieldErrors[string] | AroundCode>>;
};

/**
 * Reads a typed form; `screen` is the language of the person, who types numbers its way.
 * An empty date is none; a delay typed in days stays a delay: it counts from the day of issue, known later.
 */
export function readInvoiceInput(form: InvoiceForm, screen: Language, today: Day): InvoiceFormReading {
  const reading = contentOf(form.document, screen);
  const errors: Record<string, FieldErrors[string] | AroundCode> = { ...reading.errors } as Record<
    string,
    FieldErrors[string]
  >;
  const dayOf = (field: "issueDate" | "deliveryDate" | "periodStart" | "periodEnd"): Day | null => {
    if (form[field].trim() === "") return null;
    const value = parseDayInput(form[field], today);
    if (value === null) errors[field] = "field.day";
    return value;
  };
  const issueDate = dayOf("issueDate");
  const deliveryDate = dayOf("deliveryDate");
  const start = dayOf("periodStart");
  const end = dayOf("periodEnd");
  if (start !== null && form.periodEnd.trim() === "") errors.periodEnd = "periodIncomplete";
  if (end !== null && form.periodStart.trim() === "") errors.periodStart = "periodIncomplete";
  if (start !== null && end !== null && end < start) errors.periodEnd = "periodBackwards";
  let dueDate: Day | null = null;
  let paymentDays: number | null = null;
  const due = form.dueDate.trim();
  if (/^\d{1,2}$/.test(due)) paymentDays = Number(due);
  else if (due !== "") {
    dueDate = parseDayInput(due, today);
    if (dueDate === null) errors.dueDate = "field.day";
  }
  const { purchaseOrder, note, language } = form;
  return {
    input: {
      activityId: form.activityId,
      customerId: form.customerId,
      issueDate,
      dueDate,
      title: form.title,
      content: {
        ...reading.content,
        deliveryDate,
        purchaseOrder: purchaseOrder.trim(),
        note: note.trim(),
        language,
        paymentDays,
        period: start === null || end === null ? null : { start, end },
      },
    },
    errors,
  };
}

/** The delay as it was typed: days, or a date. */
export function delayOf(paymentDays: number | null, dueDate: Day | null): string {
  if (paymentDays !== null) return String(paymentDays);
  return dueDate === null ? "" : day(dueDate);
}
