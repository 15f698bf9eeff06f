/** The clauses as a form carries them: amounts and hours as people write them, kept as digits. */
import type { Language } from "#kernel/language.ts";
import { toCents } from "#kernel/money.ts";
import { amountText } from "#ui/format.ts";
import { parseAmount } from "#ui/parse.ts";
import { TERM_KEYS, type TermKey, termOf } from "./terms.ts";

/** What was typed in `values.…`; what is no amount stays as typed, and is refused beside its field. */
export function readTermValues(
  input: Readonly<Record<string, string>>,
  language: Language,
): Partial<Record<TermKey, string>> {
  const values: Partial<Record<TermKey, string>> = {};
  for (const key of TERM_KEYS) {
    const typed = input[`values.${key}`]?.trim();
    if (typed === undefined) continue;
    const { kind } = termOf(key);
    // Hundredths of an hour are written as cents are: "35", "17,5".
    const parsed = (kind === "amount" || kind === "hours") && typed !== "" ? parseAmount(typed, language) : null;
    values[key] = parsed === null ? typed : parsed.toString();
  }
  return values;
}

/** The text of a field: "1 250,00" for an amount, "17,50" for hours. */
export function termText(key: TermKey, value: string, language: Language): string {
  const { kind } = termOf(key);
  if (value === "" || !/^\d+$/.test(value)) return value;
  if (kind === "amount") return amountText(toCents(BigInt(value)), language);
  return kind === "hours" ? amountText(toCents(BigInt(value)), language).replace(/[,.]00$/, "") : value;
}
