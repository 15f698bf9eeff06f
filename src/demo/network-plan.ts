/** What the network of the demonstration knows, beside the six cooperatives that have their house here. All invented. */

export const NETWORK_SLUG = "faisceau";
export const NETWORK_NAME = "Réseau Le Faisceau";

export type KnownStructure = {
  readonly key: string;
  readonly kind: string;
  readonly name: string;
  readonly postalCode: string;
  readonly city: string;
  readonly trades?: readonly string[];
  /** Keys of the networks it belongs to, with the year since when. */
  readonly networks?: Readonly<Record<string, number>>;
  readonly listed?: boolean;
};

const cae = (
  key: string,
  name: string,
  [postalCode, city]: readonly [string, string],
  trades: readonly string[],
  networks: Readonly<Record<string, number>> = {},
): KnownStructure => ({ key, kind: "cae", name, postalCode, city, trades, networks, listed: true });

const FEDERATION = { federation: 2012 };
const FAISCEAU = { self: 2015, federation: 2014 };

export const KNOWN_STRUCTURES: readonly KnownStructure[] = [
  {
    ...{ key: "federation", kind: "network", name: "Fédération des Alvéoles", postalCode: "75011", city: "Paris" },
    listed: true,
  },
  { key: "batisseurs", kind: "network", name: "Famille des CAE bâtisseuses", postalCode: "", city: "" },
  cae("ruche-nord", "La Ruche du Nord", ["59000", "Lille"], ["consulting", "digital", "crafts"], FAISCEAU),
  cae("quai-ouest", "Quai Ouest Activités", ["33000", "Bordeaux"], ["communication", "training"], FAISCEAU),
  cae("atelier-garrigue", "L’Atelier des Garrigues", ["34000", "Montpellier"], ["crafts", "arts"], { self: 2019 }),
  cae("pierres-vives", "Pierres Vives", ["13001", "Marseille"], ["building"], { batisseurs: 2017, federation: 2016 }),
  cae("charpentes", "Charpentes et Compagnie", ["38000", "Grenoble"], ["building"], { batisseurs: 2016 }),
  cae("vallees", "Coopérative des Vallées", ["67000", "Strasbourg"], ["care", "food"], FEDERATION),
  cae("deux-rives", "Les Deux Rives", ["76600", "Le Havre"], ["commerce", "events"], { self: 2020 }),
  cae("grand-large", "Grand Large", ["97400", "Saint-Denis"], ["land", "commerce", "digital"], FEDERATION),
  cae("haute-ile", "Haute Île", ["20250", "Corte"], ["land", "food"], {}),
  cae("val-de-sources", "Val de Sources", ["63000", "Clermont-Ferrand"], ["training", "care"], { self: 2017 }),
  cae("les-passeurs", "Les Passeurs", ["31000", "Toulouse"], ["consulting", "events"], FAISCEAU),
  { key: "etape", kind: "thirdPlace", name: "L’Étape, tiers-lieu", postalCode: "29600", city: "Morlaix", listed: true },
  { key: "collectif", kind: "collective", name: "Collectif Encre et Pixels", postalCode: "35000", city: "Rennes" },
  { key: "couveuse", kind: "incubator", name: "La Couveuse d’Armor", postalCode: "22000", city: "Saint-Brieuc" },
  { key: "insertion", kind: "insertion", name: "Chantiers Passerelle", postalCode: "29200", city: "Brest" },
  { key: "metropole", kind: "authority", name: "Métropole d’Armor", postalCode: "29200", city: "Brest" },
  { key: "fonds", kind: "funder", name: "Fonds Initiative Partagée", postalCode: "75002", city: "Paris" },
  { key: "labo", kind: "lab", name: "Laboratoire Travail et Coopération", postalCode: "44000", city: "Nantes" },
];

/** People of the network who are of no house here: they speak for structures that have none. */
export const GUESTS: readonly (readonly [
  key: string,
  firstName: string,
  lastName: string,
  structure: string,
  role: string,
])[] = [
  ["farid", "Farid", "Benali", "ruche-nord", "Directeur"],
  ["chloe", "Chloé", "Delmas", "quai-ouest", "Gérante"],
  ["nora", "Nora", "Vidal", "les-passeurs", "Chargée d’accompagnement"],
  ["gael", "Gaël", "Prigent", "deux-rives", "Gérant"],
  ["elise", "Élise", "Roche", "val-de-sources", "Directrice"],
  ["malo", "Malo", "Riou", "metropole", "Chargé de mission économie sociale"],
];

/** Who animates the network, and who directs it. */
export const NETWORK_TEAM = {
  director: { key: "claire", firstName: "Claire", lastName: "Ollivier", email: "claire@faisceau.example" },
  facilitator: { key: "youenn", firstName: "Youenn", lastName: "Le Bras", email: "youenn@faisceau.example" },
} as const;
