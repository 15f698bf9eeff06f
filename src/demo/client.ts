/** The customers of an activity, and how each of them pays. */
import { fold } from "#ui/fold.ts";
import type { ClientText } from "./act.ts";
import { type Chance, chanceOf } from "./chance.ts";
import { inventedSiren, inventedSiret } from "./invented-number.ts";
import type { ActivityPlan } from "./people.ts";
import type { ClientKind } from "./trade.ts";
import { TRADES } from "./trades.ts";

/** prompt: within the week; usual: about the due date; late: weeks after; never: not until today. */
export type PayingHabit = "prompt" | "usual" | "late" | "never";

export type Client = {
  readonly key: string;
  readonly kind: ClientKind;
  readonly habit: PayingHabit;
  readonly text: ClientText;
};

const COMPANIES = [
  "Boulangerie",
  "Garage",
  "Librairie",
  "Hôtel",
  "Restaurant",
  "Atelier",
  "Agence",
  "Pharmacie",
  "Cabinet",
  "Brasserie",
  "Conserverie",
  "Chantier naval",
];
const COMPANY_NAMES = [
  "Kerouanton",
  "des Quais",
  "du Port",
  "Le Bihan",
  "de la Rade",
  "Jaffrès",
  "de l’Iroise",
  "Mével",
  "du Ponant",
  "Cariou",
  "des Capucins",
  "Guéguen",
];
const PUBLICS = [
  "Mairie de",
  "École de",
  "Collège de",
  "Médiathèque de",
  "Communauté de communes de",
  "Centre communal de",
];
const TOWNS = [
  "Plouvenec",
  "Lanvern",
  "Kerguido",
  "Saint-Thual",
  "Locmarec",
  "Trébouzel",
  "Landévérec",
  "Plonéour-sur-Goyen",
];
const ASSOCIATIONS = ["Association", "Centre social", "MJC", "Théâtre", "Club", "Festival", "Maison pour tous"];
const ASSOCIATION_NAMES = [
  "Les Deux Rives",
  "Kerbernard",
  "La Ribambelle",
  "du Léon",
  "Horizons",
  "Les Embruns",
  "Pen ar Bed",
  "Tro Breizh",
];
const FIRST_NAMES = [
  "Monique",
  "Rachid",
  "Annick",
  "Jean-Yves",
  "Thi Lan",
  "Bernard",
  "Aminata",
  "Morgane",
  "Ewen",
  "Carlos",
  "Odile",
  "Sandrine",
  "Ibrahim",
  "Yvette",
  "Gurvan",
  "Leïla",
];
const LAST_NAMES = [
  "Le Gall",
  "Benali",
  "Kermarrec",
  "Da Silva",
  "Pham",
  "Cloarec",
  "Sow",
  "Le Meur",
  "Martin",
  "Gourvennec",
  "Petit",
  "Özdemir",
  "Bescond",
  "Riou",
  "Diop",
  "Normand",
];
const STREETS = [
  "rue de Siam",
  "quai de la Douane",
  "rue des Glénan",
  "place du Marché",
  "route de la Corniche",
  "venelle du Puits",
  "rue Jean-Jaurès",
  "allée des Camélias",
];
const CITIES: readonly (readonly [string, string])[] = [
  ["29200", "Brest"],
  ["29000", "Quimper"],
  ["29600", "Morlaix"],
  ["29800", "Landerneau"],
  ["29470", "Plougastel-Daoulas"],
  ["29100", "Douarnenez"],
];

/** Five to eight customers; the rank of the activity keeps their numbers apart. */
export function clientsOf(activity: ActivityPlan, rank: number): Client[] {
  const chance = chanceOf(`clients ${activity.code}`);
  const kinds = TRADES[activity.trade].clients;
  const count = chance.between(5, 8);
  const clients: Client[] = [];
  const names = new Set<string>();
  for (let number = 0; clients.length < count; number++) {
    const kind = kinds[number % kinds.length] as ClientKind;
    const name = nameOf(kind, chance);
    if (names.has(name)) continue;
    names.add(name);
    clients.push(clientNamed(activity, kind, name, rank * 20 + clients.length, chance));
  }
  if (activity.story === "login") clients.unshift(nursery(activity, rank));
  return clients;
}

function nameOf(kind: ClientKind, chance: Chance): string {
  if (kind === "individual") return `${chance.pick(FIRST_NAMES)} ${chance.pick(LAST_NAMES)}`;
  if (kind === "public") return `${chance.pick(PUBLICS)} ${chance.pick(TOWNS)}`;
  if (kind === "association") return `${chance.pick(ASSOCIATIONS)} ${chance.pick(ASSOCIATION_NAMES)}`;
  return `${chance.pick(COMPANIES)} ${chance.pick(COMPANY_NAMES)}`;
}

function clientNamed(activity: ActivityPlan, kind: ClientKind, name: string, rank: number, chance: Chance): Client {
  const [postalCode, city] = chance.pick(CITIES);
  const mailbox = fold(name).replace(/[^a-z]+/g, "-");
  const address = { street: `${chance.between(1, 88)} ${chance.pick(STREETS)}`, postalCode, city };
  const key = `${activity.code}:client:${rank}`;
  if (kind === "individual") {
    const email = `${mailbox}@courriel.example`;
    return {
      key,
      kind,
      habit: habitOf(chance, 55),
      text: { kind: "individual", name, email, ...address, ...referralOf(key) },
    };
  }
  const siren = inventedSiren(rank);
  return {
    key,
    kind,
    habit: habitOf(chance, 15),
    text: {
      kind: "company",
      name,
      ...referralOf(key),
      siren,
      siret: inventedSiret(siren),
      email: `compta@${mailbox}.example`,
      ...address,
    },
  };
}

/** The crèche of every example: it pays late, for a reminder on the home page of the first log-in. */
function nursery(activity: ActivityPlan, rank: number): Client {
  const siren = inventedSiren(rank * 20 + 19);
  return {
    key: `${activity.code}:client:lutins`,
    kind: "association",
    habit: "usual",
    text: {
      kind: "company",
      name: "Crèche Les Lutins",
      siren,
      siret: inventedSiret(siren),
      contactName: "Maud Stéphan",
      email: "compta@creche-les-lutins.example",
      street: "4 place du Marché",
      postalCode: "29200",
      city: "Brest",
    },
  };
}

/** One customer out of six came by somebody of the house or of another one. By its own lot: what else is drawn stays. */
function referralOf(key: string): { readonly referredBy?: string } {
  const chance = chanceOf(`referral ${key}`);
  if (!chance.percent(16)) return {};
  return { referredBy: chance.percent(70) ? "activity" : "cooperative" };
}

function habitOf(chance: Chance, prompt: number): PayingHabit {
  if (chance.percent(prompt)) return "prompt";
  const roll = chance.between(1, 100);
  return roll <= 74 ? "usual" : roll <= 96 ? "late" : "never";
}
