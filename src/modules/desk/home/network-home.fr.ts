/** French words of the home of a network. */
export const fr = {
  hello: "Bonjour {name}",
  lead: "Ce que les structures du réseau pensent, mesurent et font ensemble.",
  speakFor: "Vous représentez",
  noSeat:
    "Vous ne représentez aucune structure pour le moment. L’équipe du réseau peut vous donner une représentation.",
  known: "Le réseau en bref",
  structures: "Structures connues",
  cae: "CAE connues",
  members: "CAE membres du réseau",
  represented: "Structures qui ont une personne pour les représenter",
  directory: "Ouvrir l’annuaire",
  invite: "Inviter une personne",
} as const;
