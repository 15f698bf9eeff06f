import type { Translation } from "#kernel/language.ts";
import type { fr } from "./agreement.fr.ts";

export const en: Translation<typeof fr> = {
  page: {
    title: "Agreement on the common activity",
    lead: "Where several work in one activity, an agreement says how what remains is split (C. trav. R7331-6).",
    alone: "One person works in this activity: no agreement is needed.",
    lacking: "Several people work here without a running agreement that names each of them.",
    none: "No agreement.",
    from: "From {from} to {to}",
    open: "Since {from}",
    cancelled: "Cancelled",
    add: "Record an agreement",
    share: "Share of {name} (%)",
    startsOn: "Takes effect on",
    endsOn: "Until",
    endsOnHelp: "Leave empty if it does not end.",
    addSubmit: "Record",
    cancel: "Cancel",
    cancelTitle: "Cancel this agreement?",
    cancelHelp: "Only if it was recorded by mistake. It stays visible.",
  },
  done: { added: "Agreement recorded.", cancelled: "Agreement cancelled." },
  refusals: {
    "agreement.missing": "This agreement does not exist, or it is cancelled already.",
    "agreement.endBeforeStart": "The end comes before the start.",
    "agreement.shares": "Shares make 100% together, one for each person of the activity.",
  },
};
