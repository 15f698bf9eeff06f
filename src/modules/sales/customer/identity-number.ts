/** Numbers that name a company: SIREN and SIRET (INSEE), VAT numbers of the Union. Checked by their own digits, offline. */

import { stdnum } from "stdnum";

const LA_POSTE = "356000000";

/** What people type between digits: spaces of any kind, dots, dashes. */
function compact(text: string): string {
  return text.replace(/[\s\u00a0\u202f.\-/]/g, "").toUpperCase();
}

/** Nine digits with their key; null otherwise. */
export function readSiren(text: string): string | null {
  const value = compact(text);
  return /^\d{9}$/.test(value) && stdnum.FR?.siren?.validate(value).isValid ? value : null;
}

/** Fourteen digits with their key; null otherwise. La Poste's have a rule of their own: a sum that is a multiple of 5. */
export function readSiret(text: string): string | null {
  const value = compact(text);
  if (!/^\d{14}$/.test(value)) return null;
  if (value.startsWith(LA_POSTE)) {
    const total = [...value].reduce((sum, digit) => sum + Number(digit), 0);
    return total % 5 === 0 || luhn(value) ? value : null;
  }
  return stdnum.FR?.siret?.validate(value).isValid ? value : null;
}

function luhn(digits: string): boolean {
  const total = [...digits].reverse().reduce((sum, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return sum + (value > 9 ? value - 9 : value);
  }, 0);
  return total % 10 === 0;
}

/** For each country of the Union (Greece's prefix is EL): the name of its VAT number in the library. */
const UNION: Readonly<Record<string, string>> = {
  AT: "uid",
  BE: "vat",
  BG: "vat",
  CY: "vat",
  CZ: "dic",
  DE: "vat",
  DK: "cvr",
  EE: "kmkr",
  ES: "nif",
  FI: "alv",
  FR: "tva",
  GR: "vat",
  HR: "oib",
  HU: "anum",
  IE: "vat",
  IT: "iva",
  LT: "pvm",
  LU: "tva",
  LV: "pvn",
  MT: "vat",
  NL: "btw",
  PL: "nip",
  PT: "nif",
  RO: "cif",
  SE: "vat",
  SI: "ddv",
  SK: "dph",
};

/** True for a member state of the Union (ISO 3166 code). */
export function inUnion(country: string): boolean {
  return country in UNION;
}

type Validator = { validate(value: string): { isValid: boolean } };

/**
 * A VAT number with its prefix ("FR44732829320"), or null. Within the Union its own key is checked;
 * elsewhere 4 to 20 letters and digits are taken as they are.
 */
export function readVatNumber(text: string, country: string): string | null {
  const value = compact(text);
  const name = UNION[country];
  if (name === undefined) return /^[A-Z0-9]{4,20}$/.test(value) ? value : null;
  const prefix = country === "GR" ? "EL" : country;
  const bare = value.startsWith(prefix) ? value.slice(2) : value;
  const rule = (stdnum as unknown as Record<string, Record<string, Validator>>)[country]?.[name];
  if (!/^[A-Z0-9+*]{2,12}$/.test(bare) || !rule?.validate(bare).isValid) return null;
  return `${prefix}${bare}`;
}
