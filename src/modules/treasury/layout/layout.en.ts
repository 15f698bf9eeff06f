import type { Translation } from "#kernel/language.ts";
import type { fr } from "./layout.fr.ts";

export const en: Translation<typeof fr> = {
  title: "Treasury settings",
  description: "How “My money” reads in each activity of the cooperative.",
  linesTitle: "The lines",
  linesHelp:
    "Each line adds up accounts by their beginning. A minus sign excludes: 42,-421. The longest beginning wins, and each account counts once. Clear the accounts of a line to remove it.",
  line: "Line {number}",
  newLine: "Line to add",
  label: "Name",
  section: "Where",
  accounts: "Accounts",
  sections: {
    reference: "Reference treasury",
    future: "Future treasury",
    otherClass4: "Other sums due",
    balanceSheet: "Balance sheet",
  },
  usual: "Start again from the usual lines",
  building: "Start again from the lines of building trades",
  proposed: "These lines are proposed, nothing is saved. Check them, then save.",
  available: "What may be paid",
  reserve: "Reserve to keep in each activity",
  reserveHelp: "0 when an activity may spend everything.",
  countsUncollected: "Count invoices not yet collected",
  countsUncollectedHelp: "The cooperative then advances what customers owe.",
  save: "Save",
  flashSaved: "Treasury settings saved",
  meanwhile: "The settings changed while you were typing",
};
