/** French words of the sample document. Everybody in it is invented. */
export const fr = {
  specimen: "Spécimen",
  fileName: "exemple-de-facture.pdf",
  title: "Aménagement du local d’accueil",
  group1: "Conception",
  study: "Visite, relevé et plan",
  studyHelp: "Deux rendez-vous sur place, plan remis en PDF.",
  workshop: "Atelier avec l’équipe",
  group2: "Réalisation",
  works: "Fourniture et pose",
  worksHelp: "Matériel compris, évacuation comprise.",
  discount: "Remise de fidélité",
  buyer: "Association Les Lucioles",
  street: "3 place du Marché",
  city: "Quimper",
  note: "Nous restons à votre écoute.",
} as const;
