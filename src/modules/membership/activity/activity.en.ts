import type { Translation } from "#kernel/language.ts";
import type { fr } from "./activity.fr.ts";

export const en: Translation<typeof fr> = {
  statuses: { open: "Open", closed: "Closed", upcoming: "Upcoming" },
  rights: {
    selfValidatesQuotes: "Approves their quotes without review",
    selfValidatesInvoices: "Issues their invoices without review",
    recordsPayments: "Records the payments received",
    quoteRequired: "An accepted quote before each invoice",
  },
  refusals: {
    "activity.notAllowed": "You may not change this activity. Ask your cooperative.",
    "activity.missing": "This activity does not exist, or you may not see it.",
    "activity.changedMeanwhile":
      "Somebody else changed this activity meanwhile. What you typed is kept; compare before you save again.",
    "activity.codeTaken": "Another activity already has this code.",
    "activity.personMissing": "Choose a person of the cooperative.",
    "activity.closedAlready": "This activity is already closed.",
    "activity.notClosed": "This activity is open.",
    "activity.closedBeforeOpened": "An activity cannot close before {opened}, the day it opened.",
    "activity.participationLater": "A participation begins after this date. End it first.",
    "activity.paleColour": "This colour is too pale to be read on white. The nearest that can be read: {proposal}.",
    "participation.missing": "This participation no longer exists.",
    "participation.overlaps": "This person already takes part in this activity at these dates.",
    "participation.beforeOpening": "The activity opens on {opened}: the participation cannot begin before.",
    "participation.activityClosed": "This activity is closed.",
    "participation.endBeforeStart": "The end falls before the beginning, on {start}.",
    "participation.changedMeanwhile":
      "Somebody else changed this participation meanwhile. Look at it before you start again.",
  },
};
