import type { Translation } from "#kernel/language.ts";
import type { fr } from "./own-data.fr.ts";

export const en: Translation<typeof fr> = {
  title: "My data",
  lead: "What the cooperative knows of you, who read it, and what you may ask for.",
};
