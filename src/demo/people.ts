/** Who is in « L'Établi »: forty people who invoice, and those who support them. All invented. */
import type { SupportRole } from "#kernel/actor.ts";
import type { TradeKey } from "./trade.ts";

export const SITES = ["Brest", "Quimper", "Morlaix"] as const;
export type Site = (typeof SITES)[number];

/** The address of a person's account; also their key in the story. */
export type PersonKey = string;

export type TeamMember = {
  readonly key: PersonKey;
  readonly firstName: string;
  readonly lastName: string;
  readonly site: Site;
  readonly roles: readonly { readonly role: SupportRole; readonly site?: Site; readonly followedOnly?: boolean }[];
};

/** The founder: administrator and direction from the first day. */
export const FOUNDER: TeamMember = {
  key: "helene",
  firstName: "Hélène",
  lastName: "Marchand",
  site: "Brest",
  roles: [],
};

export const TEAM: readonly TeamMember[] = [
  {
    key: "karim",
    firstName: "Karim",
    lastName: "Haddad",
    site: "Brest",
    roles: [{ role: "accompagnateur" }, { role: "accountant" }],
  },
  {
    key: "lucie",
    firstName: "Lucie",
    lastName: "Kerbrat",
    site: "Quimper",
    roles: [{ role: "accompagnateur", site: "Quimper" }],
  },
  {
    key: "thomas",
    firstName: "Thomas",
    lastName: "Abiven",
    site: "Morlaix",
    roles: [{ role: "accompagnateur", followedOnly: true }],
  },
  { key: "nadia", firstName: "Nadia", lastName: "Ferhat", site: "Brest", roles: [{ role: "accountant" }] },
  { key: "gwenaelle", firstName: "Gwenaëlle", lastName: "Prigent", site: "Brest", roles: [{ role: "payroll" }] },
  { key: "bastien", firstName: "Bastien", lastName: "Corre", site: "Brest", roles: [{ role: "administrator" }] },
];

/** Who accompanies the people of a place. The one of Morlaix sees nobody else. */
export const FOLLOWERS: Readonly<Record<Site, PersonKey>> = { Brest: "karim", Quimper: "lucie", Morlaix: "thomas" };

/** Under a CAPE, under a CESA, or under neither (house of the law: they differ in what may be paid). */
export type Status = "cape" | "cesa" | "none";

export type Entrepreneur = {
  readonly key: PersonKey;
  readonly firstName: string;
  readonly lastName: string;
  readonly site: Site;
  readonly status: Status;
  /** First day of the contract, and of the activity. */
  readonly since: string;
};

export type ActivityPlan = {
  readonly code: string;
  readonly name: string;
  readonly trade: TradeKey;
  readonly people: readonly PersonKey[];
  /** Invoices a month, on average, in tenths. */
  readonly rhythm: number;
  /** Prices of the trade, in percent. */
  readonly level: number;
  readonly story?: "red" | "unpaid" | "selfValidates" | "quoteRequired" | "shared" | "login";
};

