import type { Translation } from "#kernel/language.ts";
import type { fr } from "./fec-screen.fr.ts";

export const en: Translation<typeof fr> = {
  title: "Accounting entries file (FEC)",
  help: "The FEC (LPF art. A47 A-1): one record for each line of an entry, 18 columns, plus the activity’s code and name.",
  years: "Fiscal years",
  year: "Fiscal year",
  from: "From",
  until: "To",
  entries: "Entries",
  lines: "Lines",
  total: "Total of debits",
  download: "Download the FEC",
  description: "Description",
  hledger: "hledger journal",
  none: "No fiscal year is open.",
  check: "Check a file",
  checkHelp: "A FEC of Essaim or of another program. Nothing is kept: the file is read, then forgotten.",
  file: "File",
  fileMissing: "Choose a file to check.",
  checkButton: "Check",
  clean: "No fault: {lines} lines, {entries} entries, {debit} on each side.",
  faults: "{count} faults in {lines} lines.",
  severity: "Severity",
  line: "Line",
  rule: "What is wrong",
  whole: "File",
};
