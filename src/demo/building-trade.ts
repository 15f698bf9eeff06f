/** Trades of building and gardens. */
import { fuel, offer, phone } from "./offer.ts";
import type { Trade } from "./trade.ts";

const DECENNIAL = "Assurance décennale : Mutuelle des Artisans, contrat 4471-2209, France métropolitaine.";
export const BUILDING_TRADES = {
  plumbing: {
    words: "Plomberie et chauffage",
    payShare: 36,
    clients: ["individual", "individual", "company", "public", "association"],
    titles: [
      "Réfection de la salle de bains",
      "Remplacement du chauffe-eau",
      "Dépannage chaudière",
      "Fuite sous évier",
    ],
    offers: [
      offer("Main-d’œuvre", "HUR", "S1000", "704", [4_800, 5_600, 100], [2, 14]),
      offer("Chauffe-eau 200 litres, fourni et posé", "C62", "S1000", "704", [72_000, 94_000, 1_000], [1, 1]),
      offer("Entretien annuel de chaudière", "LS", "S1000", "704", [11_500, 14_500, 500], [1, 1]),
      offer("Robinetterie et raccords", "SET", "S2000", "707", [3_500, 28_000, 50], [1, 3]),
      offer("Déplacement", "LS", "S1000", "704", [3_000, 4_500, 500], [1, 1]),
    ],
    purchases: [
      {
        supplier: "Plomberie Pro",
        label: "Fournitures de plomberie",
        account: "601",
        vat: 2000,
        amount: [9_000, 52_000],
        chance: 90,
      },
      fuel,
      phone,
    ],
    quotes: 45,
    footer: DECENNIAL,
  },
  electricity: {
    words: "Électricité générale",
    payShare: 36,
    clients: ["individual", "company", "company", "public"],
    titles: ["Mise aux normes du tableau", "Rénovation électrique", "Borne de recharge", "Éclairage de l’atelier"],
    offers: [
      offer("Main-d’œuvre", "HUR", "S1000", "704", [4_600, 5_400, 100], [4, 20]),
      offer("Tableau électrique, fourni et posé", "C62", "S1000", "704", [68_000, 120_000, 1_000], [1, 1]),
      offer("Appareillage", "H87", "S2000", "707", [900, 4_800, 50], [4, 24]),
    ],
    purchases: [
      {
        supplier: "Comptoir Électrique du Ponant",
        label: "Appareillage électrique",
        account: "601",
        vat: 2000,
        amount: [8_000, 60_000],
        chance: 85,
      },
      fuel,
    ],
    quotes: 40,
    footer: DECENNIAL,
  },
  joinery: {
    words: "Menuiserie, enduits et couverture",
    payShare: 28,
    clients: ["individual", "individual", "company", "public"],
    titles: [
      "Pose de parquet",
      "Fenêtres du premier étage",
      "Enduit à la chaux",
      "Réfection de la toiture",
      "Carrelage de la cuisine",
    ],
    offers: [
      offer("Fourniture et pose", "MTK", "S1000", "704", [4_500, 9_800, 50], [8, 46]),
      offer("Main-d’œuvre", "HUR", "S1000", "704", [4_400, 5_200, 100], [6, 30]),
      offer("Bois, chaux et fournitures", "LS", "S2000", "707", [18_000, 120_000, 500], [1, 1]),
    ],
    purchases: [
      {
        supplier: "Négoce Bois d’Armorique",
        label: "Matériaux",
        account: "601",
        vat: 2000,
        amount: [14_000, 90_000],
        chance: 70,
      },
      {
        supplier: "Location Ponant",
        label: "Location d’un échafaudage",
        account: "6135",
        vat: 2000,
        amount: [12_000, 38_000],
        chance: 25,
      },
      fuel,
    ],
    quotes: 60,
    footer: DECENNIAL,
  },
  gardening: {
    words: "Paysagiste",
    payShare: 40,
    clients: ["individual", "individual", "company", "public", "association"],
    titles: ["Entretien du jardin", "Création d’un massif", "Taille des haies", "Clôture en châtaignier"],
    offers: [
      offer("Entretien", "HUR", "S2000", "706", [3_600, 4_400, 100], [3, 16]),
      offer("Plantes et paillage", "LS", "S1000", "707", [6_000, 42_000, 500], [1, 1]),
      offer("Évacuation des déchets verts", "LS", "S2000", "706", [4_000, 9_000, 500], [1, 1]),
    ],
    purchases: [
      {
        supplier: "Pépinières du Faou",
        label: "Plantes",
        account: "601",
        vat: 1000,
        amount: [5_000, 36_000],
        chance: 65,
      },
      fuel,
    ],
    quotes: 35,
    footer: "",
  },
} as const satisfies Record<string, Trade>;
