import Papa from "papaparse";
import { separatorOf } from "#kernel/text-file.ts";

/** One line of a list that somebody brings, by the names that its reader knows. Line 1 of a CSV is its headings. */
export type TextRecord = { readonly line: number; readonly fields: Readonly<Record<string, string>> };

/** Why a text is no list: nothing in it, JSON that does not hold, headings in which a needed column is missing. */
export type NoRecords = "empty" | "notJson" | "headings";

const plain = (text: string) =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();

/**
 * Reads a CSV with headings, or JSON (a list of objects, alone or as the one list of an object). `columns`: for each name,
 * the headings under which people write it; `needed`: those without which nothing can be read.
 */
export function readRecords(
  text: string,
  columns: Readonly<Record<string, readonly string[]>>,
  needed: readonly string[],
): readonly TextRecord[] | NoRecords {
  const trimmed = text.replace(/^\ufeff/, "").trim();
  if (trimmed === "") return "empty";
  const named = new Map(
    Object.entries(columns).flatMap(([name, headings]) =>
      [name, ...headings].map((one) => [plain(one), name] as const),
    ),
  );
  return /^[[{]/.test(trimmed) ? jsonRecords(trimmed, named) : csvRecords(trimmed, named, needed);
}

function jsonRecords(text: string, named: ReadonlyMap<string, string>): readonly TextRecord[] | NoRecords {
  const rows = listIn(text);
  if (rows === null) return "notJson";
  if (rows.length === 0) return "empty";
  return rows.map((row, index) => {
    const entries = typeof row === "object" && row !== null ? Object.entries(row) : [];
    const fields = entries.flatMap(([key, value]) => {
      const name = named.get(plain(key));
      return name === undefined || value === null ? [] : [[name, String(value).trim()]];
    });
    return { line: index + 1, fields: Object.fromEntries(fields) as Record<string, string> };
  });
}

function listIn(text: string): unknown[] | null {
  try {
    const read: unknown = JSON.parse(text);
    if (Array.isArray(read)) return read;
    return Object.values(read as object).find(Array.isArray) ?? null;
  } catch {
    return null;
  }
}

function csvRecords(
  text: string,
  named: ReadonlyMap<string, string>,
  needed: readonly string[],
): readonly TextRecord[] | NoRecords {
  const { data } = Papa.parse<string[]>(text, { delimiter: separatorOf(text) });
  const [headings = [], ...rows] = data;
  const names = headings.map((heading) => named.get(plain(heading)) ?? null);
  if (needed.some((name) => !names.includes(name))) return "headings";
  const records = rows.flatMap((row, index) => {
    if (row.every((cell) => cell.trim() === "")) return [];
    const fields = names.flatMap((name, column) =>
      // The mark that disarms a formula in a file of ours.
      name === null ? [] : [[name, (row[column] ?? "").trim().replace(/^'(?=[=+\-@])/, "")]],
    );
    return [{ line: index + 2, fields: Object.fromEntries(fields) as Record<string, string> }];
  });
  return records.length === 0 ? "empty" : records;
}
