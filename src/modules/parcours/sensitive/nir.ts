/**
 * The number of a person in the national directory (NIR): thirteen characters and a key of two (décret 82-103 art. 4). Sex, year
 * and month of birth, department, commune, order; Corsica counts as 19 (2A) and 18 (2B) in the key.
 */

/** "final": given for good; "waiting": somebody whose identity is being checked (3, 4, 7 and 8 at its head). */
export type Nir = { readonly digits: string; readonly key: string; readonly kind: "final" | "waiting" };

export type NirFault = "sensitive.nirShape" | "sensitive.nirKeyMissing" | "sensitive.nirKey";

// Months: 01 to 12, and 20 to 42 or 50 to 99 when the civil status does not say. No department 00, commune or order 000.
const SHAPE =
  /^([123478])\d{2}(0[1-9]|1[0-2]|[23]\d|4[0-2]|[5-9]\d)(0[1-9]|[1-9]\d|2[AB])(?!000)\d{3}(?!000)\d{3}(\d{2})?$/;

/** The key of thirteen characters: 97 less the rest of their division by 97. */
export function nirKey(digits: string): string {
  const number = Number(digits.replace("2A", "19").replace("2B", "18"));
  return String(97 - (number % 97)).padStart(2, "0");
}

/** Reads what somebody typed, spaces and dots allowed; or what is wrong with it. */
export function parseNir(typed: string): Nir | NirFault {
  const text = typed.replace(/[\s.-]/g, "").toUpperCase();
  const [, head = "", , , typedKey] = SHAPE.exec(text) ?? [];
  if (head === "") return "sensitive.nirShape";
  const digits = text.slice(0, 13);
  const kind = head === "1" || head === "2" ? "final" : "waiting";
  // A number that waits is often given without its key.
  if (typedKey === undefined) return kind === "final" ? "sensitive.nirKeyMissing" : { digits, key: "", kind };
  return typedKey === nirKey(digits) ? { digits, key: typedKey, kind } : "sensitive.nirKey";
}

/** "2 55 08 14 168 025 38". */
export function nirText({ digits, key }: Pick<Nir, "digits" | "key">): string {
  return [0, 1, 3, 5, 7, 10, 13]
    .map((start, index, starts) => `${digits}${key}`.slice(start, starts[index + 1]))
    .filter((piece) => piece !== "")
    .join(" ");
}
