import type { Translation } from "#kernel/language.ts";
import type { fr } from "./awaiting.fr.ts";

export const en: Translation<typeof fr> = {
  title: "Incomplete attendance",
  help: "These dates are over and signatures are missing.",
  missingOne: "{count} signature missing",
  missing: "{count} signatures missing",
  complete: "Complete",
  completeOf: "Complete the attendance of “{title}”",
};
