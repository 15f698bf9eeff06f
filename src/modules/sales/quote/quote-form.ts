/** The form of a quote around its lines: what is typed, and the input of the command it becomes. */

import type { Day } from "#kernel/day.ts";
import type { Language } from "#kernel/language.ts";
import { parsePercent, type Rate } from "#kernel/rate.ts";
import { percent } from "#ui/format.ts";
import { parseDayInput } from "#ui/parse.ts";
import { contentOf } from "../document/document-content.ts";
import { type DocumentForm, type FieldCode, formOf, readDocumentForm } from "../document/document-form.ts";
import { DEFAULT_VALIDITY_DAYS, type Instalment, MAX_INSTALMENTS, type QuoteContent } from "./quote.ts";
import type { fr } from "./quote-screen.fr.ts";

export type InstalmentForm = { readonly label: string; readonly rate: string; readonly days: string };

export type QuoteForm = {
  readonly activityId: string;
  readonly customerId: string;
  readonly title: string;
  readonly validityDays: string;
  readonly depositRate: string;
  readonly instalments: readonly InstalmentForm[];
  readonly introduction: string;
  readonly mentions: string;
  readonly note: string;
  readonly purchaseOrder: string;
  readonly deliveryDate: string;
  readonly deliveryAddress: string;
  readonly language: Language;
  readonly document: DocumentForm;
};

/** Codes of the fields around the lines: sentences in quote-screen.fr.ts. */
export type QuoteFieldCode = keyof typeof fr.fields;
export type QuoteFormErrors = Readonly<Record<string, FieldCode | QuoteFieldCode>>;

const AROUND = [
  "activityId",
  "customerId",
  "title",
  "validityDays",
  "depositRate",
  "introduction",
  "mentions",
  "note",
  "purchaseOrder",
  "deliveryDate",
  "deliveryAddress",
] as const;

export const BLANK_INSTALMENT: InstalmentForm = { label: "", rate: "", days: "" };

export function readQuoteForm(form: FormData): QuoteForm {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value : "";
  };
  const around = Object.fromEntries(AROUND.map((name) => [name, text(name)])) as Record<
    (typeof AROUND)[number],
    string
  >;
  const instalments = Array.from({ length: MAX_INSTALMENTS }, (_, index) => ({
    label: text(`instalments.${index}.label`),
    rate: text(`instalments.${index}.rate`),
    days: text(`instalments.${index}.days`),
    posted: form.has(`instalments.${index}.rate`),
  })).filter((one) => one.posted);
  return {
    ...around,
    instalments: instalments.map(({ label, rate, days }) => ({ label, rate, days })),
    language: text("language") === "en" ? "en" : "fr",
    document: readDocumentForm(form),
  };
}

/** Less the blank instalments, so that indexes are those of what is saved. */
export function withoutBlankInstalments(form: QuoteForm): QuoteForm {
  return {
    ...form,
    instalments: form.instalments.filter((one) => [one.label, one.rate, one.days].some((text) => text.trim() !== "")),
  };
}

/** Reads a typed quote; `screen` is the language of the person, who types numbers its way. */
export function readQuoteContent(
  form: QuoteForm,
  screen: Language,
  today: Day,
): { readonly content: QuoteContent; readonly errors: QuoteFormErrors } {
  const reading = contentOf(form.document, screen);
  const errors: Record<string, FieldCode | QuoteFieldCode> = { ...reading.errors };
  const validityDays = wholeNumber(form.validityDays, 1, 365);
  if (form.validityDays.trim() !== "" && validityDays === null) errors.validityDays = "quoteField.validityDays";
  const depositRate = readShare(form.depositRate);
  if (depositRate === null) errors.depositRate = "quoteField.share";
  const instalments = form.instalments.map((one, index): Instalment => {
    const rate = readShare(one.rate);
    if (rate === null || rate === 0) errors[`instalments.${index}.rate`] = "quoteField.share";
    const days = one.days.trim() === "" ? 0 : wholeNumber(one.days, 0, 1825);
    if (days === null) errors[`instalments.${index}.days`] = "quoteField.days";
    if (one.label.trim().length > 100) errors[`instalments.${index}.label`] = "quoteField.tooLong";
    return { label: one.label.trim(), rate: rate ?? (0 as Rate), days: days ?? 0 };
  });
  const deliveryDate = form.deliveryDate.trim() === "" ? null : parseDayInput(form.deliveryDate, today);
  if (form.deliveryDate.trim() !== "" && deliveryDate === null) errors.deliveryDate = "quoteField.day";
  const longest = {
    title: 200,
    introduction: 4000,
    mentions: 4000,
    note: 4000,
    purchaseOrder: 100,
    deliveryAddress: 500,
  };
  for (const [name, most] of Object.entries(longest)) {
    if (form[name as keyof typeof longest].trim().length > most) errors[name] = "quoteField.tooLong";
  }
  return {
    content: {
      ...reading.content,
      schedule: { depositRate: depositRate ?? (0 as Rate), instalments },
      validityDays: validityDays ?? DEFAULT_VALIDITY_DAYS,
      introduction: form.introduction.trim(),
      mentions: form.mentions.trim(),
      note: form.note.trim(),
      purchaseOrder: form.purchaseOrder.trim(),
      deliveryDate,
      deliveryAddress: form.deliveryAddress.trim(),
      language: form.language,
    },
    errors,
  };
}

/** A share of the quote; empty is none. Null when it is not between 0 and 100 %. */
function readShare(text: string): Rate | null {
  if (text.trim() === "") return 0 as Rate;
  const rate = parsePercent(text);
  return rate === null || rate < 0 || rate > 10_000 ? null : rate;
}

function wholeNumber(text: string, least: number, most: number): number | null {
  if (!/^\d{1,4}$/.test(text.trim())) return null;
  const value = Number(text.trim());
  return value >= least && value <= most ? value : null;
}

/** A stored quote as its form shows it. */
export function quoteFormOf(
  quote: {
    readonly activityId: string;
    readonly customerId: string;
    readonly title: string;
    readonly content: QuoteContent;
  },
  screen: Language,
): QuoteForm {
  const { content } = quote;
  const share = (rate: Rate) => (rate === 0 ? "" : percent(rate, screen).replace(/[\s\u00a0]*%$/, ""));
  return {
    activityId: quote.activityId,
    customerId: quote.customerId,
    title: quote.title,
    validityDays: String(content.validityDays),
    depositRate: share(content.schedule.depositRate),
    instalments: content.schedule.instalments.map((one) => ({
      label: one.label,
      rate: share(one.rate),
      days: one.days === 0 ? "" : String(one.days),
    })),
    introduction: content.introduction,
    mentions: content.mentions,
    note: content.note,
    purchaseOrder: content.purchaseOrder,
    deliveryDate: content.deliveryDate ?? "",
    deliveryAddress: content.deliveryAddress,
    language: content.language,
    document: formOf(content, screen),
  };
}

export function emptyQuoteForm(activityId: string, customerId: string, document: DocumentForm): QuoteForm {
  return {
    activityId,
    customerId,
    title: "",
    validityDays: String(DEFAULT_VALIDITY_DAYS),
    depositRate: "",
    instalments: [],
    introduction: "",
    mentions: "",
    note: "",
    purchaseOrder: "",
    deliveryDate: "",
    deliveryAddress: "",
    language: "fr",
    document,
  };
}
