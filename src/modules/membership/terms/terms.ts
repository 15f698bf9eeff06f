/**
 * What a contract says: the mandatory content of a CAPE (C. com. R127-1) and of a CESA (C. trav. L7331-2, R7331-10), one line for
 * each clause. The first terms are amendment 0; each amendment holds the whole of the terms from its day of effect on.
 */
import type { Json } from "#kernel/canonical-json.ts";
import { type Day, parseDay } from "#kernel/day.ts";
import type { ContractKind } from "../contract/contract.ts";

/** `amount`: cents. `hours`: hundredths of an hour a week. Both as digits; a day as "YYYY-MM-DD". */
export type TermKind = "text" | "amount" | "hours" | "day";

export type TermDefinition = {
  readonly kind: TermKind;
  readonly contract: ContractKind;
  readonly article: string;
  /** The law wants it in every contract of this kind. */
  readonly mandatory: boolean;
};

const cape = (article: string, kind: TermKind = "text", mandatory = true): TermDefinition => ({
  ...{ kind, contract: "cape", article: `R127-1 ${article}`, mandatory },
});
const cesa = (article: string, kind: TermKind = "text", mandatory = true): TermDefinition => ({
  ...{ kind, contract: "cesa", article, mandatory },
});

export const TERMS = {
  programme_before: cape("1°"),
  programme_after: cape("1°"),
  means: cape("2°"),
  structure_pay: cape("3°", "text", false),
  commitments_ceiling: cape("4°", "amount"),
  commitments_terms: cape("4°"),
  accounting_information: cape("5°"),
  early_end: cape("6°"),
  beneficiary_pay: cape("7°", "text", false),
  contributions_refund: cape("8°"),
  objectives: cesa("L7331-2 a"),
  minimum_turnover: cesa("L7331-2 a", "amount"),
  support: cesa("L7331-2 b"),
  contribution: cesa("L7331-2 c"),
  weekly_hours: cesa("L7331-2 d", "hours"),
  fixed_part: cesa("L7331-2 d", "amount"),
  variable_part: cesa("L7331-2 d"),
  statutes: cesa("L7331-2 e"),
  clientele: cesa("L7331-2 f"),
  intellectual_property: cesa("L7331-2 f"),
  association: cesa("R7331-10"),
  trial_end: cesa("L7332-1", "day", false),
} as const satisfies Readonly<Record<string, TermDefinition>>;

export type TermKey = keyof typeof TERMS;
export const TERM_KEYS = Object.keys(TERMS) as TermKey[];
export const termOf = (key: TermKey): TermDefinition => TERMS[key];

/** The clauses of a kind of contract, in the order of the law. */
export function termsOfKind(kind: ContractKind): TermKey[] {
  return TERM_KEYS.filter((key) => termOf(key).contract === kind);
}

export type Terms = {
  /** 0: as signed; then 1, 2… */
  readonly amendment: number;
  readonly values: Readonly<Partial<Record<TermKey, string>>>;
};

/** Reads the value of a fact; null for one that is no terms. */
export function readTerms(value: Json | null | undefined): Terms | null {
  if (typeof value !== "object" || value === null || !("values" in value)) return null;
  const { amendment, values } = value as { amendment: number; values: Record<string, string> };
  return { amendment, values };
}

/** The mandatory clauses that are still empty. */
export function missingTerms(kind: ContractKind, terms: Terms | null): TermKey[] {
  return termsOfKind(kind).filter((key) => termOf(key).mandatory && (terms?.values[key] ?? "") === "");
}

const LONGEST = 4000;
const MAXIMUM_HOURS = 4800;

export type TermProblem = "field.amount" | "field.number" | "field.day" | "field.tooLong";

/** Why the value of a clause cannot be kept, or null; nothing always can, the screen says what the law still wants. */
export function checkTerm(key: TermKey, value: string): TermProblem | null {
  if (value === "") return null;
  const { kind } = termOf(key);
  if (kind === "amount") return /^\d{1,12}$/.test(value) ? null : "field.amount";
  if (kind === "hours") return /^\d{1,4}$/.test(value) && Number(value) <= MAXIMUM_HOURS ? null : "field.number";
  if (kind === "day") return parseDay(value) === null ? "field.day" : null;
  return value.length > LONGEST ? "field.tooLong" : null;
}

/** The clauses that differ between two terms, in the order of the law. */
export function changedTerms(before: Terms | null, after: Terms): TermKey[] {
  return TERM_KEYS.filter((key) => (before?.values[key] ?? "") !== (after.values[key] ?? ""));
}

/** When the trial ends by the contract, null where it says nothing. */
export function trialEndOf(terms: Terms | null): Day | null {
  return parseDay(terms?.values.trial_end ?? "");
}
