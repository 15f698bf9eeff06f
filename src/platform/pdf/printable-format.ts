import type { Day } from "#kernel/day.ts";
import { type Quantity, quantityToString, type UnitPrice, unitPriceToString } from "#kernel/decimal.ts";
import { type Cents, toDecimalString } from "#kernel/money.ts";
import { type Rate, rateToPercentString } from "#kernel/rate.ts";
import { en } from "./printable.en.ts";
import { fr } from "./printable.fr.ts";

/** Numbers and dates as print wants them, whatever the version of the machine's own formats. */

export type Language = "fr" | "en";

const NO_BREAK_SPACE = "\u00a0";
const MINUS = "\u2212";

/** 123456 cents: "1 234,56 €" (fr), "€1,234.56" (en). */
export function formatAmount(amount: Cents, language: Language): string {
  const { sign, digits } = localise(toDecimalString(amount), language);
  return language === "fr" ? `${sign}${digits}${NO_BREAK_SPACE}€` : `${sign}€${digits}`;
}

/** A unit price with two to six decimals. */
export function formatUnitPrice(price: UnitPrice, language: Language): string {
  const { sign, digits } = localise(unitPriceToString(price), language);
  return language === "fr" ? `${sign}${digits}${NO_BREAK_SPACE}€` : `${sign}€${digits}`;
}

/** "12,5" */
export function formatQuantity(quantity: Quantity, language: Language): string {
  const { sign, digits } = localise(quantityToString(quantity), language);
  return sign + digits;
}

/** 550: "5,5 %" (fr), "5.5%" (en). */
export function formatRate(rate: Rate, language: Language): string {
  const { sign, digits } = localise(rateToPercentString(rate).replace(/\.?0+$/, ""), language);
  return `${sign}${digits}${language === "fr" ? NO_BREAK_SPACE : ""}%`;
}

/** "1er décembre 2026" (fr), "1 December 2026" (en). */
export function formatDay(day: Day, language: Language): string {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  const name = (language === "fr" ? fr : en).months[month - 1];
  const dayOfMonth = language === "fr" && date === 1 ? "1er" : String(date);
  return `${dayOfMonth}${NO_BREAK_SPACE}${name}${NO_BREAK_SPACE}${year}`;
}

/** "01/12/2026", the same in both languages (day first). */
export function formatShortDay(day: Day): string {
  return day.split("-").reverse().join("/");
}

/** Groups of four, kept on one line. */
export function formatIban(iban: string): string {
  const compact = iban.replace(/\s/g, "").toUpperCase();
  return (compact.match(/.{1,4}/g) ?? []).join(NO_BREAK_SPACE);
}

/** A SIREN as 123 456 789, a SIRET as 123 456 789 00012; anything else as it is. */
export function formatSiren(number: string): string {
  const match = /^(\d{3})(\d{3})(\d{3})(\d{5})?$/.exec(number.replace(/\s/g, ""));
  if (!match) return number;
  return match.slice(1).filter(Boolean).join(NO_BREAK_SPACE);
}

function localise(decimal: string, language: Language): { sign: string; digits: string } {
  const negative = decimal.startsWith("-");
  const [whole = "0", fraction] = decimal.replace("-", "").split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, language === "fr" ? NO_BREAK_SPACE : ",");
  const point = language === "fr" ? "," : ".";
  return { sign: negative ? MINUS : "", digits: fraction === undefined ? grouped : grouped + point + fraction };
}
