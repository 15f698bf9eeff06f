/** Amounts of a form, as the commands take them. Pure. */
import type { Language } from "#kernel/language.ts";
import { parseAmount } from "#ui/parse.ts";

/** Cents as text; what cannot be read stays as it was typed. */
export function withAmount<I extends Readonly<Record<string, string>>>(input: I, language: Language): I {
  const typed = input.amount ?? "";
  return { ...input, amount: parseAmount(typed, language)?.toString() ?? typed };
}
