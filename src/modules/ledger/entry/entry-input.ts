/** What a manual entry's form sends: texts checked one by one, a code for each field that does not fit. */
import { z } from "zod";
import type { ActivityId } from "#kernel/id.ts";
import { toCents } from "#kernel/money.ts";
import { dayText, idText, optionalDay, optionalId, optionalText, requiredText, ticked } from "#platform/field.ts";
import { MOST_DOCUMENTS } from "./entry-document.ts";

/** Cents, as text or bigint; never negative. */
export const centsInput = () =>
  z
    .union([z.bigint().nonnegative("field.negative"), z.string().regex(/^\d{1,15}$/, "field.amount")], "field.amount")
    .transform((value) => toCents(BigInt(value)));

/** An account number; whether it exists is the books' answer. */
export const accountInput = () =>
  z
    .string("field.required")
    .trim()
    .toUpperCase()
    .min(1, "field.required")
    .regex(/^[1-8][0-9A-Z]{0,11}$/, "field.account");

export const lineInput = z.object({
  account: accountInput(),
  auxiliary: z.object({ code: requiredText(40), label: requiredText(200) }).optional(),
  /** null: the shared services. */
  activityId: optionalId<"activity">().transform((value) => value as ActivityId | null),
  /** Empty: the label of the entry. */
  label: optionalText(200),
  debit: centsInput(),
  credit: centsInput(),
  dueDate: optionalDay(),
});

/** Files that were sent for this form, each a document of the entry. */
export const documentIds = () => z.array(idText<"heldFile">()).max(MOST_DOCUMENTS, "entryDocument.many");

/** A form of more lines is a file: it is imported. */
export const MAX_MANUAL_LINES = 500;

export const entryInput = z.object({
  journalCode: requiredText(8).toUpperCase(),
  date: dayText(),
  label: requiredText(200),
  pieceRef: requiredText(100),
  /** null: the date of the entry. */
  pieceDate: optionalDay(),
  lines: z.array(lineInput).max(MAX_MANUAL_LINES, "field.tooLarge"),
  /** Adds link lines 580x between activities when the lines of one do not balance by themselves. */
  link: ticked(),
  documents: documentIds().default([]),
});
