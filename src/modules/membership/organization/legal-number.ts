/** French identification numbers of a company: checked, compacted, derived. */

import { isValidBIC, isValidIBAN } from "ibantools";
import { stdnum } from "stdnum";

/** What people type between digits: spaces of any kind, dots, dashes. */
const compact = (text: string) => text.replace(/[\s.\-/]/g, "");

/** SIREN of 9 digits with its key, spaces allowed; null when it does not hold. */
export function parseSiren(text: string): string | null {
  const digits = compact(text);
  return /^\d{9}$/.test(digits) && stdnum.FR?.siren?.validate(digits).isValid ? digits : null;
}

/**
 * SIRET of 14 digits with its key; null when it does not hold. The establishments of La Poste (SIREN 356000000) have
 * keys of their own: the sum of their digits is a multiple of five.
 */
export function parseSiret(text: string): string | null {
  const digits = compact(text);
  if (!/^\d{14}$/.test(digits)) return null;
  if (digits.startsWith("356000000") && [...digits].reduce((sum, digit) => sum + Number(digit), 0) % 5 === 0) {
    return digits;
  }
  return stdnum.FR?.siret?.validate(digits).isValid ? digits : null;
}

/** Number of the Trésor de France: "FR", two characters of key, the SIREN; null when it does not hold. */
export function parseFrenchVatNumber(text: string): string | null {
  const value = compact(text).toUpperCase();
  if (!/^FR[0-9A-Z]{2}\d{9}$/.test(value)) return null;
  if (parseSiren(value.slice(4)) === null) return null;
  return stdnum.FR?.tva?.validate(value).isValid ? value : null;
}

/** The usual VAT number of a SIREN: key = (12 + 3 × (SIREN mod 97)) mod 97. */
export function vatNumberOf(siren: string): string {
  const key = (12 + 3 * (Number(siren) % 97)) % 97;
  return `FR${String(key).padStart(2, "0")}${siren}`;
}

/** IBAN in capitals without spaces; null when it does not hold. */
export function parseIban(text: string): string | null {
  const value = compact(text).toUpperCase();
  return isValidIBAN(value) ? value : null;
}

/** BIC of 8 or 11 characters; null when it does not hold. */
export function parseBic(text: string): string | null {
  const value = compact(text).toUpperCase();
  return isValidBIC(value) ? value : null;
}