const rows: readonly [PersonKey, string, string, Site, Status, string][] = [
  ["samira", "Samira", "Roux", "Brest", "cesa", "2023-03-01"],
  ["yann", "Yann", "Le Goff", "Brest", "cesa", "2021-09-01"],
  ["aicha", "Aïcha", "Diallo", "Brest", "cesa", "2022-01-10"],
  ["paul", "Paul", "Méhaut", "Brest", "cesa", "2024-02-01"],
  ["fatou", "Fatou", "Ndiaye", "Brest", "cesa", "2022-10-03"],
  ["emilie", "Émilie", "Caradec", "Quimper", "cesa", "2020-05-04"],
  ["julien", "Julien", "Moreau", "Quimper", "cesa", "2023-06-01"],
  ["mei", "Mei", "Chen", "Brest", "cape", "2026-02-02"],
  ["patrice", "Patrice", "Omnès", "Morlaix", "none", "2019-01-07"],
  ["ines", "Inès", "Benkirane", "Brest", "cesa", "2024-09-02"],
  ["loic", "Loïc", "Quéméneur", "Brest", "cesa", "2021-02-01"],
  ["ahmed", "Ahmed", "Bouzid", "Brest", "cesa", "2023-11-02"],
  ["marieanne", "Marie-Anne", "Le Bris", "Morlaix", "cesa", "2022-04-04"],
  ["tomasz", "Tomasz", "Kowalski", "Morlaix", "cape", "2026-03-02"],
  ["erwan", "Erwan", "Salaün", "Quimper", "cesa", "2020-03-02"],
  ["rosa", "Rosa", "Ferreira", "Quimper", "cesa", "2024-05-13"],
  ["denis", "Denis", "Kervella", "Brest", "cesa", "2022-09-05"],
  ["solene", "Solène", "Guivarc’h", "Quimper", "cesa", "2023-01-09"],
  ["hugo", "Hugo", "Lefèvre", "Brest", "cesa", "2021-11-02"],
  ["claire", "Claire", "Jaouen", "Morlaix", "cesa", "2024-01-08"],
  ["mamadou", "Mamadou", "Traoré", "Brest", "cape", "2026-01-05"],
  ["elise", "Élise", "Nguyen", "Quimper", "cesa", "2022-06-01"],
  ["bruno", "Bruno", "Castel", "Brest", "none", "2024-10-01"],
  ["anouk", "Anouk", "Perrot", "Quimper", "cesa", "2025-01-06"],
  ["nolwenn", "Nolwenn", "Riou", "Brest", "cesa", "2023-09-04"],
  ["christine", "Christine", "Abgrall", "Morlaix", "none", "2022-02-01"],
  ["youssef", "Youssef", "El Amrani", "Brest", "cesa", "2024-04-02"],
  ["beatrice", "Béatrice", "Masson", "Quimper", "cape", "2026-04-01"],
  ["katell", "Katell", "Floc’h", "Brest", "cesa", "2023-05-02"],
  ["david", "David", "Rosenberg", "Brest", "cesa", "2021-06-01"],
  ["maelle", "Maëlle", "Cornec", "Quimper", "cesa", "2022-03-01"],
  ["corentin", "Corentin", "Le Floch", "Quimper", "cesa", "2022-03-01"],
  ["gaelle", "Gaëlle", "Tanguy", "Morlaix", "cape", "2026-02-16"],
  ["abdoulaye", "Abdoulaye", "Camara", "Brest", "cesa", "2024-06-03"],
  ["jeanne", "Jeanne", "Le Roux", "Morlaix", "cape", "2026-05-04"],
  ["mathis", "Mathis", "Boulanger", "Brest", "cesa", "2023-10-02"],
  ["sophie", "Sophie", "Lambert", "Brest", "cesa", "2020-09-01"],
  ["kevin", "Kevin", "Morvan", "Brest", "cape", "2026-03-16"],
  ["amina", "Amina", "Yilmaz", "Quimper", "cesa", "2024-11-04"],
  ["olivier", "Olivier", "Dubreuil", "Brest", "none", "2021-01-04"],
];

export const ENTREPRENEURS: readonly Entrepreneur[] = rows.map(([key, firstName, lastName, site, status, since]) => ({
  key,
  firstName,
  lastName,
  site,
  status,
  since,
}));

