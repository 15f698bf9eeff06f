import type { Translation } from "#kernel/language.ts";
import type { fr } from "./organization.fr.ts";

export const en: Translation<typeof fr> = {
  timeZones: {
    "Europe/Paris": "Mainland France",
    "America/Guadeloupe": "Guadeloupe",
    "America/Martinique": "Martinique",
    "America/Cayenne": "French Guiana",
    "Indian/Reunion": "Réunion",
    "Indian/Mayotte": "Mayotte",
    "America/Miquelon": "Saint Pierre and Miquelon",
    "America/St_Barthelemy": "Saint Barthélemy",
    "America/Marigot": "Saint Martin",
    "Pacific/Noumea": "New Caledonia",
    "Pacific/Tahiti": "French Polynesia",
    "Pacific/Wallis": "Wallis and Futuna",
  },
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
