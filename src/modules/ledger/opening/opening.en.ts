import type { fr } from "./opening.fr.ts";

export const en: { refusals: Record<keyof typeof fr.refusals, string> } = {
  refusals: {
    "opening.empty": "The file holds no balance.",
    "opening.tooLarge": "The file holds too many lines.",
    "opening.header": "The first line must name at least the columns “compte”, “débit” and “crédit”.",
    "opening.amount": "“{value}” is not an amount.",
    "opening.day": "“{value}” is not a date, for instance 31/03/2026.",
    "opening.operating": "Account {account} is a charge or a product: only its result opens, on 120 or 129.",
    "opening.activityUnknown": "No activity has the code {activity}.",
    "opening.negative": "An amount is negative. Put it in the other column.",
    "opening.bothSides": "Fill in the debit or the credit, not both.",
    "opening.noSide": "Give an amount, debit or credit.",
    "opening.unbalanced": "Debit {debit}, credit {credit}: the opening does not balance, difference {gap}.",
    "opening.lines": "{count} lines of the file need another look. Nothing was recorded.",
    "opening.late":
      "{count} entries are already posted in the fiscal year: the opening will not have the first number. Confirm to post it anyway.",
    "opening.noYear": "First open a fiscal year.",
    "opening.forbidden": "Only the accountants and the direction may import opening balances.",
  },
};
