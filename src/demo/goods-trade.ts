/** Trades that make, grow or mend things. */
import { fuel, offer } from "./offer.ts";
import type { Trade } from "./trade.ts";

export const GOODS_TRADES = {
  craft: {
    words: "Métiers d’art",
    payShare: 38,
    clients: ["individual", "company", "individual", "association"],
    titles: ["Commande de pièces", "Stage du samedi", "Restauration", "Retouches et créations"],
    offers: [
      offer("Pièce unique", "H87", "S2000", "707", [2_400, 16_000, 100], [1, 8]),
      offer("Stage découverte", "C62", "S2000", "706", [5_500, 9_500, 500], [1, 6]),
      offer("Restauration", "HUR", "S2000", "706", [3_800, 5_200, 100], [3, 18]),
    ],
    purchases: [
      {
        supplier: "Terres et Émaux de l’Ouest",
        label: "Matières premières",
        account: "601",
        vat: 2000,
        amount: [3_000, 26_000],
        chance: 70,
      },
      {
        supplier: "Halles Saint-Louis",
        label: "Emplacement de marché",
        account: "6132",
        vat: 2000,
        amount: [2_000, 6_500],
        chance: 40,
      },
    ],
    quotes: 15,
    footer: "",
  },
  market: {
    words: "Maraîchage",
    payShare: 36,
    clients: ["company", "association", "individual", "public"],
    titles: ["Paniers de la semaine", "Livraison au restaurant", "Commande de la cantine"],
    offers: [
      offer("Légumes de saison", "KGM", "S550", "707", [240, 480, 5], [12, 90]),
      offer("Panier de légumes", "C62", "S550", "707", [1_200, 1_900, 50], [4, 28]),
      offer("Plants et aromatiques", "H87", "S1000", "707", [150, 420, 10], [6, 60]),
    ],
    purchases: [
      {
        supplier: "Semences du Trégor",
        label: "Semences et plants",
        account: "601",
        vat: 1000,
        amount: [4_000, 28_000],
        chance: 65,
      },
      {
        supplier: "Agri Ponant",
        label: "Petit matériel",
        account: "6063",
        vat: 2000,
        amount: [2_500, 18_000],
        chance: 35,
      },
      fuel,
    ],
    quotes: 4,
    footer: "Produits issus de l’agriculture biologique, certifiés FR-BIO-01.",
  },
  bakery: {
    words: "Boulangerie",
    payShare: 26,
    clients: ["company", "association", "individual", "public"],
    titles: ["Pains de la semaine", "Commande de l’école", "Buffet"],
    offers: [
      offer("Pain au levain", "KGM", "S550", "707", [480, 720, 10], [10, 60]),
      offer("Brioche", "H87", "S550", "707", [650, 980, 10], [4, 24]),
    ],
    purchases: [
      {
        supplier: "Moulin de Kerouzel",
        label: "Farine",
        account: "601",
        vat: 550,
        amount: [12_000, 34_000],
        chance: 95,
      },
      {
        supplier: "Énergies du Ponant",
        label: "Électricité du fournil",
        account: "6061",
        vat: 2000,
        amount: [9_000, 21_000],
        chance: 90,
      },
    ],
    quotes: 3,
    footer: "",
  },
  repair: {
    words: "Réparation de vélos",
    payShare: 38,
    clients: ["individual", "individual", "association", "company"],
    titles: ["Révision complète", "Atelier mobile", "Roues et freins"],
    offers: [
      offer("Main-d’œuvre", "HUR", "S1000", "706", [3_800, 4_600, 100], [1, 5]),
      offer("Pièces détachées", "LS", "S2000", "707", [1_200, 14_000, 50], [1, 1]),
    ],
    purchases: [
      {
        supplier: "Cycles Diffusion Ouest",
        label: "Pièces détachées",
        account: "607",
        vat: 2000,
        amount: [4_000, 32_000],
        chance: 80,
      },
    ],
    quotes: 10,
    footer: "",
  },
} as const satisfies Record<string, Trade>;
