import type { Translation } from "#kernel/language.ts";
import type { fr } from "./outgoing.fr.ts";

export const en: Translation<typeof fr> = {
  title: "Outgoing mail",
  description: "Messages sent to customers with their quotes and invoices.",
  noServer: "No mail server is set: messages are kept here and in the data folder, nobody receives them.",
  search: "Search messages",
  state: "State",
  activity: "Activity",
  states: {
    waiting: "Waiting",
    retrying: "To be tried again",
    sent: "Sent",
    kept: "Kept, not sent",
    failed: "Failed",
    cancelled: "Cancelled",
  },
  to: "Recipient",
  subject: "Subject",
  document: "Document",
  date: "Asked on",
  sentOn: "Sent on",
  none: "No message",
  noneHelp: "Send a quote or an invoice from its page: the message shows here, with what becomes of it.",
  noMatch: "No message matches",
  message: "Message to {recipient}",
  attachments: "Attachments",
  reason: "What the mail server answered",
  said: {
    waiting: "The message leaves in a moment.",
    retrying: "The mail server did not take the message. Essaim tries again, for five days at most.",
    sent: "The mail server took the message.",
    kept: "No mail server was set: the message stayed here, the customer did not receive it.",
    failed:
      "The message did not leave, and is not tried any more. Check the address, then try again or send the document again.",
    cancelled: "The customer paid before it left: this reminder was not sent.",
  },
  retry: "Try again",
  retried: "The message leaves again",
  openDocument: "Open the document",
  messages: "Messages",
  refusals: {
    "outgoing.missing": "This message does not exist.",
    "outgoing.notAllowed": "You may not send the messages of this activity again.",
    "outgoing.notFailed": "This message has left already, or is about to.",
  },
};
