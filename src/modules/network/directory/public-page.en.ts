/** English words of the settings of the public page. */
import type { Translation } from "#kernel/language.ts";
import type { fr } from "./public-page.fr.ts";

export const en: Translation<typeof fr> = {
  title: "Public page",
  lead: "The directory and the map, for everybody, without an account. Only structures marked “in the public directory” are there.",
  open: "Open the public directory",
  openHelp: "At this address: {address}",
  introduction: "A few words of welcome",
  save: "Save",
  savedOpen: "The public page is open",
  savedClosed: "The public page is closed",
  see: "See the page",
};
