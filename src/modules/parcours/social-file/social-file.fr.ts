/** French words of the social file. social-file.en.ts has the same keys. */
export const fr = {
  title: "Dossier",
  lead: "Ce que la coopérative sait de cette personne, avec la date depuis laquelle c’est vrai. Rien n’est effacé : l’historique garde tout.",
  leadSelf: "Ce que la coopérative sait de vous. Dites à votre accompagnateur ce qui a changé.",
  crumb: "Personnes",
  tabs: "Pages de cette personne",
  since: "depuis le {date}",
  empty: "Non renseigné",
  change: "Modifier",
  from: "Depuis quand est-ce vrai ?",
  fromHelp: "Aujourd’hui, ou le jour du changement. L’état d’avant reste dans l’historique.",
  mistake: "C’était une erreur de saisie",
  mistakeHelp: "La valeur est corrigée depuis le début, et la raison est gardée.",
  reason: "Raison de la correction",
  reasonHelp: "Utile surtout pour une erreur : « faute de frappe », « pièce reçue ».",
  save: "Enregistrer",
  saved: "Dossier enregistré.",
  nothing: "Rien n’a changé.",
  sensitive: "Numéro de sécurité sociale et santé",
  sensitiveLead: "Chiffrés à part. Seule la paie les lit, et chaque lecture est notée.",
  openSensitive: "Ouvrir",
  toChoose: "Choisir",
  refusals: {
    "socialFile.notAllowed": "Vous n’avez pas le droit de changer ce dossier. Demandez à votre accompagnateur.",
    "socialFile.personMissing": "Cette personne n’existe pas, ou vous n’y avez pas accès.",
    "socialFile.changedMeanwhile":
      "Quelqu’un d’autre a modifié ce dossier entre-temps. Relisez-le avant de recommencer.",
    "socialFile.future": "Cette date est à venir. Enregistrez le changement quand il a lieu.",
    "socialFile.reason": "Dites pourquoi vous corrigez.",
    "socialFile.unchanged": "Rien n’a changé dans cette partie du dossier.",
  },
} as const;

export type SocialFileRefusalCode = keyof typeof fr.refusals;
