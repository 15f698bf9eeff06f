/** The text of a CSV file, as spreadsheets write it. */

import Papa from "papaparse";
import { separatorOf } from "#kernel/text-file.ts";
import { MAX_IMPORT_BYTES, MAX_IMPORT_LINES } from "./customer-import.ts";

export type CustomerFile = {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

/** Why a file is not taken: each has its sentence in the import's words. */
export type FileProblem = "tooLarge" | "tooManyLines" | "noLine" | "notText";

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
