/** What was said in the room of the demonstration: three scenarios, cards of four kinds, and what people think of each. Invented. */

export const ROOM = {
  title: "Agir ensemble : sous quelle forme ?",
  question: "Pour chaque scénario : ce qui freine, ce qui fait peur, ce qui aide, ce qui fait notre force.",
  scenarios: [
    "Rester informels",
    "Une structure inter-réseaux, hors de la confédération",
    "Une structure fédérale, dedans",
  ],
} as const;

/** First names of those who came without an account, with their structure. */
export const ROOM_GUESTS: readonly (readonly [firstName: string, structure: string])[] = [
  ["Maëlle", "Coop des Abers"],
  ["Rachid", "Coop des Abers"],
  ["Sylvie", "Les Ateliers du Trieux"],
  ["Tom", ""],
];

/** Columns of a scenario, in their order. */
type Kind = "brake" | "fear" | "lever" | "strength";
export const KINDS: readonly Kind[] = ["brake", "fear", "lever", "strength"];

/** Scenario, column, text, and how many of those present support it. */
export const CARDS: readonly (readonly [scenario: number, kind: Kind, body: string, supports: number])[] = [
  [0, "brake", "Personne n’a de temps payé pour animer", 7],
  [0, "brake", "Pas de temps dédié à l’animation", 4],
  [0, "fear", "Que tout repose sur trois personnes", 6],
  [0, "fear", "S’essouffler au bout d’un an", 2],
  [0, "lever", "Un rendez-vous par trimestre, à date fixe", 5],
  [0, "lever", "Une lettre commune, tournante", 1],
  [0, "strength", "La confiance entre les personnes", 8],
  [0, "strength", "On commence demain", 3],
  [1, "brake", "Encore une cotisation", 6],
  [1, "brake", "Qui emploie la personne qui coordonne ?", 3],
  [1, "fear", "Une structure de plus, et moins lisible", 5],
  [1, "fear", "Deux voix différentes devant l’État", 4],
  [1, "lever", "Les financements européens de réseau", 2],
  [1, "lever", "Mutualiser paie et veille juridique", 7],
  [1, "lever", "Partager la paie et le droit social", 3],
  [1, "strength", "Toutes les familles de CAE autour de la table", 6],
  [1, "strength", "Libre de ses positions", 4],
  [2, "brake", "Les statuts sont longs à changer", 3],
  [2, "brake", "Certaines CAE ne sont pas adhérentes", 6],
  [2, "fear", "Que les petites CAE ne soient plus entendues", 7],
  [2, "fear", "Perdre la liberté de ton", 5],
  [2, "lever", "Des permanents et des outils déjà là", 4],
  [2, "lever", "Un collège propre aux CAE", 5],
  [2, "strength", "Le poids devant les ministères", 8],
  [2, "strength", "Une seule adresse pour tout le monde", 2],
];

/** Cards that say the same, by their rank: gathered by whoever animated. */
export const GATHERED: readonly (readonly number[])[] = [
  [0, 1],
  [13, 14],
];

/** How each of those present answers on each scenario: favourable, neutral, unfavourable, no opinion. */
export const OPINIONS: readonly string[] = [
  "nuu",
  "nfu",
  "ffn",
  "nfo",
  "ufn",
  "nff",
  "nfu",
  "unf",
  "ofn",
  "nff",
  "nno",
];
