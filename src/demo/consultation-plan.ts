/** What the structures of the demonstration answered to their network, and what came of it. All invented. */

export const ASKED = {
  title: "Quel commun entre nos CAE ?",
  question: "Nous sommes nombreuses et dispersées. Que voulons-nous faire ensemble, et dans quel ordre ?",
} as const;
export const AXES = ["Représentation et plaidoyer", "Communication", "Appui juridique", "Observatoire"] as const;

/** Structure, who answers by the form (nobody: a meeting did), the place of each axis in each round, and a word. */
export const ANSWERS: readonly (readonly [
  structure: string,
  by: string | null,
  places: readonly [first: string, second?: string],
  comment: string,
])[] = [
  ["etabli", "helene", ["1324", "1234"], "Nous viendrons avec nos entrepreneurs."],
  ["toits-communs", "marion", ["2413", "1423"], "Le bâtiment a ses propres contraintes."],
  ["scene-ouverte", "ines", ["2143", "2143"], ""],
  ["prendre-soin", null, ["1423", "1324"], "Parler d’une voix, sans effacer nos métiers."],
  ["transmettre", "hugo", ["3241", "2341"], "Sans chiffres communs, rien ne se défend."],
  ["terres-d-elan", null, ["1234", "1234"], ""],
  ["ruche-nord", "farid", ["1243", "1243"], "Nous pouvons porter une part du travail."],
  ["quai-ouest", "chloe", ["2134", "2134"], ""],
  ["les-passeurs", "nora", ["4123", "3124"], "Une lettre partagée suffirait pour commencer."],
  ["deux-rives", "gael", ["1342"], "Nous sommes deux permanents : pas trop de réunions."],
  ["val-de-sources", "elise", ["2314", "1324"], ""],
  ["atelier-garrigue", null, ["1432"], ""],
];

/** What some say of the axis they put first, in the second round. */
export const NOTES: Readonly<Record<string, string>> = {
  etabli: "Nos interlocuteurs ne savent pas ce qu’est une CAE.",
  "toits-communs": "La décennale est notre sujet commun.",
  "ruche-nord": "Peser à plusieurs sur les décrets à venir.",
  transmettre: "Compter de la même façon d’abord.",
};

/** What was there before: who says what of which kind, and what networks declared between the two rounds. */
export const LANDSCAPE = [
  ["ruche-nord", "farid", "pastProject", "Une journée commune en 2019, restée sans suite faute de permanent."],
  ["etabli", "helene", "presentProject", "Un poste de juriste partagé à deux CAE bretonnes."],
  ["transmettre", "hugo", "plannedProject", "Des définitions communes des parcours, pour comparer nos chiffres."],
  ["etabli", "helene", "strength", "Des métiers de toutes sortes, et l’habitude de décider ensemble."],
  ["quai-ouest", "chloe", "weakness", "Nos interlocuteurs nous confondent avec le portage salarial."],
  ["les-passeurs", "nora", "expectation", "Savoir qui parle en notre nom, et à qui."],
  ["deux-rives", "gael", "need", "Un appui juridique de quelques heures par mois."],
] as const;
export const POSITIONS = [
  ["federation", 12, "Nous sommes prêts à accueillir un plaidoyer commun, dans nos instances."],
  ["batisseurs", 15, "Nos CAE du bâtiment veulent une parole commune, sans structure de plus."],
  ["federation", 45, "Après les deux tours : un comité de pilotage ouvert aux CAE hors fédération."],
] as const;

export const GATHERINGS = [
  {
    ...{ who: ["prendre-soin", "terres-d-elan"], place: "Lorient", attendees: "14" },
    minutes: "Quatorze personnes. On s’accorde sur la représentation ; l’observatoire divise : qui saisit, pour qui ?",
  },
  {
    ...{ who: ["atelier-garrigue"], place: "Montpellier", attendees: "6" },
    minutes: "Six personnes. Le besoin d’appui juridique vient après celui d’être reconnues.",
  },
] as const;

export const SYNTHESIS = `La représentation arrive en tête des deux tours, par le formulaire comme en réunion.

La communication la suit. L’observatoire partage : les structures qui forment y tiennent, les plus petites craignent la saisie.

Personne ne demande une structure de plus. Le réseau propose un plaidoyer commun, une lettre partagée et des définitions communes.`;

export const EVENT = {
  title: "Assises du Faisceau",
  place: "Rennes, Maison des associations",
  description: "Une journée pour choisir la suite.",
} as const;

export const PARTS = [
  { kind: "welcome", title: "Accueil", time: "09:00", duration: "30", place: "Hall", restitution: "" },
  {
    ...{ kind: "roundTable", title: "Ce que dit la consultation", time: "09:30", duration: "90" },
    ...{ place: "Grande salle", restitution: "" },
  },
  {
    ...{ kind: "workshop", title: "Freins et forces d’un plaidoyer commun", time: "11:15", duration: "75" },
    place: "Salle 2",
    restitution: "Trois freins reviennent : le temps, l’argent, la peur de parler d’une seule voix.",
  },
  {
    ...{ kind: "plenary", title: "Plénière", time: "14:00", duration: "120", place: "Grande salle" },
    restitution: "Un comité de pilotage écrit la feuille de route ; chaque CAE reste libre.",
  },
] as const;

export const ATTENDEES = [
  ["etabli", "Samuel", "Le Dantec"],
  ["etabli", "Anne", "Corre"],
  ["toits-communs", "Marion", "Guillou"],
  ["scene-ouverte", "Inès", "Moreau"],
  ["prendre-soin", "Solène", "Le Gall"],
  ["transmettre", "Paul", "Girard"],
  ["ruche-nord", "Leïla", "Haddad"],
  ["quai-ouest", "Bastien", "Laporte"],
  ["les-passeurs", "Nora", "Vidal"],
  ["val-de-sources", "Denis", "Faure"],
] as const;

export const ROADMAP = {
  title: "Feuille de route commune",
  mandate: "Écrire, suivre et rendre compte deux fois par an. Le comité propose ; chaque CAE dispose.",
} as const;

/** Workstream, who carries it, its next step and in how many months it is due. */
export const STREAMS = [
  ["Un plaidoyer commun", "etabli", "Une note de quatre pages", -1],
  ["Une lettre partagée", "quai-ouest", "Premier numéro", 1],
  ["Un observatoire des parcours", "transmettre", "Définitions adoptées", 3],
] as const;

export const COMMITTEE = [
  ["farid", "Présidence"],
  ["chloe", ""],
  ["elise", ""],
] as const;

export const ADOPTIONS = [
  ["etabli", "helene", "adopted", ""],
  ["ruche-nord", "farid", "adopted", "Avec un temps de travail mis à disposition."],
  ["quai-ouest", "chloe", "adapted", "La lettre, oui ; le plaidoyer quand nous aurons quelqu’un."],
  ["les-passeurs", "nora", "notYet", "Notre assemblée en parle en mai."],
  ["deux-rives", "gael", "declined", "Trop pour deux permanents cette année."],
  ["transmettre", "hugo", "adopted", ""],
] as const;

export const OPEN = {
  title: "Former nos entrepreneurs ensemble",
  question: "Un catalogue commun de formations : par quoi commencer ?",
  phaseTitle: "Tour unique",
  axes: ["Comptabilité et gestion", "Vendre et négocier", "Numérique", "Prévention des risques"],
  /** Who answered already, and by whom. */
  answers: [
    ["ruche-nord", "farid"],
    ["les-passeurs", "nora"],
    ["toits-communs", "marion"],
  ],
} as const;
