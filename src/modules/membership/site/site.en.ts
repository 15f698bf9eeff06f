import type { Translation } from "#kernel/language.ts";
import type { fr } from "./site.fr.ts";

export const en: Translation<typeof fr> = {
  refusals: {
    "site.notAllowed": "You may not change the sites. Ask the management.",
    "site.missing": "This site no longer exists.",
    "site.nameTaken": "A site already has this name.",
  },
};
