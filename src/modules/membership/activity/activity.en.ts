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
    "activity.logoKind": "Send a whole PNG or JPEG picture. Export an SVG or PDF file as PNG.",
    "activity.logoHeavy":
      "This picture weighs {size} KB: the limit is {most} KB. Reduce it, 800 pixels across are enough.",
    "activity.logoTiny":
      "This picture is {width} × {height} pixels: it would be blurred on paper. It needs {least} across or down.",
    "activity.logoHuge": "This picture is {width} × {height} pixels. Reduce it to {most} pixels at most on each side.",
    "activity.logoLong": "This picture is too long for a letterhead: {width} × {height} pixels. Crop it.",
    "activity.logoInks": "This JPEG is made for a printing press (CMYK). Save it in screen colours (RGB).",
    "activity.logoBroken": "This picture does not open. Save it again as PNG.",
    "activity.logoGone": "The picture is no longer there. Choose it again.",
    "participation.missing": "This participation no longer exists.",
    "participation.overlaps": "This person already takes part in this activity at these dates.",
    "participation.beforeOpening": "The activity opens on {opened}: the participation cannot begin before.",
    "participation.activityClosed": "This activity is closed.",
    "participation.endBeforeStart": "The end falls before the beginning, on {start}.",
    "participation.changedMeanwhile":
      "Somebody else changed this participation meanwhile. Look at it before you start again.",
  },
};
