/** An amount of a form, as people write it: « 1 250,50 ». Pure. */
import { z } from "zod";
import { type Cents, ZERO } from "#kernel/money.ts";
import { parseAmount } from "#ui/parse.ts";

/** Cents of a text, in a transform; what cannot be read has its sentence. */
const readWith =
  (code: string) =>
  (text: string, context: z.RefinementCtx): Cents => {
    const amount = parseAmount(text, "fr");
    if (amount !== null && amount >= 0n && amount < 1_000_000_000_00n) return amount;
    context.addIssue({ code: "custom", message: code });
    return z.NEVER;
  };

/** Cents of a text; nothing typed is zero. */
export const optionalAmount = (code: string) =>
  z
    .string(code)
    .default("")
    .transform((text, context) => (text.trim() === "" ? ZERO : readWith(code)(text, context)));

/** The same, where nothing typed is no amount: zero is said by 0. */
export const requiredAmount = (code: string) =>
  z.string("field.required").trim().min(1, "field.required").transform(readWith(code));
