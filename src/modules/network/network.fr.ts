/** French words of networks: what a structure is, what it does, and what is refused to whom. */
export const fr = {
  kinds: {
    cae: "CAE",
    network: "Réseau ou fédération",
    thirdPlace: "Tiers-lieu",
    collective: "Collectif d’indépendants",
    incubator: "Incubateur",
    insertion: "Structure d’insertion",
    authority: "Collectivité",
    funder: "Financeur",
    lab: "Laboratoire de recherche",
  },
  trades: {
    building: "Bâtiment",
    arts: "Arts et spectacle",
    crafts: "Artisanat et métiers d’art",
    care: "Services à la personne",
    training: "Formation",
    consulting: "Conseil",
    digital: "Numérique",
    communication: "Communication",
    commerce: "Commerce",
    food: "Restauration et alimentation",
    land: "Agriculture et paysage",
    events: "Événementiel",
  },
  placeKinds: { site: "Antenne", permanence: "Permanence" },
  refusals: {
    "network.notNetwork": "Cette page est celle d’un réseau.",
    "network.notStaff": "L’équipe du réseau s’en occupe. Demandez-lui.",
    "network.notSeated": "Vous ne représentez pas cette structure.",
    "structure.missing": "Cette structure n’est pas dans l’annuaire.",
    "structure.known": "Une structure porte déjà ce nom ou ce SIREN dans l’annuaire.",
    "structure.changedMeanwhile":
      "Quelqu’un d’autre a modifié cette fiche entre-temps. Votre saisie est gardée ; comparez avant d’enregistrer.",
    "structure.notNetwork": "On n’adhère qu’à un réseau. Choisissez-en un.",
    "structure.itself": "Une structure n’adhère pas à elle-même.",
    "affiliation.already": "Cette structure en est déjà membre à cette date.",
    "affiliation.missing": "Cette adhésion n’existe pas, ou elle est déjà terminée.",
    "affiliation.endsBefore": "La fin ne peut pas précéder le début.",
    "seat.already": "Cette personne représente déjà cette structure.",
    "seat.missing": "Cette représentation n’existe pas, ou elle est déjà terminée.",
    "seat.personMissing": "Choisissez une personne du réseau.",
    "place.missing": "Ce lieu n’existe plus.",
  },
} as const;

export type NetworkRefusalCode = keyof typeof fr.refusals;
