/** Reads what people really type: amounts, quantities, unit prices, days. Null when it is not one; nothing is guessed. */

import { addDays, type Day, parseDay, yearOf } from "#kernel/day.ts";
import type { Quantity, UnitPrice } from "#kernel/decimal.ts";
import type { Language } from "#kernel/language.ts";
import { type Cents, QUANTITY_SCALE, roundDivide, UNIT_PRICE_SCALE } from "#kernel/money.ts";
import { fold } from "./fold.ts";
import { en } from "./words.en.ts";
import { fr } from "./words.fr.ts";

type Exact = { readonly value: bigint; readonly scale: number };

const MAX_LENGTH = 60;
const SPACES = /[\s\u00a0\u202f\u2009]+/g;

/** One number: groups of three by space (or by the mark that is not the decimal one), comma or dot as decimal mark. */
function readNumber(text: string, language: Language): Exact | null {
  const match = /^([+-]?)([\d.,' ]+)$/.exec(text);
  const body = match?.[2]?.trim().replace(/ ?([.,]) ?/g, "$1");
  if (!match || body === undefined || !/\d/.test(body)) return null;
  const lastMark = Math.max(body.lastIndexOf(","), body.lastIndexOf("."));
  const mark = lastMark === -1 ? "" : body.charAt(lastMark);
  const other = mark === "," ? "." : ",";
  const single = mark !== "" && body.indexOf(mark) === lastMark;
  // "1,234" is a thousand and more in English, one and a bit in French; "1.234.567" is grouped in both.
  const grouping = !single || (language === "en" && mark === "," && !body.includes(".") && /,\d{3}$/.test(body));
  const wholeText = mark === "" || grouping ? body : body.slice(0, lastMark);
  const fraction = mark === "" || grouping ? "" : body.slice(lastMark + 1);
  if (!/^\d*$/.test(fraction)) return null;
  const separator = mark === "" ? "" : grouping ? mark : wholeText.includes(other) ? other : "";
  const whole = ungroup(wholeText, separator);
  if (whole === null || (whole === "" && fraction === "") || whole.length + fraction.length > 24) return null;
  const value = BigInt(`${whole}${fraction}` || "0");
  return { value: match[1] === "-" ? -value : value, scale: fraction.length };
}

/** Digits of a whole part grouped by spaces, apostrophes or one mark, always three by three; null otherwise. */
function ungroup(text: string, mark: string): string | null {
  if (/^\d*$/.test(text)) return text;
  const used = new Set(text.replace(/\d/g, ""));
  if (used.size !== 1) return null;
  const separator = [...used][0] ?? "";
  if (separator !== " " && separator !== "'" && separator !== mark) return null;
  const groups = text.split(separator);
  const first = groups[0] ?? "";
  if (first.length === 0 || first.length > 3 || groups.slice(1).some((group) => group.length !== 3)) return null;
  return groups.join("");
}

/** Numbers, or products of them: "3*45", "2 x 12,50". Returns the exact product and whether it was one. */
function readExpression(text: string, language: Language): (Exact & { product: boolean }) | null {
  const clean = text
    .slice(0, MAX_LENGTH + 1)
    .replace(SPACES, " ")
    .replace(/\u2212/g, "-")
    .replace(/’/g, "'")
    .trim();
  if (clean === "" || clean.length > MAX_LENGTH) return null;
  const factors = clean.split(/ ?[*x×] ?/i).map((factor) => readNumber(factor, language));
  if (factors.length > 4) return null;
  let value = 1n;
  let scale = 0;
  for (const factor of factors) {
    if (factor === null) return null;
    value *= factor.value;
    scale += factor.scale;
  }
  return { value, scale, product: factors.length > 1 };
}

/** Exact to the scale, or null; a product is rounded by the house's one rounding, as an invoice line is. */
function toScale(read: (Exact & { product: boolean }) | null, scale: number): bigint | null {
  if (read === null) return null;
  if (read.scale <= scale) return limit(read.value * 10n ** BigInt(scale - read.scale), scale);
  const divisor = 10n ** BigInt(read.scale - scale);
  if (read.value % divisor !== 0n && !read.product) return null;
  return limit(roundDivide(read.value, divisor), scale);
}

/** More than fifteen digits before the decimal mark is a slip of the hand, and more than the database holds. */
function limit(value: bigint, scale: number): bigint | null {
  const bound = 10n ** BigInt(15 + scale - 2);
  return value > -bound && value < bound ? value : null;
}

/**
 * Reads an amount in euros: "1 234,5 €", "1234.56", "1.234,56", "12€50", "-80", "3*45".
 * Null when it is not one or has more than two decimals (nothing is rounded silently, but a product: 1,25*33,50 is 41,88).
 */
export function parseAmount(text: string, language: Language): Cents | null {
  const spaced = text.slice(0, MAX_LENGTH + 1).replace(SPACES, " ");
  const mixed = /^(.*\d) ?€ ?(\d{2})$/.exec(spaced.trim());
  const plain = mixed && !/[.,*x×]/i.test(mixed[1] ?? "") ? `${mixed[1]}.${mixed[2]}` : spaced;
  const bare = plain.trim().replace(/^([+\-\u2212]?) ?€ ?/, "$1");
  return toScale(readExpression(bare.replace(/ ?(€|eur|euros?)$/i, ""), language), 2) as Cents | null;
}

/** Reads a quantity: "1,5", "1 200", "3*4", and hours that are exact: "1h30" is 1,5. At most four decimals. */
export function parseQuantityInput(text: string, language: Language): Quantity | null {
  const hours = /^(\d{1,4}) ?h ?([0-5]\d)?$/i.exec(text.replace(SPACES, " ").trim());
  if (hours) {
    const minutes = BigInt(hours[1] ?? "0") * 60n + BigInt(hours[2] ?? "0");
    const scaled = minutes * 10n ** BigInt(QUANTITY_SCALE);
    return scaled % 60n === 0n ? ((scaled / 60n) as Quantity) : null;
  }
  return toScale(readExpression(text, language), QUANTITY_SCALE) as Quantity | null;
}

/** Reads a unit price: "33,335", "80 €". At most six decimals. */
export function parseUnitPriceInput(text: string, language: Language): UnitPrice | null {
  const bare = text.slice(0, MAX_LENGTH + 1).replace(/[\s\u00a0\u202f]*(€|eur|euros?)\s*$/i, "");
  return toScale(readExpression(bare, language), UNIT_PRICE_SCALE) as UnitPrice | null;
}

const NEAR: Readonly<Record<string, number>> = {
  auj: 0,
  "aujourd'hui": 0,
  aujourdhui: 0,
  today: 0,
  hier: -1,
  yesterday: -1,
  "avant-hier": -2,
  demain: 1,
  tomorrow: 1,
  "apres-demain": 2,
};

function clean(text: string): string {
  return fold(text).replace(/’/g, "'").replace(SPACES, " ").trim();
}

/** Month number of "mars", "janv.", "sept", "March": at least three letters, and no other month starts so. */
function monthNumber(name: string): number | null {
  if (name.length < 3) return null;
  for (const names of [fr.months, en.months]) {
    const found = names.map(clean).flatMap((full, index) => (full.startsWith(name) ? [index + 1] : []));
    if (found.length === 1) return found[0] ?? null;
  }
  return null;
}

function fullYear(text: string | undefined, today: Day): number {
  if (text === undefined) return yearOf(today);
  if (text.length === 4) return Number(text);
  const thisCentury = Math.floor(yearOf(today) / 100) * 100 + Number(text);
  return thisCentury > yearOf(today) + 20 ? thisCentury - 100 : thisCentury;
}

function build(dayText: string | undefined, month: number, year: number): Day | null {
  return parseDay(`${year}-${String(month).padStart(2, "0")}-${String(dayText).padStart(2, "0")}`);
}

/**
 * Reads a day as people type it, day first: 15/3 (this year), 1503, 150326, 15.03.26, 15 mars, 1er mars 2027,
 * auj, hier, demain, 2026-03-15. A year of two digits is at most twenty years ahead. Null when there is no such day.
 */
export function parseDayInput(text: string, today: Day): Day | null {
  if (text.length > MAX_LENGTH) return null;
  const typed = clean(text);
  const near = NEAR[typed];
  if (near !== undefined) return addDays(today, near);
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed);
  if (iso) return build(iso[3], Number(iso[2]), Number(iso[1]));
  const marked = /^(\d{1,2}) ?[/.\- ] ?(\d{1,2})(?: ?[/.\- ] ?(\d{4}|\d{2}))?$/.exec(typed);
  if (marked) return build(marked[1], Number(marked[2]), fullYear(marked[3], today));
  const digits = /^(\d{2})(\d{2})(\d{4}|\d{2})?$/.exec(typed);
  if (digits) return build(digits[1], Number(digits[2]), fullYear(digits[3], today));
  const named = /^(?:[a-z]+ )?(\d{1,2})(?:er|st|nd|rd|th)? ([a-z]+)\.?(?: (\d{4}|\d{2}))?$/.exec(typed);
  if (named) {
    const month = monthNumber(named[2] ?? "");
    return month === null ? null : build(named[1], month, fullYear(named[3], today));
  }
  return null;
}
