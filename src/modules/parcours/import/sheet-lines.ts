/** Reading a sheet: which column is what, and what each line says. Nothing is written here, nor is anything known of persons. */
import type { Facts } from "#kernel/fact.ts";
import { fold } from "#ui/fold.ts";

export const MAX_IMPORT_BYTES = 2_000_000;
/** Each line is several acts in one transaction: a cooperative's whole file of persons is below. */
export const MAX_IMPORT_LINES = 1_000;

/** For each column of the sheet, what it fills; null leaves it out. */
export type Choice<Column extends string> = readonly (Column | null)[];

export type SheetLine<Column extends string> = {
  /** As the spreadsheet numbers it: the heading is line 1. */
  readonly line: number;
  readonly cells: Readonly<Partial<Record<Column, string>>>;
};

export type Outcome = "added" | "updated" | "unchanged" | "refused";
/** Why a line is refused: a field of an act with its code, or the refusal of the act. */
export type Fault = { readonly field: string; readonly code: string; readonly facts: Facts };
export type ImportedLine = { readonly line: number; readonly outcome: Outcome; readonly faults: readonly Fault[] };

/** A heading or a choice without accents, case nor signs. */
export const bareWord = (text: string) => fold(text).replace(/[^a-z0-9]/g, "");

/** Guesses what each column holds by its heading: its very label first, then what headings usually say. Nothing is filled twice. */
export function guessBy<Column extends string>(
  headings: readonly string[],
  patterns: readonly (readonly [Column, RegExp])[],
  labels: ReadonlyMap<string, Column> = new Map(),
): Choice<Column> {
  const taken = new Set<Column>();
  const take = (column: Column | undefined): Column | null => {
    if (column === undefined || taken.has(column)) return null;
    taken.add(column);
    return column;
  };
  const exact = headings.map((heading) => take(labels.get(bareWord(heading))));
  return headings.map((heading, index) => {
    const word = bareWord(heading);
    if (word === "") return null;
    return exact[index] ?? take(patterns.find(([column, pattern]) => !taken.has(column) && pattern.test(word))?.[0]);
  });
}

/** The lines that say something, each cell read; an empty cell says nothing, and changes nothing. */
export function readBy<Column extends string>(
  rows: readonly (readonly string[])[],
  choice: Choice<Column>,
  read: (column: Column, typed: string) => string,
): SheetLine<Column>[] {
  return rows.flatMap((row, index): SheetLine<Column>[] => {
    const cells: Partial<Record<Column, string>> = {};
    choice.forEach((column, place) => {
      const value = column === null ? "" : read(column, row[place] ?? "");
      if (column !== null && value !== "") cells[column] = value;
    });
    return Object.keys(cells).length === 0 ? [] : [{ line: index + 2, cells }];
  });
}
