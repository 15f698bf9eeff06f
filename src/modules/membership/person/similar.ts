/** Whether two records may be of one human being, and why one thinks so. Nothing is decided here: somebody looks. */
import type { Day } from "#kernel/day.ts";

/** What is compared; "" or null for what is not known. */
export type Identifying = {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly phone: string;
  readonly birthDate?: Day | null;
};

export const SIMILARITIES = [
  "sameEmail",
  "sameName",
  "swappedNames",
  "closeName",
  "samePhone",
  "sameBirthDate",
] as const;
export type Similarity = (typeof SIMILARITIES)[number];

/** Letters and digits only: no accent, case, hyphen, apostrophe or space. « Marie-Anne » is "marieanne". */
export function foldName(name: string): string {
  return name
    .normalize("NFD")
    .toLowerCase()
    .replace(/œ/g, "oe")
    .replace(/æ/g, "ae")
    .replace(/ß/g, "ss")
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/** The nine digits that a French number keeps however it is written: +33 6…, 0033 6…, 06…. Empty when too short. */
export function phoneDigits(phone: string): string {
  const digits = phone.replace(/\D/g, "");
  return digits.length < 9 ? "" : digits.slice(-9);
}

/** How many letters must be added, taken away, changed or swapped with their neighbour; counts no further than `most`. */
export function typos(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    before = above;
    above = row;
  }
  return Math.min(above[b.length] ?? 0, most + 1);
}

/** Short names leave no room for a typo: Léa is not Léo. */
function forgiven(name: string): number {
  return name.length < 5 ? 0 : name.length < 9 ? 1 : 2;
}

function close(a: string, b: string): boolean {
  if (a === "" || b === "") return false;
  const shorter = a.length < b.length ? a : b;
  return typos(a, b, forgiven(shorter)) <= forgiven(shorter);
}

/** Why two records look like one person; empty when nothing says so. A birth date or a telephone alone says nothing. */
export function similarities(a: Identifying, b: Identifying): Similarity[] {
  const found: Similarity[] = [];
  const [aFirst, aLast, bFirst, bLast] = [a.firstName, a.lastName, b.firstName, b.lastName].map(foldName) as [
    string,
    string,
    string,
    string,
  ];
  const named = aFirst !== "" && aLast !== "";
  if (a.email !== "" && a.email.trim().toLowerCase() === b.email.trim().toLowerCase()) found.push("sameEmail");
  const samePhone = phoneDigits(a.phone) !== "" && phoneDigits(a.phone) === phoneDigits(b.phone);
  const sameBirth = a.birthDate != null && a.birthDate === b.birthDate;
  if (named && aFirst === bFirst && aLast === bLast) found.push("sameName");
  else if (named && aFirst === bLast && aLast === bFirst) found.push("swappedNames");
  // Two known days of birth that differ tell two persons of close names apart.
  else if (
    (sameBirth || a.birthDate == null || b.birthDate == null) &&
    ((close(aFirst, bFirst) && close(aLast, bLast)) || (close(aFirst, bLast) && close(aLast, bFirst)))
  ) {
    found.push("closeName");
  }
  // A number is shared by a household, a day by many: each counts with something else.
  const relative = [aFirst, aLast].some((name) => name !== "" && (name === bFirst || name === bLast));
  if (samePhone && (found.length > 0 || relative)) found.push("samePhone");
  if (sameBirth && (found.length > 0 || relative)) found.push("sameBirthDate");
  return found;
}

/** The surest first: an address, then a name, then what resembles. */
export function bySureness(a: readonly Similarity[], b: readonly Similarity[]): number {
  const weight = (all: readonly Similarity[]) =>
    all.reduce((sum, one) => sum + 2 ** (SIMILARITIES.length - SIMILARITIES.indexOf(one)), 0);
  return weight(b) - weight(a);
}
