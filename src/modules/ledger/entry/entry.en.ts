import type { fr } from "./entry.fr.ts";

export const en: { refusals: Record<keyof typeof fr.refusals, string> } = {
  refusals: {
    "entry.missing": "This entry does not exist, or you may not see it.",
    "entry.labelMissing": "Give the entry a label.",
    "entry.pieceMissing": "Give the reference of the supporting document.",
    "entry.tooFewLines": "An entry has at least two lines.",
    "entry.tooManyLines": "An entry has at most {max} lines.",
    "entry.negative": "Line {line}: an amount is negative. Put it in the other column.",
    "entry.bothSides": "Line {line}: fill in the debit or the credit, not both.",
    "entry.noSide": "Line {line}: give an amount, debit or credit.",
    "entry.tooLarge": "Line {line}: this amount is more than the software accepts.",
    "entry.unbalanced": "Debit {debit}, credit {credit}: {gap} is missing to balance the entry.",
    "entry.unbalancedShared":
      "The lines of the shared services do not balance (difference {gap}). Add a link account 580.",
    "entry.unbalancedActivity": "The lines of one activity do not balance (difference {gap}). Add a link account 580.",
    "entry.journalUnknown": "Journal {journal} does not exist.",
    "entry.activityUnknown": "A line names an activity that does not exist in your cooperative.",
    "entry.accountUnknown": "Account {account} is not in the chart of accounts.",
    "entry.accountHeading": "Account {account} is a heading. Choose one of its sub-accounts.",
    "entry.accountBlocked": "Account {account} is no longer used.",
    "entry.noFiscalYear": "No fiscal year is open on {date}.",
    "entry.periodLocked": "The period of {date} is locked. The accountants can reopen it.",
    "entry.periodClosed": "The period of {date} is closed for ever. Choose a later date.",
    "entry.notFound": "This entry does not exist, or it is not in your activities.",
    "entry.forbidden": "Only the accountants and the direction may post this entry.",
    "entry.notManual": "This entry comes from a document. Cancel the document: the reversal follows by itself.",
    "entry.alreadyReversed": "This entry is already reversed by entry {number}.",
    "entry.reversedMeanwhile": "Somebody has just reversed this entry.",
    "entry.isOpening": "An opening balance is not reversed: correct it with a miscellaneous entry.",
    "entry.fileTooLong":
      "This file would hold more than {max} lines. Narrow the dates, choose an account or an activity, or take the FEC.",
    "entry.openingExists": "Fiscal year {year} already has its opening balances.",
  },
};
