import type { fr } from "./account.fr.ts";
import type { AccountStatus } from "./account.ts";

export const en: { states: Record<AccountStatus, string>; refusals: Record<keyof typeof fr.refusals, string> } = {
  states: { usable: "Usable", heading: "Heading", blocked: "Blocked" },
  refusals: {
    "account.numberForm": "“{account}” is not an account number: at least three digits, class 1 to 8.",
    "account.notInPcg": "Account {account} starts like no account of the French chart.",
    "account.labelMissing": "Give account {account} a label.",
    "account.labelTooLong": "The label of account {account} is longer than 120 characters.",
    "account.labelCharacters": "The label of account {account} holds a quote, a bar or a tab.",
    "account.exists": "Account {account} already exists.",
    "account.unknown": "Account {account} does not exist.",
    "account.twice": "Account {account} is already on line {line} of the file.",
    "account.stateUnknown": "There is no state “{written}”. Write “utilisable”, “titre” or “bloqué”.",
    "account.usedHeading": "Account {account} has entries: it cannot become a heading. Block it instead.",
    "account.needed":
      "Invoices, payments or pays write by themselves on account {account}: blocked, it would make them refused.",
    "account.fileLines": "{count} lines of the file need another look. Nothing was recorded.",
    "account.fileLong": "The file holds more than 10,000 accounts. Split it.",
    "account.nothingNew": "The file brings nothing new: the chart already holds it all.",
    "account.fileEmpty": "The file holds no account.",
    "account.fileHeader": "The first line must name the columns “compte” and “libellé”.",
    "account.forbidden": "Only the accountants and the direction may change the chart of accounts.",
    "journal.code": "A journal’s code has 1 to 8 letters or digits, no accent nor space: AC, BQ2…",
    "journal.labelCharacters": "The name of a journal holds no quote, bar nor tab.",
    "journal.exists": "Journal {journal} already exists.",
    "journal.unknown": "Journal {journal} does not exist.",
  },
};
