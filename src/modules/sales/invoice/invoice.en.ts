import type { Translation } from "#kernel/language.ts";
import type { fr } from "./invoice.fr.ts";

export const en: Translation<typeof fr> = {
  kinds: { invoice: "Invoice", deposit: "Deposit invoice", final: "Final invoice", credit_note: "Credit note" },
  statuses: {
    draft: "Draft",
    submitted: "To be reviewed by the cooperative",
    returned: "To correct",
    issued: "Issued",
  },
  payment: { unpaid: "Awaiting payment", partly: "Partly paid", paid: "Paid", late: "Late" },
  actions: {
    edit: "Edit",
    submit: "Send for review",
    takeBack: "Take back",
    return: "Ask for a correction",
    issue: "Approve and issue",
    delete: "Delete this draft",
    credit: "Make a credit note",
    pay: "Record a payment",
    send: "Send to the customer",
  },
  refusals: {
    "invoice.customerMissing": "Choose a customer of this activity.",
    "invoice.missing": "This invoice does not exist, or you may not see it.",
    "invoice.notAllowed": "You may not do this on this invoice. Ask your cooperative.",
    "invoice.issuedAlready": "This invoice is issued and can no longer change. Make a credit note to correct it.",
    "invoice.wrongState": "This invoice is no longer in the state you saw. Reload the page.",
    "invoice.readBeforeChange":
      "Somebody changed this invoice since you opened it. Read what is shown now, then decide.",
    "invoice.changedMeanwhile":
      "Somebody else changed this invoice while you were working on it. What you typed is kept here; reload to see the other version.",
    "invoice.noLine": "Add at least one line to invoice.",
    "invoice.tooManyLines": "An invoice has at most {max} lines.",
    "invoice.lineWithoutName": "Say what you invoice on line {line}.",
    "invoice.negative": "The total is negative. To give money back, make a credit note.",
    "invoice.zero": "The total is zero: there is nothing to invoice.",
    "invoice.depositsExceed": "The deposits already invoiced exceed the total. Make a credit note on a deposit.",
    "invoice.futureDate": "The date of an invoice cannot be in the future.",
    "invoice.dateGoesBack": "The last invoice of the series is dated {last}: an invoice cannot carry an older date.",
    "invoice.dueBeforeIssue": "The due date falls before the date of the invoice.",
    "invoice.dueTooLate": "Between two companies, payment is due on {latest} at the latest (C. com. L441-10).",
    "invoice.creditOtherVat": "This credit note has a VAT rate that the invoice does not have.",
    "invoice.creditExceeds": "This credit note exceeds what is left of the invoice.",
    "invoice.notCreditable": "Only an issued invoice can be credited.",
    "invoice.quoteRequired": "Your cooperative asks for an accepted quote before each invoice.",
    "invoice.quoteNotAccepted": "Your customer has not accepted this quote yet.",
    "invoice.quoteFullyInvoiced": "This quote is already invoiced in full.",
    "invoice.depositTooLarge": "This deposit exceeds what is left to invoice on the quote.",
    "invoice.customerIncomplete":
      "Your customer’s address is missing: complete their record before you issue the invoice.",
    "invoice.activityClosed": "This activity is not open on that date.",
    "invoice.commentMissing": "Say in a sentence what has to be corrected.",
    "invoice.pdfNotReady": "The PDF is still being prepared. Try again in a moment.",
    "invoice.noActivity": "You have no open activity: ask your cooperative.",
    "invoice.numberFull": "The number template gives more than 20 characters. Change it in the settings.",
  },
};
