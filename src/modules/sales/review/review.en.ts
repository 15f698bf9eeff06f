import type { Translation } from "#kernel/language.ts";
import type { fr } from "./review.fr.ts";

export const en: Translation<typeof fr> = {
  title: "To review",
  waiting: "{count} waiting",
  none: "No document is waiting for your review.",
  noneHelp: "When somebody sends a quote or an invoice for review, it appears here, the oldest first.",
  activity: "Activity",
  customer: "Customer",
  subject: "Subject",
  amount: "Total with VAT",
  since: "Waiting since",
  kind: "Document",
  start: "Review one by one",
  issueSelection: "Approve the selection",
  issueTitle: "Approve the ticked documents?",
  issueHelp:
    "Each takes its final number and can no longer change. Invoices are issued; a credit note remains possible.",
  nothingSelected: "Tick at least one document.",
  quote: "Quote",
  done: "{count} invoice issued",
  doneMany: "{count} invoices issued",
  doneQuote: "{count} quote approved",
  doneQuotes: "{count} quotes approved",
  doneNothing: "Nothing was approved.",
  refused: "These documents could not be approved:",
  position: "{position} of {count}",
  shortcuts: "Keyboard: j next, k previous, v approve, e ask for a correction.",
  queue: "Back to the list",
};
