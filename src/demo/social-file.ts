/** What the cooperative knows of each entrepreneur, what changes over the months, and what was mistyped. All invented. */
import { addDays, addMonths, type Day, toDay } from "#kernel/day.ts";
import type { Act, Deed } from "./act.ts";
import { at } from "./calendar.ts";
import { chanceOf } from "./chance.ts";
import { type Entrepreneur, FOLLOWERS, type Site } from "./people.ts";
import type { TradeKey } from "./trade.ts";

const MEN = new Set(
  (
    "yann paul julien patrice loic ahmed tomasz erwan denis hugo mamadou bruno youssef david corentin abdoulaye mathis " +
    "kevin olivier"
  ).split(" "),
);

/** Fields of the ROME directory: the first letter of its codes. */
const DOMAINS: Readonly<Record<TradeKey, string>> = {
  plumbing: "f",
  electricity: "f",
  joinery: "f",
  training: "k",
  homeCare: "k",
  wellbeing: "k",
  stage: "l",
  gardening: "a",
  market: "a",
  craft: "b",
  design: "e",
  photo: "e",
  translation: "e",
  bakery: "d",
  repair: "i",
  consulting: "m",
};

type Place = { readonly city: string; readonly postal_code: string; readonly zone: string; readonly street: string };
const place = (city: string, postal_code: string, zone: string, street: string): Place => ({
  ...{ city, postal_code, zone, street },
});
const PLACES: Readonly<Record<Site, readonly Place[]>> = {
  Brest: [
    place("Brest", "29200", "qpv", "3 rue de Kerourien"),
    place("Brest", "29200", "none", "18 rue de Siam"),
    place("Brest", "29200", "none", "41 rue Jean-Jaurès"),
    place("Plougastel-Daoulas", "29470", "none", "7 rue de l’Église"),
    place("Landerneau", "29800", "none", "2 quai de Léon"),
  ],
  Quimper: [
    place("Quimper", "29000", "qpv", "11 rue de Kermoysan"),
    place("Quimper", "29000", "none", "5 rue Kéréon"),
    place("Pleyben", "29190", "zfrr", "9 place du Général-de-Gaulle"),
    place("Douarnenez", "29100", "none", "26 rue du Port-Rhu"),
  ],
  Morlaix: [
    place("Morlaix", "29600", "none", "14 rue Ange-de-Guernisac"),
    place("Huelgoat", "29690", "zfrr", "1 rue du Lac"),
    place("Carhaix-Plouguer", "29270", "zfrr", "8 rue du Docteur-Menguy"),
  ],
};
const PRESCRIBERS = [
  "france_travail",
  "france_travail",
  "word_of_mouth",
  "bge_adie",
  "mission_locale",
  "internet",
  "chamber",
];
const AT_ENTRY = [
  "job_seeker_paid",
  "job_seeker_paid",
  "job_seeker_unpaid",
  "rsa",
  "part_time_employee",
  "self_employed",
];
const STUDIES = ["level_3", "level_4", "level_4", "level_5", "level_6", "level_6", "level_7", "none"];

/** As people say it. */
const TRADES: Readonly<Record<TradeKey, string>> = {
  plumbing: "Plomberie",
  electricity: "Électricité",
  joinery: "Bâtiment",
  training: "Formation",
  homeCare: "Aide à domicile",
  wellbeing: "Massage et bien-être",
  stage: "Arts du spectacle",
  gardening: "Jardins et paysages",
  market: "Maraîchage",
  craft: "Métiers d’art",
  design: "Graphisme, illustration",
  photo: "Photographie, vidéo",
  translation: "Langues, traduction",
  bakery: "Boulangerie, pâtisserie",
  repair: "Réparation, réemploi",
  consulting: "Conseil aux entreprises et aux associations",
};

const BIRTH_PLACES = ["Brest", "Quimper", "Morlaix", "Rennes", "Lorient", "Paris 13e", "Nantes", "Lille"];

type Values = Readonly<Record<string, string>>;

/** The file of a person as it is filled in when they are welcomed. */
function firstFile(person: Entrepreneur, trade: TradeKey): Readonly<Record<string, Values>> {
  const chance = chanceOf(`file:${person.key}`);
  const born = addDays(toDay(`${chance.between(1964, 2001)}-01-01`), chance.between(0, 364));
  const sex = MEN.has(person.key) ? "man" : "woman";
  const nationality = chance.percent(82) ? "french" : chance.percent(50) ? "european" : "other";
  const situation = chance.pick(AT_ENTRY);
  return {
    identity: { sex, birth_date: born, birth_place: chanceOf(`born:${person.key}`).pick(BIRTH_PLACES), nationality },
    contact: { ...chance.pick(PLACES[person.site]) },
    status: {
      ...{ entered_on: person.since, situation_entry: situation, situation },
      // Files are never all complete.
      ...(chance.percent(90) ? { study_level: chance.pick(STUDIES) } : {}),
      ...(chance.percent(92) ? { prescriber: chance.pick(PRESCRIBERS) } : {}),
    },
    project: { trade: TRADES[trade], trade_domain: DOMAINS[trade] },
  };
}

/** Everything that is written in a person's file, from the day on which they join. */
export function fileActs(person: Entrepreneur, trade: TradeKey, joined: Day): Act[] {
  const by = FOLLOWERS[person.site];
  const { key } = person;
  const act = (rank: number, day: Day, deed: Omit<Extract<Deed, { verb: "keepFile" }>, "verb" | "person">): Act => ({
    ...{ key: `file:${key}:${rank}`, at: at(day, 7, 40 + rank), by },
    deed: { verb: "keepFile", person: key, ...deed },
  });
  const file = firstFile(person, trade);
  const first = Object.entries(file).map(([section, values], rank) => act(rank, joined, { section, values }));
  const chance = chanceOf(`file:${key}:later`);
  const later: Act[] = [];
  const inMonths = (months: number) => addDays(addMonths(joined, months), chance.between(0, 20));
  if (person.status === "cesa" && chance.percent(60)) {
    const values = { situation: chance.percent(70) ? "part_time_employee" : "employee" };
    later.push(act(5, inMonths(3), { section: "status", values }));
  }
  if (chance.percent(20)) {
    const values = { ...chance.pick(PLACES[person.site]) };
    later.push(act(6, inMonths(6), { section: "contact", values }));
  }
  if (chance.percent(15)) {
    const values = { study_level: chance.pick(["level_4", "level_5", "level_6"]) };
    later.push(act(7, inMonths(5), { section: "status", values, mistake: "Diplôme reçu, la saisie était fausse" }));
  }
  // What chance drew as it was already written changes nothing: nobody opens a file for that.
  const changes = later.filter(({ deed }) => deed.verb === "keepFile" && differs(deed.values, file[deed.section]));
  return [...first, ...changes];
}

function differs(values: Values, written: Values | undefined): boolean {
  return Object.entries(values).some(([key, value]) => written?.[key] !== value);
}
