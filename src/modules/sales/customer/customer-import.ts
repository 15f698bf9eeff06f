/** Reading a file of customers: which column is what, and line by line what is wrong. Nothing is written here. */

import { fold } from "#ui/fold.ts";
import { COUNTRIES } from "./country.ts";
import { en } from "./customer.en.ts";
import { fr } from "./customer.fr.ts";
import {
  BLANK_CUSTOMER,
  type CustomerField,
  type CustomerFieldCode,
  type CustomerRecord,
  type CustomerText,
} from "./customer.ts";
import { readSiret } from "./identity-number.ts";
import { readCustomer } from "./read-customer.ts";

/** A file of customers is small: these limits are far above, and keep a slip of the hand from filling the memory. */
export const MAX_IMPORT_BYTES = 2_000_000;
export const MAX_IMPORT_LINES = 5_000;

/** For each column of the file, the field that it fills; null leaves it out. */
export type ColumnChoice = readonly (CustomerField | null)[];

/** Words that headings use, the most telling first. Compared without accents, case nor signs. */
const HEADINGS: readonly (readonly [CustomerField, RegExp])[] = [
  ["siret", /siret/],
  ["siren", /siren/],
  ["vatNumber", /tva|vat|intracom/],
  ["email", /mail|courriel/],
  ["phone", /tel|phone|mobile|portable/],
  ["postalCode", /postal|^cp$|zip|postcode/],
  ["city", /ville|city|town|commune|localite/],
  ["country", /pays|country/],
  ["referredBy", /recommand|recommend/],
  ["paymentDays", /delai|echeance|paymentdays|paymentterm/],
  ["buyerReference", /reference|service|engagement/],
  ["electronicAddress", /adresse.*electronique|routage|annuaire/],
  ["street", /adresse|address|rue|street|voie/],
  ["contactName", /contact|interlocut|attention/],
  ["kind", /type|categorie|kind|particulier/],
  ["note", /note|comment|remarque/],
  ["name", /nom|name|societe|raison|client|customer|entreprise|denomination|structure/],
];

/** Guesses what each column holds, by its heading, then by what its first cells look like. A field is given once. */
export function guessColumns(headings: readonly string[], rows: readonly (readonly string[])[]): ColumnChoice {
  const taken = new Set<CustomerField>();
  const choice = headings.map((heading): CustomerField | null => {
    const word = fold(heading).replace(/[^a-z]/g, "");
    const found = HEADINGS.find(([field, pattern]) => !taken.has(field) && word !== "" && pattern.test(word));
    if (!found) return null;
    taken.add(found[0]);
    return found[0];
  });
  return choice.map((field, column) => {
    if (field !== null) return field;
    const cells = rows.slice(0, 20).flatMap((row) => (row[column]?.trim() ? [row[column].trim()] : []));
    const looks = LOOKS.find(([kind, test]) => !taken.has(kind) && cells.length > 0 && cells.every(test));
    if (!looks) return null;
    taken.add(looks[0]);
    return looks[0];
  });
}

const LOOKS: readonly (readonly [CustomerField, (cell: string) => boolean])[] = [
  ["email", (cell) => /^\S+@\S+\.\S+$/.test(cell)],
  ["siret", (cell) => readSiret(cell) !== null],
  ["postalCode", (cell) => /^\d{5}$/.test(cell)],
];

/** A country by its name in either language, as a spreadsheet writes it. */
const CODES: ReadonlyMap<string, string> = new Map(
  Object.entries(COUNTRIES).flatMap(([code, { fr, en }]) => [
    [fold(fr), code],
    [fold(en), code],
  ]),
);

/**
 * A row of the file as a typed customer. A private person is one that the file says so, or, by choice, one that has no
 * company number.
 */
export function rowText(row: readonly string[], choice: ColumnChoice, unnumberedArePersons: boolean): CustomerText {
  const text: Record<string, string> = { ...BLANK_CUSTOMER };
  choice.forEach((field, column) => {
    const cell = row[column]?.trim() ?? "";
    if (field !== null && cell !== "") text[field] = cell;
  });
  text.country = CODES.get(fold(text.country ?? "").trim()) ?? text.country ?? "";
  const unnumbered = text.siren === "" && text.siret === "" && text.vatNumber === "";
  const person = /particulier|individual|personne|^b2c$/.test(fold(text.kind ?? ""));
  text.kind = person || (unnumbered && unnumberedArePersons) ? "individual" : "company";
  text.referredBy = referrerNamed(text.referredBy ?? "");
  // A spreadsheet eats the zero of 01000 and writes 9.12E+08 for a SIREN: only the first can be put back.
  if (text.country === "FR" && /^\d{4}$/.test(text.postalCode ?? "")) text.postalCode = `0${text.postalCode}`;
  return text as CustomerText;
}

/** What a file says of whoever recommended, in either language; anything else is left to be refused. */
function referrerNamed(cell: string): string {
  const word = fold(cell).trim();
  const named = (["nobody", "activity", "cooperative"] as const).find((one) =>
    [one, fold(fr.referrers[one]), fold(en.referrers[one])].includes(word),
  );
  if (named === "nobody" || word === "personne") return "";
  return named ?? cell;
}

export type ImportLine = {
  /** As the spreadsheet numbers it: the heading is line 1. */
  readonly line: number;
  readonly name: string;
  readonly errors: Readonly<Record<string, CustomerFieldCode>>;
  /** Already among the customers of the activity, or earlier in the file. */
  readonly known: boolean;
  readonly customer: CustomerRecord | null;
};

/** What an import would do, line by line. Empty lines are left out. */
export function planImport(
  rows: readonly (readonly string[])[],
  choice: ColumnChoice,
  known: readonly { readonly name: string; readonly siren: string | null }[],
  unnumberedArePersons = false,
): ImportLine[] {
  const seen = new Set(known.flatMap(keysOf));
  return rows.flatMap((row, index): ImportLine[] => {
    if (row.every((cell) => cell.trim() === "")) return [];
    const text = rowText(row, choice, unnumberedArePersons);
    const reading = readCustomer(text);
    const name = text.name.trim();
    if ("errors" in reading) return [{ line: index + 2, name, errors: reading.errors, known: false, customer: null }];
    const keys = keysOf(reading.customer);
    const already = keys.some((key) => seen.has(key));
    for (const key of keys) seen.add(key);
    return [{ line: index + 2, name, errors: {}, known: already, customer: reading.customer }];
  });
}

/** Two customers of one SIREN may be two services: alike only when the name is too, or when one has no SIREN. */
function keysOf(customer: { readonly name: string; readonly siren: string | null }): string[] {
  return [`${customer.siren ?? ""} ${fold(customer.name).replace(/\s+/g, " ").trim()}`];
}
