/** English words of networks. */
import type { Translation } from "#kernel/language.ts";
import type { fr } from "./network.fr.ts";

export const en: Translation<typeof fr> = {
  kinds: {
    cae: "CAE",
    network: "Network or federation",
    thirdPlace: "Third place",
    collective: "Collective of independents",
    incubator: "Incubator",
    insertion: "Social integration structure",
    authority: "Local authority",
    funder: "Funder",
    lab: "Research lab",
  },
  trades: {
    building: "Building",
    arts: "Arts and performance",
    crafts: "Crafts",
    care: "Home and care services",
    training: "Training",
    consulting: "Consulting",
    digital: "Digital",
    communication: "Communication",
    commerce: "Commerce",
    food: "Food and catering",
    land: "Farming and landscape",
    events: "Events",
  },
  placeKinds: { site: "Site", permanence: "Permanence" },
  refusals: {
    "network.notNetwork": "This page belongs to a network.",
    "network.notStaff": "The network’s team takes care of it. Ask them.",
    "network.notSeated": "You do not represent this structure.",
    "structure.missing": "This structure is not in the directory.",
    "structure.known": "A structure of the directory has this name or this SIREN already.",
    "structure.changedMeanwhile":
      "Somebody else changed this record meanwhile. What you typed is kept; compare before you save.",
    "structure.notNetwork": "One joins a network only. Choose one.",
    "structure.itself": "A structure does not join itself.",
    "affiliation.already": "This structure is a member already on that day.",
    "affiliation.missing": "This affiliation does not exist, or has ended already.",
    "affiliation.endsBefore": "The end cannot come before the beginning.",
    "seat.already": "This person represents this structure already.",
    "seat.missing": "This seat does not exist, or has ended already.",
    "seat.personMissing": "Choose a person of the network.",
    "place.missing": "This place does not exist any more.",
  },
};
