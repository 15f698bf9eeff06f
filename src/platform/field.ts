/** Building blocks of the schemas of commands: each failure is a code that has a sentence (http/field.fr.ts). */

import { z } from "zod";
import { type Day, parseDay } from "#kernel/day.ts";
import { type Id, parseId } from "#kernel/id.ts";
import { toCents } from "#kernel/money.ts";
import type { ClockTime } from "#kernel/zoned.ts";
import type { FieldCode } from "./http/field.fr.ts";

const code = (value: FieldCode) => value;

/** A line of text that must be there, spaces around taken away. */
export const requiredText = (max: number) =>
  z.string(code("field.required")).trim().min(1, code("field.required")).max(max, code("field.tooLong"));

/** A text that may be empty; absent counts as empty. */
export const optionalText = (max: number) =>
  z.string(code("field.other")).trim().max(max, code("field.tooLong")).default("");

/** An address of e-mail, small letters: local part, "@", a domain with a dot. */
export const emailText = () =>
  requiredText(254)
    .toLowerCase()
    .regex(/^[^\s@"<>(),;:]+@[^\s@]+\.[^\s@.]{2,}$/, code("field.email"));

/** The same, or nothing. */
export const optionalEmail = () =>
  optionalText(254)
    .transform((value) => value.toLowerCase())
    .refine((value) => value === "" || emailText().safeParse(value).success, code("field.email"));

/** A telephone as people write it; nothing is allowed. */
export const optionalPhone = () =>
  z
    .string(code("field.phone"))
    .trim()
    .max(30, code("field.tooLong"))
    .regex(/^[+\d\s().-]*$/, code("field.phone"))
    .default("");

/** "exemple.fr" is what people type: an address needs its scheme. Null when it is no address of a page. */
export function readWebAddress(text: string): string | null {
  const whole = /^https?:\/\//i.test(text) ? text : `https://${text}`;
  const address = whole.replace(/^https?/i, (scheme) => scheme.toLowerCase());
  return /^https?:\/\/[^\s/]+\.\S{2,}$/.test(address) && URL.canParse(address) ? address : null;
}

/** The address of a page, whole; nothing is allowed. */
export const optionalWebAddress = (max: number) =>
  optionalText(max).transform((text, context) => {
    const address = text === "" ? "" : readWebAddress(text);
    if (address !== null && address.length <= max) return address;
    context.addIssue({ code: "custom", message: code(address === null ? "field.website" : "field.tooLong") });
    return z.NEVER;
  });

/** A day, "YYYY-MM-DD". */
export const dayText = () =>
  z
    .string(code("field.required"))
    .min(1, code("field.required"))
    .refine((value) => parseDay(value) !== null, code("field.day"))
    .transform((value) => value as Day);

/** A day, or nothing ("" or absent): null. */
export const optionalDay = () =>
  z
    .string(code("field.day"))
    .nullable()
    .default(null)
    .refine((value) => value === null || value === "" || parseDay(value) !== null, code("field.day"))
    .transform((value) => (value === "" ? null : value) as Day | null);

/** An identifier of one kind of thing. */
export const idText = <Noun extends string>() =>
  z
    .string(code("field.choose"))
    .refine((value) => parseId(value) !== null, code("field.choose"))
    .transform((value) => value as Id<Noun>);

/** An identifier, or nothing ("" or absent): null. */
export const optionalId = <Noun extends string>() =>
  z
    .string(code("field.choose"))
    .nullable()
    .default(null)
    .refine((value) => value === null || value === "" || parseId(value) !== null, code("field.choose"))
    .transform((value) => (value === "" ? null : value) as Id<Noun> | null);

/** A checkbox: "on" or "true" from a form, a boolean from code; absent is not ticked. */
export const ticked = () =>
  z
    .union([z.boolean(), z.string()])
    .default(false)
    .transform((value) => value === true || value === "on" || value === "true" || value === "oui");

/** The version of what was shown when the form was opened. */
export const versionNumber = () =>
  z.coerce.number(code("field.other")).int(code("field.other")).min(1, code("field.other"));

/** A whole number as typed in a form; an empty field is no number, and no zero. */
export const wholeText = (least: number, most: number) =>
  z
    .string(code("field.wholeNumber"))
    .trim()
    .regex(/^\d{1,9}$/, code("field.wholeNumber"))
    .transform(Number)
    .pipe(z.number().min(least, code("field.other")).max(most, code("field.tooLarge")));

/** Cents, none or more: as code has them, or as the text of a form was read. */
export const centsText = (most: bigint) =>
  z
    .union([z.bigint(), z.string().regex(/^\d{1,15}$/, code("field.amount"))], code("field.amount"))
    .transform(BigInt)
    .refine((cents) => cents >= 0n && cents <= most, code("field.amount"))
    .transform(toCents);

/** One of the values, chosen in a list. */
export const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values, code("field.choose"));

/** "#0b5c55". */
export const colourText = () =>
  z
    .string(code("field.colour"))
    .trim()
    .toLowerCase()
    .regex(/^#[0-9a-f]{6}$/, code("field.colour"));

/** An hour of the day, "14:30". */
export const timeText = () =>
  z
    .string(code("field.required"))
    .min(1, code("field.required"))
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, code("field.time"))
    .transform((value) => value as ClockTime);

/** The same, or nothing. */
export const optionalTime = () =>
  z
    .string(code("field.time"))
    .default("")
    .refine((value) => value === "" || timeText().safeParse(value).success, code("field.time"))
    .transform((value) => value as ClockTime | "");
