import type { Translation } from "#kernel/language.ts";
import type { fr } from "./access.fr.ts";

export const en: Translation<typeof fr> = {
  title: "Access log",
  lead: "Who read or took away data of people. Each line is written by the act itself, and never changes.",
  signIns: "Each person reads their own sign-ins in “Sign-in and security”.",
  search: "Name of who reads or of who is read about",
  from: "From",
  until: "To",
  show: "Show",
  when: "Date",
  who: "Who",
  what: "What",
  about: "About whom",
  several: "{count} persons",
  nobody: "—",
  file: "access-log",
  none: "No access recorded",
  noneHelp: "Readings of social security numbers, documents opened and lists downloaded will come here.",
  nothing: "No access fits these filters.",
  mine: "Who read my data",
  mineLead: "Readings of what is confidential, and your documents opened by others.",
  noneOfMine: "Nobody but you opened these data.",
  actions: {
    "parcours.sensitive.read": "Social security number and health read",
    "documents.piece.read": "Piece opened",
    "documents.document.open": "Document opened",
    "membership.person.export": "List of persons downloaded",
    "parcours.candidate.export": "List of applications downloaded",
    "accompaniment.deadline.export": "List of deadlines downloaded",
    "statistics.person.export": "Persons of a statistic downloaded",
    "sales.activity.export": "Customers and invoices of an activity taken along",
  },
  tabs: "Data protection",
  refusals: {
    "privacy.notAllowed": "Data protection is kept by direction and administration.",
  },
};
