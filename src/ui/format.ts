/** How amounts, quantities, rates and days are written. Exact on bigints, the same bytes on the server and in the browser. */

import type { Day, Month } from "#kernel/day.ts";
import { daysBetween, weekdayOf } from "#kernel/day.ts";
import { type Quantity, quantityToString, type UnitPrice, unitPriceToString } from "#kernel/decimal.ts";
import type { Fact, Facts } from "#kernel/fact.ts";
import { fill, type Language } from "#kernel/language.ts";
import { type Cents, toCents, toDecimalString } from "#kernel/money.ts";
import { type Rate, rateToPercentString } from "#kernel/rate.ts";
import { en } from "./words.en.ts";
import { fr } from "./words.fr.ts";

/** No-break space. Never U+202F: no font that we ship has it, and PDFs would show a box. */
export const NBSP = "\u00a0";
/** The minus sign of typography, as wide as the digits. */
export const MINUS = "\u2212";

const GROUP = { fr: NBSP, en: "," } as const;
const POINT = { fr: ",", en: "." } as const;
const WORDS = { fr, en } as const;

/** "1234.5" → "1 234,5": groups by three, decimal mark and minus of the language; digits are never changed. */
function localise(decimal: string, language: Language): string {
  const negative = decimal.startsWith("-");
  const [whole = "0", fraction] = (negative ? decimal.slice(1) : decimal).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, GROUP[language]);
  const text = fraction === undefined ? grouped : `${grouped}${POINT[language]}${fraction}`;
  return negative ? MINUS + text : text;
}

function withEuro(text: string, language: Language): string {
  if (language === "fr") return `${text}${NBSP}€`;
  return text.startsWith(MINUS) ? `${MINUS}€${text.slice(1)}` : `€${text}`;
}

/** "1 234,56 €" · "−120,00 €" · in English "€1,234.56". */
export function eur(amount: Cents, language: Language = "fr"): string {
  return withEuro(localise(toDecimalString(amount), language), language);
}

/** The same without the unit, for columns whose heading says €: "1 234,56". */
export function amountText(amount: Cents, language: Language = "fr"): string {
  return localise(toDecimalString(amount), language);
}

/** "+1 234,56 €", "−120,00 €", "0,00 €": for differences. */
export function eurSigned(amount: Cents, language: Language = "fr"): string {
  return amount > 0n ? `+${eur(amount, language)}` : eur(amount, language);
}

/** An amount whose sign is also said by a word: "−120,00 € (à découvert)". The default word is « négatif ». */
export function eurWithWord(amount: Cents, language: Language = "fr", word?: string): string {
  return amount < 0n ? `${eur(amount, language)} (${word ?? WORDS[language].negative})` : eur(amount, language);
}

/** Axis labels: "4 k€", "2,5 k€", "1,2 M€", "350 €". Rounded to one decimal of its unit, halves away from zero. */
export function eurShort(amount: Cents, language: Language = "fr"): string {
  const magnitude = amount < 0n ? -amount : amount;
  const [unit, divisor] =
    magnitude >= 99_950_000n
      ? (["M€", 10_000_000n] as const)
      : magnitude >= 99_950n
        ? (["k€", 10_000n] as const)
        : (["€", 10n] as const);
  let tenths = (2n * magnitude + divisor) / (2n * divisor);
  if (unit === "€") tenths = ((2n * magnitude + 100n) / 200n) * 10n;
  const sign = amount < 0n && tenths > 0n ? "-" : "";
  const decimal = tenths % 10n === 0n ? `${sign}${tenths / 10n}` : `${sign}${tenths / 10n}.${tenths % 10n}`;
  const text = localise(decimal, language);
  if (language === "fr") return `${text}${NBSP}${unit}`;
  return `${withEuro(text, "en")}${unit === "€" ? "" : unit === "k€" ? "k" : "m"}`;
}

/** "20 %", "5,5 %", "11,25 %"; in English "20%". */
export function percent(value: Rate, language: Language = "fr"): string {
  const text = localise(rateToPercentString(value).replace(/\.?0+$/, ""), language);
  return language === "fr" ? `${text}${NBSP}%` : `${text}%`;
}

/** "1,5", "1 200". */
export function quantity(value: Quantity, language: Language = "fr"): string {
  return localise(quantityToString(value), language);
}

/** At least two decimals: "80,00 €", "33,335 €". */
export function unitPrice(value: UnitPrice, language: Language = "fr"): string {
  return withEuro(localise(unitPriceToString(value), language), language);
}

/** A count with its groups: "12 480". */
export function count(value: number | bigint, language: Language = "fr"): string {
  return localise(String(value), language);
}

/** "15/03/2026" in both languages (day first), for tables. */
export function day(value: Day): string {
  return `${value.slice(8, 10)}/${value.slice(5, 7)}/${value.slice(0, 4)}`;
}

export function weekday(value: Day, language: Language = "fr"): string {
  return WORDS[language].weekdays[weekdayOf(value) % 7] ?? "";
}

/** "15 mars 2026", "1er mars 2026"; "15 March 2026". */
export function mediumDay(value: Day, language: Language = "fr"): string {
  const number = Number(value.slice(8, 10));
  const text = language === "fr" && number === 1 ? "1er" : String(number);
  return `${text} ${WORDS[language].months[Number(value.slice(5, 7)) - 1]} ${value.slice(0, 4)}`;
}

/** "dimanche 15 mars 2026"; "Sunday 15 March 2026". */
export function longDay(value: Day, language: Language = "fr"): string {
  return `${weekday(value, language)} ${mediumDay(value, language)}`;
}

/** "mars 2026". */
export function month(value: Month, language: Language = "fr"): string {
  return `${WORDS[language].months[Number(value.slice(5, 7)) - 1]} ${value.slice(0, 4)}`;
}

/** "mars", "déc.": under a chart. */
export function shortMonth(value: Month, language: Language = "fr"): string {
  return WORDS[language].shortMonths[Number(value.slice(5, 7)) - 1] ?? "";
}

/** "aujourd'hui", "hier", "demain", "il y a 12 jours", "dans 3 jours". Show the date itself in `title`. */
export function relativeDay(value: Day, today: Day, language: Language = "fr"): string {
  const distance = daysBetween(today, value);
  const words = WORDS[language];
  if (distance === 0) return words.today;
  if (distance === -1) return words.yesterday;
  if (distance === 1) return words.tomorrow;
  return fill(distance < 0 ? words.daysAgo : words.inDays, { count: count(Math.abs(distance), language) });
}

/** Minutes as "1 h 30", "45 min", "2 h". */
export function duration(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest}${NBSP}min`;
  return rest === 0 ? `${hours}${NBSP}h` : `${hours}${NBSP}h${NBSP}${String(rest).padStart(2, "0")}`;
}

/** A fact as a sentence names it. Days are short in French, in words in English, where 3/4 would be read both ways. */
function factText(fact: Fact, language: Language): string {
  if (typeof fact === "string") return fact;
  if ("money" in fact) return eur(toCents(BigInt(fact.money)), language);
  if ("day" in fact) return language === "fr" ? day(fact.day) : mediumDay(fact.day, language);
  if ("month" in fact) return month(fact.month, language);
  if ("rate" in fact) return percent(fact.rate, language);
  return count(fact.count, language);
}

/** A sentence with its facts, each written in the language of the sentence. */
export function say(sentence: string, facts: Facts, language: Language): string {
  const texts = Object.entries(facts).map(([name, fact]) => [name, factText(fact, language)]);
  return fill(sentence, Object.fromEntries(texts) as Record<string, string>);
}
