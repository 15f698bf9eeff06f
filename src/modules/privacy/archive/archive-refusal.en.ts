import type { Translation } from "#kernel/language.ts";
import type { fr } from "./archive-refusal.fr.ts";

export const en: Translation<typeof fr> = {
  refusals: {
    "archive.personMissing": "This person does not exist, or is out of your reach.",
    "archive.passwordFirst": "The link has expired. Give your password again in “My data”.",
  },
};
