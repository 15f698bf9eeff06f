import type { Day } from "#kernel/day.ts";
import { parseDayInput } from "#ui/parse.ts";
import { mayImport } from "./import.policy.ts";
import { guessColumns, IMPORT_KEYS, type ImportColumn, isImportColumn, readLines } from "./import.ts";
import { importPersons } from "./import-persons.command.ts";
import type { SheetImport } from "./sheet-import.page.ts";
import { undoPersons } from "./undo-import.command.ts";

export const personImport: SheetImport<ImportColumn, { readonly from: Day }> = {
  kind: "persons",
  place: "personnes",
  may: mayImport,
  command: importPersons,
  undo: undoPersons,
  guess: guessColumns,
  isColumn: isImportColumn,
  read: readLines,
  keys: IMPORT_KEYS,
  asked: (text, today) => ({ from: parseDayInput(text("from"), today) ?? today }),
};
