import type { Translation } from "#kernel/language.ts";
import { en as upload } from "#kernel/upload-problem.en.ts";
import type { fr } from "./import-customers.fr.ts";

export const en: Translation<typeof fr> = {
  title: "Import customers",
  description:
    "A CSV file with a line of headings. From a spreadsheet: File, Save as, CSV. Nothing is written before you agree.",
  activity: "Activity",
  file: "CSV file",
  fileHelp: "2 MB and 5,000 lines at most.",
  read: "Read the file",
  problems: {
    ...upload,
    missing: "Choose a file.",
    notText: "This is not a CSV file. From your spreadsheet, save the sheet as CSV.",
    tooLarge: "This file is larger than 2 MB. Split it.",
    tooManyLines: "This file has more than 5,000 lines. Split it.",
    noLine: "This file has no line under its headings.",
  },
  columns: "What each column holds",
  columnsHelp: "We guessed. Correct, then read again.",
  column: "Column {name}",
  ignored: "Do not import",
  check: "Read again with these columns",
  persons: "Without SIREN, SIRET or VAT number, they are private persons",
  preview: "Line by line",
  previewTable: "Lines of the file",
  line: "Line",
  name: "Name",
  result: "Result",
  good: "Ready",
  known: "Already among your customers",
  summary: "Ready: {good} · Already known: {known} · To correct: {wrong} · Lines read: {total}",
  onlyFirst: "The first {count} lines to look at are shown.",
  choice: "What about the lines to correct?",
  choices: {
    all: "All or nothing: import nothing while a line is wrong",
    valid: "Import the correct lines, leave the others",
  },
  skipKnown: "Leave out customers already known",
  doImport: "Import",
  back: "Choose another file",
  done: "{count} customers imported",
  doneOne: "1 customer imported",
};
