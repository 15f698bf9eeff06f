import type { fr } from "./opening.fr.ts";

export const en: { refusals: Record<keyof typeof fr.refusals, string> } = {
  refusals: {
    "opening.empty": "The file holds no balance.",
    "opening.tooLarge": "The file holds too many lines.",
    "opening.header": "The first line must name at least the columns “compte”, “débit” and “crédit”.",
    "opening.amount": "“{value}” is not an amount.",
    "opening.day": "“{value}” is not a date, for instance 31/03/2026.",
    "opening.operating": "Account {account} is a charge or a product: only its result opens, on 120 or 129.",
    "opening.activityUnknown": "No activity has the code {activity}. Choose what it stands for, or correct it.",
    "opening.accountForm": "“{account}” is not an account number. Write for instance 411 or 512.",
    "opening.accountUnknown":
      "Account {account} is not in the chart. Give its label in the column “libellé du compte” and it will be added.",
    "opening.auxiliaryLong": "The code of the third party is longer than 40 characters.",
    "opening.amountLarge": "This amount is more than the books accept.",
    "opening.negative": "An amount is negative. Put it in the other column.",
    "opening.bothSides": "Fill in the debit or the credit, not both.",
    "opening.noSide": "Give an amount, debit or credit.",
    "opening.unbalanced": "Debit {debit}, credit {credit}: the opening does not balance, difference {gap}.",
    "opening.fecLate":
      "This FEC holds entries up to {last}: the fiscal year {year} starts on {start}. Give the FEC of the year before.",
    "opening.fecUnreadable": "This FEC cannot be read without a fault: {fault} Check it on the FEC page.",
    "opening.lines": "{count} lines of the file need another look. Nothing was recorded.",
    "opening.late":
      "{count} entries are already posted in the fiscal year: the opening will not have the first number. Confirm to post it anyway.",
    "opening.noYear": "First open a fiscal year.",
    "opening.forbidden": "Only the accountants and the direction may import opening balances.",
  },
};
