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
    "account.twice": "Account {account} is twice in the file.",
    "account.fileEmpty": "The file holds no account.",
    "account.fileHeader": "The first line must name the columns “compte” and “libellé”.",
    "account.forbidden": "Only the accountants and the direction may change the chart of accounts.",
  },
};
