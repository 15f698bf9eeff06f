/** Who the associates of « L'Établi » are, and what their assemblies vote on. Invented. */
import type { PersonKey } from "./people.ts";

export const ARTICLES = {
  ...{
    version: "0",
    form: "scop",
    company: "sarl",
    shareValue: "20",
    minimumCapital: "1 000",
    refundYears: "5",
    admittedBy: "assembly",
  },
  ...{ convocationDays: "15", proxiesMost: "2", quorumScope: "whole", weighted: "" },
  majority: { ordinary: "1/2", extraordinary: "2/3" },
  rule: {
    ordinary1: { quorum: "1/4", base: "cast" },
    ordinary2: { quorum: "0/1", base: "cast" },
    extraordinary1: { quorum: "1/2", base: "cast" },
    extraordinary2: { quorum: "1/4", base: "cast" },
  },
  college: {
    1: { name: "Entrepreneurs salariés", weight: "", kind: "employee" },
    2: { name: "Équipe permanente", weight: "", kind: "employee" },
    3: { name: "Partenaires", weight: "", kind: "other" },
  },
};

type Holder = {
  readonly key: PersonKey;
  readonly college: 1 | 2;
  readonly admitted: string;
  readonly shares: number;
  /** In euros. */
  readonly paid: string;
};
const row = (key: PersonKey, college: 1 | 2, admitted: string, shares: number, paid: string): Holder => ({
  ...{ key, college, admitted, shares, paid },
});

/** In the order of the register. */
export const HOLDERS: readonly Holder[] = [
  row("helene", 2, "2019-06-14", 50, "1000"),
  row("emilie", 1, "2021-06-18", 50, "1000"),
  row("karim", 2, "2021-06-18", 25, "500"),
  row("sophie", 1, "2022-06-17", 25, "500"),
  row("loic", 1, "2022-06-17", 40, "800"),
  row("yann", 1, "2023-06-16", 50, "1000"),
  row("aicha", 1, "2024-06-14", 25, "350"),
  row("maelle", 1, "2024-06-14", 30, "600"),
  row("samira", 1, "2025-06-20", 50, "400"),
];

/** A neighbour of the cooperative, for which the director speaks until it names somebody. */
export const NEIGHBOUR = { legalName: "Les Voisins du Port", admitted: "2023-06-16", shares: 100, paid: "2000" };

export const LEAVER: PersonKey = "sophie";
export const APPLICANT: PersonKey = "denis";

type Asked = { readonly title: string; readonly body: string; readonly against: number; readonly abstain: number };

/** What the assembly that was held voted on, and how many were not for it. */
export const HELD: readonly Asked[] = [
  {
    ...{ title: "Approbation des comptes", against: 0, abstain: 0 },
    body: "L’assemblée approuve les comptes de l’exercice et donne quitus à la gérance.",
  },
  {
    ...{ title: "Affectation du résultat", against: 0, abstain: 1 },
    body: "Le résultat va pour moitié à la réserve de développement, pour un quart à la réserve légale, le reste au travail.",
  },
  {
    ...{ title: "Une caisse d’avance pour les débuts", against: 3, abstain: 1 },
    body: "3 000 € du résultat avancent le premier achat de qui commence, à rendre en un an.",
  },
];

export const CONVENED: readonly {
  readonly title: string;
  readonly body: string;
  readonly ballot: "open" | "secret";
}[] = [
  {
    ...{ title: "Barème de la contribution", ballot: "open" },
    body: "Le barème de l’année à venir reste le même ; l’informatique partagée y est comprise.",
  },
  {
    ...{ title: "Admission de Denis Kervella", ballot: "open" },
    body: "L’assemblée admet Denis Kervella, couvreur, qui demande à souscrire 25 parts.",
  },
  {
    ...{ title: "Élection d’une cogérante ou d’un cogérant", ballot: "secret" },
    body: "Pour trois ans, aux côtés d’Hélène Marchand.",
  },
];

type Paper = { readonly title: string; readonly file: string; readonly parts: readonly (readonly [string, string])[] };

/** What the associates read before the assembly that was held. */
export const REPORT: Paper = {
  ...{ title: "Rapport de la gérance", file: "rapport-de-la-gerance.pdf" },
  parts: [
    [
      "L’année",
      "Quarante activités, de Brest à Quimper. Onze personnes nous ont rejoints, quatre sont parties, dont deux pour créer leur propre société.",
    ],
    [
      "Les comptes",
      "La contribution paie l’accompagnement, la paie et l’informatique partagée. Le résultat permet une part travail et une réserve.",
    ],
    [
      "Ce qui vient",
      "Un atelier commun quai de l’Atelier, une caisse d’avance pour les débuts, une cogérance à élire.",
    ],
  ],
};

/** And before the next one. */
export const SCALE_DRAFT: Paper = {
  ...{ title: "Projet de barème de la contribution", file: "projet-de-bareme.pdf" },
  parts: [
    ["Ce qui ne change pas", "Le taux par tranche et le plancher restent ceux de cette année."],
    [
      "Ce qui est compris",
      "L’accompagnement, la paie, la comptabilité et l’informatique partagée. L’assurance reste à part.",
    ],
  ],
};
