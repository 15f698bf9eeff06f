import type { Translation } from "#kernel/language.ts";
import type { fr } from "./similar.fr.ts";

export const en: Translation<typeof fr> = {
  reasons: {
    sameEmail: "same e-mail address",
    sameName: "same first and last names",
    swappedNames: "first and last names swapped",
    closeName: "very close name",
    samePhone: "same telephone",
    sameBirthDate: "same date of birth",
  },
  title: "This person may already be here",
  lead: "Look at these records before you add another one.",
  archived: "archived record",
  different: "This is somebody else",
  differentHelp: "Tick to add a new record anyway.",
};
