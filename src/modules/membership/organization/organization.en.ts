import type { Words } from "../words.ts";
import type { fr } from "./organization.fr.ts";

export const en: Words<typeof fr> = {
  refusals: {
    "organization.notAllowed": "You may not set the cooperative up. Ask the management.",
    "organization.changedMeanwhile":
      "Somebody else changed these settings meanwhile. What you typed is kept; compare before you save again.",
    "organization.slugTaken": "This address is taken. Choose another one.",
    "organization.slugReserved": "This address is already a page of Essaim. Choose another one.",
    "organization.siretOfOther": "This SIRET does not begin with the SIREN of the cooperative.",
    "organization.vatOfOther": "This VAT number does not end with the SIREN of the cooperative.",
    "organization.paleColour": "This colour is too pale to be read on white. The nearest that can be read: {proposal}.",
    "organization.notFirst": "A cooperative already exists here. Sign in, or ask for an invitation.",
  },
};
