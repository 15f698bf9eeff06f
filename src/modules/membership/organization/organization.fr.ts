/** French words of the cooperative itself. */
export const fr = {
  timeZones: {
    "Europe/Paris": "France métropolitaine",
    "America/Guadeloupe": "Guadeloupe",
    "America/Martinique": "Martinique",
    "America/Cayenne": "Guyane",
    "Indian/Reunion": "La Réunion",
    "Indian/Mayotte": "Mayotte",
    "America/Miquelon": "Saint-Pierre-et-Miquelon",
    "America/St_Barthelemy": "Saint-Barthélemy",
    "America/Marigot": "Saint-Martin",
    "Pacific/Noumea": "Nouvelle-Calédonie",
    "Pacific/Tahiti": "Polynésie française",
    "Pacific/Wallis": "Wallis-et-Futuna",
  },
  refusals: {
    "organization.notAllowed": "Vous n’avez pas le droit de régler la coopérative. Demandez à la direction.",
    "organization.changedMeanwhile":
      "Quelqu’un d’autre a modifié ces réglages entre-temps. Votre saisie est gardée ; comparez avant d’enregistrer de nouveau.",
    "organization.slugTaken": "Cette adresse est déjà prise. Choisissez-en une autre.",
    "organization.slugReserved": "Cette adresse sert déjà à une page d’Essaim. Choisissez-en une autre.",
    "organization.siretOfOther": "Ce SIRET ne commence pas par le SIREN de la coopérative.",
    "organization.vatOfOther": "Ce numéro de TVA ne finit pas par le SIREN de la coopérative.",
    "organization.paleColour":
      "Cette couleur est trop pâle pour se lire sur du blanc. La plus proche qui se lit : {proposal}.",
    "organization.notFirst": "Une coopérative existe déjà ici. Connectez-vous, ou demandez une invitation.",
  },
} as const;

export type OrganizationRefusalCode = keyof typeof fr.refusals;
