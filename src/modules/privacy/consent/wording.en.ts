import type { Translation } from "#kernel/language.ts";
import type { fr } from "./wording.fr.ts";

export const en: Translation<typeof fr> = {
  title: "Words of the consents",
  short: "Consents",
  lead: "What each member reads before agreeing or refusing. Each answer keeps the text that was read.",
  agreeing: "People who agree today: {count}.",
  change: "Change the text",
  changeOf: "Change the text: {purpose}",
  french: "Text in French",
  frenchHelp: "Begin with “J’accepte”. Say who will see what, and where.",
  english: "Text in English (optional)",
  asksAgain: "The meaning changes: ask again those who had agreed",
  asksAgainHelp: "Until they answer, they count as not having agreed. They are told on their home page.",
  save: "Save the text",
  saved: "The text is saved.",
  versions: "Texts that were read",
  versionsOf: "Texts that were read: {purpose}",
  askedAgain: "asked again of all",
};
