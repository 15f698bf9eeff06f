/** Pieces of command inputs that every sales command checks the same way. */

import { z } from "zod";
import { type Id, parseId } from "#kernel/id.ts";

/** An identifier of one kind of thing; anything else is told as a missing choice. */
export const id = <Noun extends string>() =>
  z
    .string("field.required")
    .refine((value) => parseId(value) !== null, "field.required")
    .transform((value) => value as Id<Noun>);

/** Whom a document is for: none chosen is told as such, beside the list. */
export const chosenCustomer = () =>
  z
    .string("field.customer")
    .refine((value) => parseId(value) !== null, "field.customer")
    .transform((value) => value as Id<"customer">);

/** The version that the person had before their eyes. */
export const version = z.int().min(1);

/** The version that a page showed, as its form posts it; null when it says none. */
export function readVersion(form: FormData): number | null {
  const posted = Number(form.get("version"));
  return Number.isInteger(posted) && posted > 0 ? posted : null;
}
