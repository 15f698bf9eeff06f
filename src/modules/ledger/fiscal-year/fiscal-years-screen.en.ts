import type { Translation } from "#kernel/language.ts";
import type { fr } from "./fiscal-years-screen.fr.ts";

export const en: Translation<typeof fr> = {
  title: "Fiscal years and periods",
  description: "Lock a month so that nobody writes in it any more. A locked month can be reopened, a closed one never.",
  year: "Fiscal year {year}",
  yearColumn: "Fiscal year",
  from: "From",
  until: "To",
  dates: "From {start} to {end}",
  openingExpected: "Opening balances expected",
  yearClosed: "Closed",
  yearOpen: "Under way",
  period: "Period",
  state: "State",
  acts: "Actions",
  closeTitle: "Close {month} for ever?",
  closeHelp: "No entry will enter this month any more, and nobody can reopen it. Its balances become final.",
  closeNow: "Close this month",
  closeYear: "Close the fiscal year",
  closeYearTitle: "Close fiscal year {year} for ever?",
  closeYearHelp:
    "Essaim checks the seals, closes every month left and carries the balances of each activity into the next year. Nobody can go back.",
  importOpening: "Import opening balances",
  openNext: "Open the next fiscal year",
  openNextHelp: "It begins on {start}. Without another date it lasts twelve months.",
  end: "End of the year",
  none: "No fiscal year is open.",
  done: {
    lock: "Month locked.",
    unlock: "Month reopened.",
    close: "Month closed.",
    open: "Fiscal year {code} is open.",
    closeYear: "Fiscal year closed.",
  },
};