type Row = readonly [string, string, TradeKey, string, number, number, ActivityPlan["story"]?];
const plans: readonly Row[] = [
  ["PLB01", "Plomberie Roux", "plumbing", "samira", 34, 100, "login"],
  ["FOR01", "Le Goff Formation", "training", "yann", 26, 110, "selfValidates"],
  ["MUS01", "Aïcha Diallo, musique jeune public", "stage", "aicha", 22, 100],
  ["DOM01", "Méhaut Aide à domicile", "homeCare", "paul", 40, 100],
  ["FOR02", "Parole claire", "training", "fatou", 20, 95],
  ["FOR03", "Les Ateliers du français", "training", "emilie", 24, 90],
  ["FOR04", "Sécurité et gestes", "training", "julien", 22, 105],
  ["FOR05", "Chinois vivant", "training", "mei", 16, 70],
  ["FOR06", "Tableurs sans peur", "training", "patrice", 12, 80],
  ["FOR07", "Cap numérique", "training", "ines", 20, 90],
  ["PLB02", "Quéméneur Chauffage", "plumbing", "loic", 30, 125],
  ["ELE01", "Électricité Bouzid", "electricity", "ahmed", 30, 110],
  ["MEN01", "Menuiserie du Léon", "joinery", "marieanne", 18, 120],
  ["ENT01", "Enduits et chaux", "joinery", "tomasz", 14, 80],
  ["PAY01", "Salaün Paysages", "gardening", "erwan", 32, 105],
  ["CAR01", "Carrelage Ferreira", "joinery", "rosa", 20, 100, "quoteRequired"],
  ["COU01", "Toits d’Iroise", "joinery", "denis", 14, 180, "unpaid"],
  ["CER01", "Atelier Solène, céramique", "craft", "solene", 30, 100],
  ["ILL01", "Lefèvre Illustration", "design", "hugo", 18, 95],
  ["THE01", "Compagnie des Marées", "stage", "claire", 16, 120],
  ["PER01", "Percussions Traoré", "stage", "mamadou", 18, 70],
  ["PHO01", "Élise Nguyen, photographe", "photo", "elise", 20, 95],
  ["TRA01", "Nguyen Traductions", "translation", "elise", 22, 90],
  ["SON01", "Son et lumière Castel", "stage", "bruno", 14, 110],
  ["VIT01", "Perrot Vitrail", "craft", "anouk", 10, 90, "red"],
  ["SOP01", "Riou Sophrologie", "wellbeing", "nolwenn", 36, 100],
  ["MAS01", "Massages Abgrall", "wellbeing", "christine", 28, 90],
  ["DOM02", "Présence à domicile", "homeCare", "youssef", 36, 95],
  ["YOG01", "Yoga des dunes", "wellbeing", "beatrice", 20, 80],
  ["NAI01", "Katell Floc’h, accompagnement à la naissance", "wellbeing", "katell", 28, 105],
  ["PSY01", "Rosenberg Psychopédagogie", "wellbeing", "david", 32, 115],
  ["MAR01", "Les Jardins du Goyen", "market", "maelle corentin", 50, 100, "shared"],
  ["MAR02", "Ferme de Kerguido", "market", "gaelle", 36, 80],
  ["CHA01", "Champignons de la rade", "market", "abdoulaye", 40, 95],
  ["TIS01", "Tisanes Le Roux", "market", "jeanne", 26, 60],
  ["PAI01", "Pain d’Iroise", "bakery", "mathis", 44, 100],
  ["WEB01", "Lambert Web", "design", "sophie", 20, 125, "selfValidates"],
  ["VEL01", "Vélo Morvan", "repair", "kevin", 34, 90],
  ["COT01", "Couture Yilmaz", "craft", "amina", 32, 85],
  ["CON01", "Dubreuil Conseil", "consulting", "olivier", 14, 120],
];

export const ACTIVITIES: readonly ActivityPlan[] = plans.map(([code, name, trade, people, rhythm, level, story]) => ({
  code,
  name,
  trade,
  people: people.split(" "),
  rhythm,
  level,
  ...(story === undefined ? {} : { story }),
}));

export const EMAIL_DOMAIN = "etabli.example";

/** "Samira Roux". Throws for a key that nobody has. */
export function nameOf(key: PersonKey): string {
  const person = [FOUNDER, ...TEAM, ...ENTREPRENEURS].find((one) => one.key === key);
  if (person === undefined) throw new Error(`nobody is ${key}`);
  return `${person.firstName} ${person.lastName}`;
}

export function emailOf(key: PersonKey): string {
  return `${key}@${EMAIL_DOMAIN}`;
}
