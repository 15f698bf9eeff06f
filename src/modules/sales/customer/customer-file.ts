/** The text of a CSV file, as spreadsheets write it. */

import Papa from "papaparse";
import { MAX_IMPORT_BYTES, MAX_IMPORT_LINES } from "./customer-import.ts";

export type CustomerFile = {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

/** Why a file is not taken: each has its sentence in the import's words. */
export type FileProblem = "tooLarge" | "tooManyLines" | "noLine" | "notText";

/** The text of a file: UTF-8, else the Windows-1252 of older spreadsheets. Null for what is no text at all. */
export function decodeText(bytes: Uint8Array): string | null {
  // A zip (an XLSX renamed) or a PDF says so in its first bytes; text has no zero byte.
  if (bytes.subarray(0, 4000).includes(0) || /^(PK|%PDF)/.test(String.fromCharCode(...bytes.subarray(0, 4))))
    return null;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** Headings and rows of a CSV text, whatever its separator (comma, semicolon, tabulation). */
export function readCustomerFile(text: string): CustomerFile | FileProblem {
  if (text.length > MAX_IMPORT_BYTES) return "tooLarge";
  const plain = text.replace(/^\ufeff/, "");
  const parsed = Papa.parse<string[]>(plain, {
    delimiter: separatorOf(plain),
    skipEmptyLines: false,
    preview: MAX_IMPORT_LINES + 3,
  });
  const [headings, ...rows] = parsed.data;
  const last = rows.findLastIndex((row) => row.some((cell) => cell.trim() !== ""));
  if (!headings || last < 0) return "noLine";
  if (last + 1 > MAX_IMPORT_LINES) return "tooManyLines";
  return { headings, rows: rows.slice(0, last + 1) };
}

/** The separator that the headings use most, outside of quotes. */
function separatorOf(text: string): string {
  const headings = (text.split(/\r?\n/, 1)[0] ?? "").replace(/"[^"]*"/g, "");
  const counts = [";", ",", "\t", "|"].map((separator) => [separator, headings.split(separator).length] as const);
  return counts.reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}
