import type { Language } from "#kernel/language.ts";
/** What a search finds, and how a module brings what it knows. */
import { type Cents, toCents } from "#kernel/money.ts";
import type { Reader } from "#platform/http/tenant.ts";
import { fold } from "#ui/fold.ts";
import type { IconName } from "#ui/icon-name.ts";
import { parseAmount } from "#ui/parse.ts";

export type SearchHit = {
  /** Unique among all hits: "invoice:0190…". */
  readonly key: string;
  readonly icon: IconName;
  /** What it is, in the reader's language: « Facture ». */
  readonly kind: string;
  readonly title: string;
  readonly detail?: string;
  readonly href: string;
};

/** What was typed, in the forms that a provider may look for. */
export type SearchQuery = {
  /** Trimmed, at most 100 characters; never empty. */
  readonly text: string;
  /** Without accents nor case: to compare with `unaccent(lower(…))`. */
  readonly folded: string;
  /** The amount, when the text reads as one ("640", "1 234,50"). */
  readonly amount: Cents | null;
  /** The digits alone, when there are at least four: ends of IBAN, SIREN, numbers. */
  readonly digits: string | null;
};

/** Finds at most `limit` things that the reader's actor may see. Rights are the provider's own business. */
export type SearchProvider = (reader: Reader, query: SearchQuery, limit: number) => Promise<readonly SearchHit[]>;

/** Null when there is nothing to look for. */
export function readSearchQuery(text: string | null, language: Language): SearchQuery | null {
  const trimmed = (text ?? "").trim().replace(/\s+/g, " ").slice(0, 100);
  if (trimmed === "") return null;
  const digits = trimmed.replace(/\D/g, "");
  const amount = parseAmount(trimmed, language);
  return {
    text: trimmed,
    folded: fold(trimmed),
    amount: amount === null ? null : toCents(amount),
    digits: digits.length >= 4 ? digits : null,
  };
}
