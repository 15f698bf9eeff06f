import * as xlsx from "@e965/xlsx";
import Papa from "papaparse";
import { decodeText, separatorOf } from "#kernel/text-file.ts";
import { MAX_IMPORT_BYTES, MAX_IMPORT_LINES } from "./sheet-lines.ts";

export type Sheet = { readonly headings: readonly string[]; readonly rows: readonly (readonly string[])[] };

/** Why a file is not taken: each has its sentence in the import's words. */
export type SheetProblem = "missing" | "tooLarge" | "tooManyLines" | "noLine" | "notSheet" | "infected" | "unchecked";

const ZIP = [0x50, 0x4b, 0x03, 0x04];

/** The text of a file of persons: CSV as it is, the first sheet of an XLSX as CSV, its days as YYYY-MM-DD. */
export function sheetText(bytes: Uint8Array): { readonly text: string } | { readonly problem: SheetProblem } {
  if (bytes.length === 0) return { problem: "missing" };
  if (bytes.length > MAX_IMPORT_BYTES) return { problem: "tooLarge" };
  if (!ZIP.every((byte, index) => bytes[index] === byte)) {
    const text = decodeText(bytes);
    return text === null ? { problem: "notSheet" } : { text };
  }
  try {
    const book = xlsx.read(bytes, { type: "array", cellDates: true, UTC: true, sheetRows: MAX_IMPORT_LINES + 3 });
    const sheet = book.Sheets[book.SheetNames[0] ?? ""];
    if (sheet === undefined) return { problem: "noLine" };
    // Whatever its format on the screen, 05/04 is one day only.
    for (const cell of Object.values(sheet) as xlsx.CellObject[]) {
      if (cell.v instanceof Date) Object.assign(cell, { t: "s", v: momentText(cell.v), w: undefined });
    }
    return { text: xlsx.utils.sheet_to_csv(sheet, { FS: ";", blankrows: true }) };
  } catch {
    return { problem: "notSheet" };
  }
}

/** A day, an hour, or both, as a spreadsheet holds them: hours alone belong to the day before its first one. */
function momentText(moment: Date): string {
  const [day = "", time = ""] = moment.toISOString().slice(0, 16).split("T");
  if (day < "1900-01-02") return time;
  return time === "00:00" ? day : `${day} ${time}`;
}

/** Headings and rows of the text, whatever its separator. */
export function readSheet(text: string): Sheet | SheetProblem {
  if (text.length > MAX_IMPORT_BYTES) return "tooLarge";
  const plain = text.replace(/^\ufeff/, "");
  const { data } = Papa.parse<string[]>(plain, { delimiter: separatorOf(plain), preview: MAX_IMPORT_LINES + 3 });
  const [headings, ...rows] = data;
  const last = rows.findLastIndex((row) => row.some((cell) => cell.trim() !== ""));
  if (headings === undefined || last < 0) return "noLine";
  if (last + 1 > MAX_IMPORT_LINES) return "tooManyLines";
  // The mark that disarmed a formula in a file of ours.
  const armed = (cell: string) => cell.replace(/^'(?=[=+\-@\t\r])/, "");
  return { headings, rows: rows.slice(0, last + 1).map((row) => row.map(armed)) };
}

/** The refused lines as they came, each with its reasons in a last column: to correct, and to send again. */
export function refusedCsv(
  { headings, rows }: Sheet,
  refused: readonly { readonly line: number; readonly reasons: readonly string[] }[],
  heading: string,
): string {
  const data = refused.map(({ line, reasons }) => [...(rows[line - 2] ?? []), reasons.join(" ")]);
  const text = Papa.unparse(
    { fields: [...headings, heading], data },
    { delimiter: ";", newline: "\r\n", escapeFormulae: true },
  );
  return `\ufeff${text}\r\n`;
}
