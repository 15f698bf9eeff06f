/** What a person types to ask about a pay, from the address: the page, its script and the server read it alike. */
import type { Language } from "#kernel/language.ts";
import { type Cents, maximum, minimum, toCents, ZERO } from "#kernel/money.ts";
import { parsePercent, toRate } from "#kernel/rate.ts";
import { amountText } from "#ui/format.ts";
import { parseAmount, parseQuantityInput } from "#ui/parse.ts";
import { type ContractPay, FULL_TIME, type PayPerson, type PayRefusal } from "./pay-parameters.ts";
import type { Wish } from "./simulate-pay.ts";

/** From the money there is, or from the pay one wishes. */
export type PayWay = "budget" | "net";

/** The fields, by their names in the address. */
export const PAY_FIELDS = ["budget", "net", "quoi", "depenses", "heures", "taux", "fixe"] as const;
export type PayField = (typeof PAY_FIELDS)[number];
export type PayTexts = Readonly<Record<PayField, string>>;

export const WISH_KINDS = { verse: "netPaid", "avant-impot": "netBeforeTax" } as const satisfies Record<
  string,
  Wish["kind"]
>;

export type PayQuestion = Omit<PayPerson, "contract"> &
  (
    | { readonly way: "budget"; readonly budget: Cents }
    | { readonly way: "net"; readonly wish: Wish; readonly directCosts: Cents }
  );

export type PayFaults = Readonly<Partial<Record<PayField, PayRefusal["code"]>>>;

/** How far the slider goes and by which steps, in whole euros: the last step holds all there is. */
export function sliderOf(available: Cents): { readonly most: number; readonly step: number } {
  const euros = Number(available / 100n);
  const step = euros <= 1000 ? 5 : euros <= 5000 ? 10 : euros <= 20_000 ? 50 : 100;
  const steps = (maximum(available, ZERO) + toCents(step * 100) - 1n) / toCents(step * 100);
  return { most: Number(steps) * step, step };
}

/** The budget that a place of the slider means. */
export function sliderBudget(euros: number, available: Cents): Cents {
  return minimum(toCents(Math.max(0, Math.trunc(euros)) * 100), maximum(available, ZERO));
}

/**
 * The texts of the fields: those of the address, else the first ones (all the money there is, the contract's time and fixed
 * part or full time, no tax).
 * Without script the slider and the amount beside it come apart: the one that moved since `avant` is meant.
 */
export function payTexts(
  parameters: URLSearchParams,
  available: Cents,
  language: Language,
  terms: ContractPay = { weeklyHours: null, fixedPart: null },
): PayTexts {
  const text = (name: PayField, otherwise: string) => (parameters.get(name) ?? otherwise).slice(0, 60);
  const budget = text("budget", amountText(maximum(available, ZERO), language));
  const slider = parameters.get("curseur");
  const before = parameters.get("avant");
  const slid = slider !== null && /^\d{1,9}$/.test(slider) && before === budget && slider !== parameters.get("place");
  return {
    budget: slid ? amountText(sliderBudget(Number(slider), available), language) : budget,
    net: text("net", ""),
    quoi: text("quoi", "verse"),
    depenses: text("depenses", ""),
    heures: text("heures", terms.weeklyHours === null ? "35" : hoursText(terms.weeklyHours, language)),
    taux: text("taux", ""),
    fixe: text("fixe", terms.fixedPart === null ? "" : amountText(terms.fixedPart, language)),
  };
}

/** "35", "17,50": hundredths of an hour as people write them. */
function hoursText(hundredthsOfHour: bigint, language: Language): string {
  return amountText(toCents(hundredthsOfHour), language).replace(/[,.]00$/, "");
}

/** The question that the texts ask, or what is wrong with them. An empty wish asks nothing yet: null, no fault. */
export function readQuestion(
  way: PayWay,
  texts: PayTexts,
  language: Language,
): { readonly question: PayQuestion | null; readonly faults: PayFaults } {
  const faults: Partial<Record<PayField, PayRefusal["code"]>> = {};
  const amount = (field: PayField): Cents => {
    const typed = texts[field].trim();
    const value = typed === "" ? ZERO : parseAmount(typed, language);
    if (value === null || value < 0n) faults[field] = "pay.amount";
    return value ?? ZERO;
  };
  const weeklyHours = hundredths(texts.heures, language);
  if (weeklyHours === null) faults.heures = "pay.weeklyHours";
  const taxRate = texts.taux.trim() === "" ? toRate(0) : parsePercent(texts.taux.replace(/\s/g, ""));
  if (taxRate === null || taxRate < 0 || taxRate > 10_000) faults.taux = "pay.rate";
  const person = {
    weeklyHours: weeklyHours ?? FULL_TIME,
    taxRate: taxRate ?? toRate(0),
    fixedPart: way === "budget" ? amount("fixe") : ZERO,
  };
  const question: PayQuestion =
    way === "budget"
      ? { ...person, way, budget: amount("budget") }
      : {
          ...person,
          way,
          wish: { kind: wishKind(texts.quoi), amount: amount("net") },
          directCosts: amount("depenses"),
        };
  const nothing = Object.keys(faults).length > 0 || (way === "net" && texts.net.trim() === "");
  return { question: nothing ? null : question, faults };
}

function wishKind(text: string): Wish["kind"] {
  return text === "avant-impot" ? WISH_KINDS["avant-impot"] : WISH_KINDS.verse;
}

/** "35", "17,5", "17h30" → 3500, 1750; null beyond what a week of work is. */
function hundredths(text: string, language: Language): number | null {
  const hours = parseQuantityInput(text, language);
  if (hours === null || hours % 100n !== 0n) return null;
  const value = Number(hours / 100n);
  return value >= 100 && value <= FULL_TIME ? value : null;
}

/** The address's parameters that ask the same question again. */
export function payQuery(way: PayWay, texts: PayTexts, of: Readonly<Record<string, string>>): string {
  const shown: readonly PayField[] =
    way === "budget" ? ["budget", "heures", "taux", "fixe"] : ["net", "quoi", "depenses", "heures", "taux"];
  // An empty budget is a budget of nothing, and empty hours a fault: only what is optional is left out.
  const told = shown.filter((field) => texts[field] !== "" || field === "budget" || field === "heures");
  const entries = told.map((field) => [field, texts[field]]);
  return new URLSearchParams([...Object.entries(of), ...entries]).toString();
}
