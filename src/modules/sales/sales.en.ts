import type { Translation } from "#kernel/language.ts";
import type { fr } from "./sales.fr.ts";

export const en: Translation<typeof fr> = {
  tabs: "Quotes and invoices",
  quotes: "Quotes",
  invoices: "Invoices",
  payments: "Payments",
  reminders: "Reminders",
  catalogue: "Catalogue",
  outgoing: "Outgoing mail",
};
