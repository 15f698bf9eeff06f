/** Accounts chosen by their beginnings, with exclusions: "42,-421,-425,43,44". */
import { type Refusal, refuse } from "#kernel/refusal.ts";
import type { fr } from "../treasury.fr.ts";

export type TreasuryRefusal = Refusal<keyof typeof fr.refusals>;

export type AccountPrefixes = { readonly include: readonly string[]; readonly exclude: readonly string[] };

const PREFIX = /^(-?)(\d[0-9A-Z]{0,11})$/;

/** Reads "42,-421, 43"; a minus excludes. Refuses what is not a beginning of account. */
export function parsePrefixes(text: string): AccountPrefixes | TreasuryRefusal {
  const include: string[] = [];
  const exclude: string[] = [];
  for (const token of text.split(/[,;\s]+/).filter((part) => part !== "")) {
    const match = PREFIX.exec(token.replace("−", "-"));
    if (match === null) return refuse("invalid", "treasury.accountsUnreadable", { text: token }, "accounts");
    (match[1] === "-" ? exclude : include).push(match[2] ?? "");
  }
  if (include.length === 0) return refuse("invalid", "treasury.accountsMissing", {}, "accounts");
  return { include, exclude };
}

/** "42,43,-421": the text that `parsePrefixes` reads. */
export function prefixesText({ include, exclude }: AccountPrefixes): string {
  return [...include, ...exclude.map((prefix) => `-${prefix}`)].join(",");
}

/** How precisely the prefixes name an account: the length of the longest one that it begins with; 0 when excluded or not named. */
export function precision({ include, exclude }: AccountPrefixes, account: string): number {
  const named = longest(include, account);
  return named > longest(exclude, account) ? named : 0;
}

function longest(prefixes: readonly string[], account: string): number {
  return prefixes.reduce(
    (length, prefix) => (prefix.length > length && account.startsWith(prefix) ? prefix.length : length),
    0,
  );
}
