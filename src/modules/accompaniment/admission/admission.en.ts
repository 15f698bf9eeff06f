import type { Translation } from "#kernel/language.ts";
import type { fr } from "./admission.fr.ts";

export const en: Translation<typeof fr> = {
  refusals: {
    "admission.notAllowed": "You may not record associates. Ask the direction.",
    "admission.personMissing": "This person does not exist, or you cannot see them.",
    "admission.future": "This day is still to come. Record the admission once it is pronounced.",
    "admission.already": "This person has been an associate since {date}.",
    "admission.missing": "This admission does not exist, or is cancelled already.",
  },
};
