/** What each trade sells and buys: believable lines, prices in cents, VAT as the law has it. */

export type TradeKey =
  | "plumbing"
  | "electricity"
  | "joinery"
  | "gardening"
  | "training"
  | "stage"
  | "craft"
  | "design"
  | "photo"
  | "translation"
  | "homeCare"
  | "wellbeing"
  | "market"
  | "bakery"
  | "repair"
  | "consulting";

/** Keys of the VAT treatments of sales/document/vat-treatment.ts. */
export type VatTreatmentKey = "S2000" | "S1000" | "S550" | "formation";

export type Offer = {
  readonly name: string;
  readonly unit: "C62" | "LS" | "HUR" | "DAY" | "MTK" | "KGM" | "H87" | "KMT" | "SET";
  readonly nature: "goods" | "services";
  readonly vat: VatTreatmentKey;
  readonly account: "706" | "7061" | "707" | "704";
  /** Cents without VAT for companies, VAT included for individuals; lowest and highest, in steps. */
  readonly price: readonly [low: number, high: number, step: number];
  readonly quantity: readonly [low: number, high: number];
};

export type Purchase = {
  readonly supplier: string;
  readonly label: string;
  readonly account: string;
  /** Parts per ten thousand; 0 when no VAT can be recovered. */
  readonly vat: 2000 | 1000 | 550 | 0;
  /** Cents without VAT. */
  readonly amount: readonly [low: number, high: number];
  /** Chances of it in a month, out of a hundred. */
  readonly chance: number;
};

export type ClientKind = "company" | "public" | "association" | "individual";

export type Trade = {
  readonly words: string;
  readonly clients: readonly ClientKind[];
  readonly titles: readonly string[];
  readonly offers: readonly Offer[];
  readonly purchases: readonly Purchase[];
  /** Sales out of a hundred that begin with a quote. */
  readonly quotes: number;
  /** Printed at the foot of its documents. */
  readonly footer: string;
};

const offer = (
  name: string,
  unit: Offer["unit"],
  vat: VatTreatmentKey,
  account: Offer["account"],
  price: Offer["price"],
  quantity: Offer["quantity"],
): Offer => ({ name, unit, nature: account === "707" ? "goods" : "services", vat, account, price, quantity });

const DECENNIAL = "Assurance décennale : Mutuelle des Artisans, contrat 4471-2209, France métropolitaine.";
const fuel: Purchase = {
  supplier: "Station des Abers",
  label: "Carburant",
  account: "6061",
  vat: 0,
  amount: [4_200, 9_800],
  chance: 70,
};
const phone: Purchase = {
  supplier: "Télécom Armor",
  label: "Téléphone et internet",
  account: "626",
  vat: 2000,
  amount: [1_990, 3_490],
  chance: 60,
};
const travel: Purchase = {
  supplier: "Rail Ouest",
  label: "Déplacement",
  account: "6251",
  vat: 0,
  amount: [1_800, 12_400],
  chance: 40,
};

export const TRADES: Readonly<Record<TradeKey, Trade>> = {
  plumbing: {
    words: "Plomberie et chauffage",
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
        amount: [22_000, 140_000],
        chance: 80,
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
  training: {
    words: "Formation professionnelle",
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
  craft: {
    words: "Métiers d’art",
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
  design: {
    words: "Illustration et web",
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
  market: {
    words: "Maraîchage",
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
  consulting: {
    words: "Conseil aux organisations",
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
};
