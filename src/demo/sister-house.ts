/** The other cooperatives of the network, of different kinds: who is there, and what each activity sells. All invented. */
import { addDays, addMonths, type Day, toDay } from "#kernel/day.ts";
import { type Chance, chanceOf } from "./chance.ts";

export type SisterHouse = {
  readonly slug: string;
  readonly legalName: string;
  readonly legalForm: string;
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
  readonly accentColour: string;
  /** Who directs it: the account that speaks for it in the network. */
  readonly director: { readonly key: string; readonly firstName: string; readonly lastName: string };
  readonly trades: readonly string[];
  /** Families of trades, as the network's directory says them. */
  readonly families: readonly string[];
  readonly description: string;
  readonly people: number;
  /** Turnover of an activity in a half-year, in euros, about. */
  readonly level: number;
  readonly siteName: string;
  readonly permanence: readonly [city: string, department: string, rhythm: string];
  /** The rank of its invented number. */
  readonly rank: number;
};

export const SISTER_HOUSES: readonly SisterHouse[] = [
  {
    ...{ slug: "toits-communs", legalName: "Les Toits Communs", legalForm: "SCOP SA à capital variable" },
    ...{ street: "4 rue des Charpentiers", postalCode: "35000", city: "Rennes", accentColour: "#7a3b12" },
    director: { key: "marion", firstName: "Marion", lastName: "Guillou" },
    ...{ trades: ["Maçonnerie", "Charpente", "Plomberie", "Peinture"], families: ["building", "crafts"] },
    description: "La CAE des métiers du bâtiment et de l’écoconstruction en Haute-Bretagne.",
    ...{ people: 14, level: 21_000, siteName: "Rennes Sud", rank: 79_100 },
    permanence: ["Vitré", "35", "Le premier mardi du mois, de 9 h à 12 h"],
  },
  {
    ...{ slug: "scene-ouverte", legalName: "Scène Ouverte", legalForm: "SCIC SARL à capital variable" },
    ...{ street: "11 quai des Arts", postalCode: "44000", city: "Nantes", accentColour: "#6a1b5d" },
    director: { key: "ines", firstName: "Inès", lastName: "Moreau" },
    ...{ trades: ["Musique", "Photographie", "Illustration", "Mise en scène"], families: ["arts", "communication"] },
    description: "Artistes, techniciennes et techniciens : une coopérative pour vivre de son art.",
    ...{ people: 12, level: 8_500, siteName: "Île de Nantes", rank: 79_200 },
    permanence: ["Saint-Nazaire", "44", "Un jeudi sur deux, l’après-midi"],
  },
  {
    ...{ slug: "prendre-soin", legalName: "Prendre Soin", legalForm: "SCOP SARL à capital variable" },
    ...{ street: "2 place du Marché", postalCode: "22000", city: "Saint-Brieuc", accentColour: "#0b5c55" },
    director: { key: "solene", firstName: "Solène", lastName: "Le Gall" },
    ...{ trades: ["Aide à domicile", "Garde d’enfants", "Ménage"], families: ["care"] },
    description: "Services à la personne : des emplois dignes, près de chez soi.",
    ...{ people: 16, level: 9_800, siteName: "Saint-Brieuc centre", rank: 79_300 },
    permanence: ["Dinan", "22", "Le lundi matin, sur rendez-vous"],
  },
  {
    ...{ slug: "transmettre", legalName: "Transmettre", legalForm: "SCOP SARL à capital variable" },
    ...{ street: "18 rue de la République", postalCode: "69002", city: "Lyon", accentColour: "#1c3f94" },
    director: { key: "hugo", firstName: "Hugo", lastName: "Bernard" },
    ...{ trades: ["Formation", "Conseil", "Coaching", "Traduction"], families: ["training", "consulting"] },
    description: "Formatrices, formateurs, consultantes et consultants, certifiés ensemble.",
    ...{ people: 13, level: 16_500, siteName: "Presqu’île", rank: 79_400 },
    permanence: ["Villefranche-sur-Saône", "69", "Le deuxième vendredi du mois"],
  },
  {
    ...{ slug: "terres-d-elan", legalName: "Terres d’Élan", legalForm: "SCIC SA à capital variable" },
    ...{ street: "Le Bourg", postalCode: "23000", city: "Guéret", accentColour: "#3d5a1b" },
    director: { key: "armelle", firstName: "Armelle", lastName: "Faure" },
    ...{ trades: ["Maraîchage", "Paysage", "Transformation alimentaire"], families: ["land", "food", "events"] },
    description: "En pays rural : maraîchage, paysage, tables d’hôtes et marchés.",
    ...{ people: 9, level: 7_200, siteName: "Guéret", rank: 79_500 },
    permanence: ["Aubusson", "23", "Le mercredi de marché, de 9 h à 13 h"],
  },
];

