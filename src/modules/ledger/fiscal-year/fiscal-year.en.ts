import type { fr } from "./fiscal-year.fr.ts";
import type { PeriodAction, PeriodStatus } from "./fiscal-year.ts";

export const en: {
  states: Record<PeriodStatus, string>;
  actions: Record<PeriodAction, string>;
  refusals: Record<keyof typeof fr.refusals, string>;
} = {
  states: { open: "Open", locked: "Locked", closed: "Closed" },
  actions: { lock: "Lock", unlock: "Reopen", close: "Close" },
  refusals: {
    "fiscalYear.endBeforeStart": "The fiscal year ends before it starts.",
    "fiscalYear.tooLong": "A fiscal year lasts 24 months at most.",
    "fiscalYear.unknown": "This fiscal year does not exist.",
    "fiscalYear.notFollowing": "The next fiscal year starts the day after the last one, on {start}.",
    "fiscalYear.periodUnknown": "This period does not exist.",
    "fiscalYear.periodClosed": "The period ending {end} is closed for ever.",
    "fiscalYear.periodUnchanged": "The period ending {end} is already in that state.",
    "fiscalYear.earlierOpen": "First close the period ending {end}: periods are closed in order.",
    "fiscalYear.openingMissing": "First import the opening balances of fiscal year {year}: number 1 waits for them.",
    "fiscalYear.alreadyClosed": "Fiscal year {year} is already closed.",
    "fiscalYear.nextMissing": "First open the fiscal year after {year}: its opening balances will go there.",
    "fiscalYear.chainBroken": "The seal of entry {number} of fiscal year {year} no longer matches. Do not close.",
    "fiscalYear.notEnded": "Fiscal year {year} ends on {end}: it is closed after that day.",
    "fiscalYear.forbidden": "Only the accountants and the direction may change fiscal years and periods.",
  },
};
