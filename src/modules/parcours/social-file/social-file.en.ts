import type { Translation } from "#kernel/language.ts";
import type { fr } from "./social-file.fr.ts";

export const en: Translation<typeof fr> = {
  title: "File",
  lead: "What the cooperative knows of this person, with the day since which it is true. Nothing is erased: the history keeps it all.",
  leadSelf: "What the cooperative knows of you. Tell your adviser what has changed.",
  crumb: "People",
  tabs: "Pages of this person",
  since: "since {date}",
  empty: "Not filled in",
  change: "Change",
  from: "Since when is it true?",
  fromHelp: "Today, or the day of the change. The former state stays in the history.",
  mistake: "It was a typing mistake",
  mistakeHelp: "The value is corrected from its start, and the reason is kept.",
  reason: "Reason for the correction",
  reasonHelp: "Useful for a mistake above all: “typing error”, “proof received”.",
  save: "Save",
  saved: "File saved.",
  nothing: "Nothing has changed.",
  sensitive: "Social security number and health",
  sensitiveLead: "Encrypted apart. Payroll alone reads them, and each reading is noted.",
  openSensitive: "Open",
  toChoose: "Choose",
  refusals: {
    "socialFile.notAllowed": "You may not change this file. Ask your adviser.",
    "socialFile.personMissing": "This person does not exist, or you have no access to them.",
    "socialFile.changedMeanwhile": "Somebody else changed this file meanwhile. Read it again before you start over.",
    "socialFile.future": "This date is to come. Record the change when it happens.",
    "socialFile.reason": "Say why you correct it.",
    "socialFile.unchanged": "Nothing has changed in this part of the file.",
  },
};
