/** An amount of a form, as people write it: « 1 250,50 ». Pure. */
import { z } from "zod";
import { type Cents, ZERO } from "#kernel/money.ts";
import { parseAmount } from "#ui/parse.ts";

/** Cents of a text; nothing typed is zero, what cannot be read has its sentence. */
export const optionalAmount = (code: string) =>
  z
    .string(code)
    .default("")
    .transform((text, context): Cents => {
      if (text.trim() === "") return ZERO;
      const amount = parseAmount(text, "fr");
      if (amount !== null && amount >= 0n && amount < 1_000_000_000_00n) return amount;
      context.addIssue({ code: "custom", message: code });
      return z.NEVER;
    });
