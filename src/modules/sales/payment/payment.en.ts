import type { Translation } from "#kernel/language.ts";
import type { fr } from "./payment.fr.ts";

export const en: Translation<typeof fr> = {
  title: "Payments",
  description: "The money received from customers, or given back, the latest first.",
  search: "Search a payment",
  paidOn: "Date",
  invoice: "Invoice",
  method: "Means",
  reference: "Reference",
  amount: "Amount",
  difference: "Difference accepted",
  none: "No payment yet.",
  noneHelp: "A payment is recorded on the page of its invoice. It then appears here.",
  noMatch: "No payment matches these choices.",
  file: "payments",
  methods: {
    transfer: "Transfer",
    cheque: "Cheque",
    card: "Card",
    cash: "Cash",
    direct_debit: "Direct debit",
    set_off: "Set off against a credit note",
    other: "Other means",
  },
  paidMention: "Paid on {day} {means}.",
  means: {
    transfer: "by transfer",
    cheque: "by cheque",
    card: "by card",
    cash: "in cash",
    direct_debit: "by direct debit",
    other: "by other means",
  },
  refusals: {
    "payment.notIssued": "A payment can only be recorded on an issued invoice.",
    "payment.nothingDue": "This invoice is already paid in full.",
    "payment.amountMissing": "Enter the amount received, for example 640.00.",
    "payment.tooMuch": "{left} is left to pay: {excess} too much. Check the amount, or refund the customer.",
    "payment.differenceTooLarge":
      "The difference of {difference} exceeds the tolerance of {tolerance}. Leave the invoice open.",
    "payment.creditPaidAtIssue": "A credit note is refunded once it is issued.",
    "payment.futureDate": "A payment cannot be dated in the future.",
    "payment.missing": "This payment does not exist, or you may not see it.",
    "payment.reversedAlready": "This payment is already cancelled.",
    "payment.notReversible": "A set-off against a credit note cannot be cancelled.",
  },
};
