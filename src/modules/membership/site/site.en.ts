import type { Words } from "../words.ts";
import type { fr } from "./site.fr.ts";

export const en: Words<typeof fr> = {
  refusals: {
    "site.notAllowed": "You may not change the sites. Ask the management.",
    "site.missing": "This site no longer exists.",
    "site.nameTaken": "A site already has this name.",
  },
};