/** A line of the sheet of persons that the house imports, and what that person sells. */
export type SisterPerson = {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly cells: Readonly<Record<string, string>>;
  readonly trade: string;
  readonly since: Day;
  /** Who left, how and when. */
  readonly exit: { readonly kind: string; readonly on: Day } | null;
};

const FIRST_NAMES = {
  woman: ["Léa", "Manon", "Fatou", "Claire", "Inaya", "Rose", "Jade", "Anaïs", "Nina", "Maryam", "Lise", "Sophie"],
  man: ["Lucas", "Enzo", "Mehdi", "Paul", "Ibrahim", "Théo", "Noé", "Julien", "Marc", "Ali", "Bruno", "Simon"],
} as const;
const LAST_NAMES = [
  "Allain",
  "Briand",
  "Cadiou",
  "Dupré",
  "Evrard",
  "Fontaine",
  "Garnier",
  "Hamon",
  "Jolivet",
  "Keita",
];
const MORE_NAMES = [
  "Lemoine",
  "Masson",
  "Nicolas",
  "Oger",
  "Perrin",
  "Quéré",
  "Rolland",
  "Simonet",
  "Tanguy",
  "Vasseur",
];
const EXITS = ["own_company", "former_situation", "abandoned"] as const;

const pickSex = (chance: Chance, house: SisterHouse) =>
  chance.percent(house.slug === "toits-communs" ? 25 : house.slug === "prendre-soin" ? 85 : 55) ? "woman" : "man";

/** The people of a house, from its first year to today: entries spread over the years, some exits, the same each time. */
export function peopleOf(house: SisterHouse, start: Day, today: Day): readonly SisterPerson[] {
  const chance = chanceOf(`sister ${house.slug}`);
  const names = [...LAST_NAMES, ...MORE_NAMES];
  const months = (Number(today.slice(0, 4)) - Number(start.slice(0, 4))) * 12 + Number(today.slice(5, 7)) - 1;
  return Array.from({ length: house.people }, (_, rank) => {
    const sex = pickSex(chance, house);
    const firstName = chance.pick(FIRST_NAMES[sex]);
    const lastName = names[(rank * 7 + house.rank) % names.length] as string;
    const since = addDays(addMonths(start, Math.floor((rank * (months - 4)) / house.people)), chance.between(1, 20));
    const leaves = rank % 5 === 2 && since < addMonths(today, -14);
    // A CAPE of more than a year became a CESA.
    const cesa = leaves || since < addMonths(today, -12) || rank % 3 === 0;
    const trade = house.trades[rank % house.trades.length] as string;
    const endsOn = cesa ? "" : addDays(addMonths(since, 12), -1);
    return {
      ...{ firstName, lastName, trade, since },
      email: `${house.slug}-${rank + 1}@personnes.example`,
      exit: leaves ? { kind: EXITS[rank % EXITS.length] as string, on: addDays(addMonths(since, 13), 0) } : null,
      cells: {
        ...{ sex, entered_on: since, trade, zone: chance.pick(["none", "none", "none", "qpv", "zfrr"]) },
        contractKind: cesa ? "cesa" : "cape",
        ...{ contractStartsOn: since, contractEndsOn: endsOn },
        birth_date: toDay(`${chance.between(1964, 1999)}-0${chance.between(1, 9)}-1${chance.between(0, 9)}`),
        study_level: chance.pick(["level_3", "level_4", "level_5", "level_6", "level_7"]),
        situation_entry: chance.pick(["job_seeker_paid", "job_seeker_paid", "job_seeker_unpaid", "rsa", "employee"]),
        prescriber: chance.pick(["france_travail", "france_travail", "mission_locale", "word_of_mouth", "internet"]),
      },
    };
  });
}

export type HalfYear = { readonly from: Day; readonly until: Day };

/** The half-years over, from a day to another. */
export function halfYears(start: Day, today: Day): readonly HalfYear[] {
  const found: HalfYear[] = [];
  for (let from = start; addMonths(from, 6) <= today; from = addMonths(from, 6)) {
    found.push({ from, until: addDays(addMonths(from, 6), -1) });
  }
  return found;
}

/** What an activity sold in a half-year, in cents before tax: it grows from one to the next, and seasons show. */
export function soldIn(house: SisterHouse, person: SisterPerson, { from }: HalfYear): bigint {
  const chance = chanceOf(`${house.slug} ${person.email} ${from}`);
  const age = Math.max(0, (Date.parse(from) - Date.parse(person.since)) / 15_768_000_000);
  const growth = Math.min(1.6, 0.6 + age * 0.15);
  return BigInt(Math.round(house.level * growth * (0.75 + chance.next() / 2))) * 100n;
}
