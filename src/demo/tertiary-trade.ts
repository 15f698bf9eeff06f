/** Trades of the mind, of the stage and of care. */
import { fuel, offer, phone, travel } from "./offer.ts";
import type { Trade } from "./trade.ts";

export const SERVICE_TRADES = {
  training: {
    words: "Formation professionnelle",
    payShare: 52,
    clients: ["company", "association", "public", "company"],
    titles: ["Formation de deux jours", "Parcours de cinq séances", "Atelier collectif", "Accompagnement individuel"],
    offers: [
      offer("Journée de formation", "DAY", "formation", "7061", [68_000, 105_000, 1_000], [1, 4]),
      offer("Heure de formation individuelle", "HUR", "formation", "7061", [5_500, 8_500, 100], [4, 18]),
      offer("Conception des supports", "LS", "S2000", "706", [18_000, 46_000, 1_000], [1, 1]),
    ],
    purchases: [
      travel,
      {
        supplier: "Papeterie du Léon",
        label: "Supports et fournitures",
        account: "6064",
        vat: 2000,
        amount: [1_500, 9_000],
        chance: 45,
      },
      {
        supplier: "Espace Quai Ouest",
        label: "Location d’une salle",
        account: "6132",
        vat: 2000,
        amount: [9_000, 24_000],
        chance: 30,
      },
    ],
    quotes: 25,
    footer:
      "Déclaration d’activité enregistrée auprès du préfet de région. Cet enregistrement ne vaut pas agrément de l’État.",
  },
  stage: {
    words: "Spectacle et musique",
    payShare: 46,
    clients: ["public", "association", "association", "company"],
    titles: ["Concert jeune public", "Atelier percussions", "Résidence d’une semaine", "Sonorisation de la fête"],
    offers: [
      offer("Représentation", "C62", "S550", "706", [48_000, 120_000, 1_000], [1, 2]),
      offer("Atelier de pratique", "HUR", "S2000", "706", [5_500, 7_500, 100], [2, 10]),
      offer("Défraiement kilométrique", "KMT", "S2000", "706", [45, 60, 1], [40, 220]),
    ],
    purchases: [
      travel,
      {
        supplier: "Musique et Scène",
        label: "Location de matériel",
        account: "6135",
        vat: 2000,
        amount: [6_000, 32_000],
        chance: 40,
      },
    ],
    quotes: 30,
    footer: "",
  },
  design: {
    words: "Illustration et web",
    payShare: 50,
    clients: ["company", "association", "company", "public"],
    titles: ["Refonte du site", "Affiche de saison", "Identité visuelle", "Maintenance trimestrielle"],
    offers: [
      offer("Journée de création", "DAY", "S2000", "706", [38_000, 52_000, 500], [1, 6]),
      offer("Maintenance du site", "LS", "S2000", "706", [18_000, 42_000, 1_000], [1, 1]),
      offer("Cession de droits", "LS", "S1000", "706", [12_000, 60_000, 1_000], [1, 1]),
    ],
    purchases: [
      {
        supplier: "Nuage Atlantique",
        label: "Hébergement et logiciels",
        account: "6135",
        vat: 2000,
        amount: [2_900, 11_900],
        chance: 80,
      },
      phone,
    ],
    quotes: 40,
    footer: "",
  },
  photo: {
    words: "Photographie",
    payShare: 44,
    clients: ["individual", "company", "association"],
    titles: ["Reportage", "Portraits d’équipe", "Photos de mariage", "Tirages d’exposition"],
    offers: [
      offer("Reportage, demi-journée", "LS", "S1000", "706", [32_000, 48_000, 500], [1, 2]),
      offer("Tirage encadré", "H87", "S2000", "707", [4_500, 14_000, 100], [1, 8]),
    ],
    purchases: [
      { supplier: "Labo Lumière", label: "Tirages", account: "604", vat: 2000, amount: [3_500, 22_000], chance: 55 },
      travel,
    ],
    quotes: 25,
    footer: "",
  },
  translation: {
    words: "Traduction",
    payShare: 54,
    clients: ["company", "company", "association"],
    titles: ["Traduction d’un catalogue", "Relecture", "Interprétariat", "Sous-titres"],
    offers: [
      offer("Traduction, par feuillet", "C62", "S2000", "706", [2_800, 3_900, 50], [6, 40]),
      offer("Interprétariat", "HUR", "S2000", "706", [6_500, 8_500, 100], [2, 8]),
    ],
    purchases: [
      {
        supplier: "Lexique et Cie",
        label: "Abonnement au dictionnaire",
        account: "618",
        vat: 2000,
        amount: [1_900, 4_900],
        chance: 50,
      },
    ],
    quotes: 15,
    footer: "",
  },
  homeCare: {
    words: "Aide à domicile",
    payShare: 50,
    clients: ["individual", "individual", "individual", "public"],
    titles: ["Aide à domicile du mois", "Courses et repas", "Accompagnement aux rendez-vous"],
    offers: [
      offer("Aide à la personne", "HUR", "S550", "706", [2_600, 3_000, 50], [6, 32]),
      offer("Ménage et repassage", "HUR", "S1000", "706", [2_500, 2_900, 50], [2, 12]),
    ],
    purchases: [fuel, phone],
    quotes: 5,
    footer: "Organisme de services à la personne. Avance immédiate du crédit d’impôt possible.",
  },
  wellbeing: {
    words: "Bien-être et accompagnement",
    payShare: 46,
    clients: ["individual", "individual", "company", "association"],
    titles: ["Séances du mois", "Atelier en entreprise", "Cycle de cinq séances"],
    offers: [
      offer("Séance individuelle", "C62", "S2000", "706", [5_000, 7_500, 500], [1, 5]),
      offer("Atelier collectif", "HUR", "S2000", "706", [9_000, 14_000, 500], [1, 4]),
    ],
    purchases: [
      {
        supplier: "Maison des Praticiens",
        label: "Location du cabinet",
        account: "6132",
        vat: 2000,
        amount: [12_000, 24_000],
        chance: 75,
      },
    ],
    quotes: 8,
    footer: "",
  },
  consulting: {
    words: "Conseil aux organisations",
    payShare: 52,
    clients: ["company", "association", "public"],
    titles: ["Diagnostic", "Mission d’accompagnement", "Séminaire d’équipe"],
    offers: [
      offer("Journée de conseil", "DAY", "S2000", "706", [72_000, 98_000, 1_000], [1, 6]),
      offer("Frais de déplacement", "LS", "S2000", "706", [4_000, 18_000, 500], [1, 1]),
    ],
    purchases: [travel, phone],
    quotes: 55,
    footer: "",
  },
} as const satisfies Record<string, Trade>;
