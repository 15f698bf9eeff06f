/** The members of the network by college, each spoken for by somebody, and the assembly that they are called to: by the real commands. */
import { addDays, addMonths, toDay } from "#kernel/day.ts";
import {
  addMotion,
  conveneAssembly,
  decideApplication,
  fileApplication,
  prepareAssembly,
  saveArticles,
} from "#modules/governance/index.server.ts";
import { at, workingDay, workingDayBefore } from "./calendar.ts";
import { KNOWN_STRUCTURES, NETWORK_TEAM } from "./network-plan.ts";
import type { NetworkStage } from "./network-stage.ts";
import { FOUNDER } from "./people.ts";
import { SISTER_HOUSES } from "./sister-house.ts";

const CHIEF = NETWORK_TEAM.director.key;
const rule = { quorum: "1/3", base: "cast" };
/** An association that counts by college: nobody weighs more than half, nobody less than a tenth. */
const ARTICLES = {
  ...{
    version: "0",
    form: "other",
    shareValue: "20",
    minimumCapital: "0",
    refundYears: "5",
    admittedBy: "assembly",
    weighted: "oui",
  },
  ...{ convocationDays: "15", proxiesMost: "1", quorumScope: "college" },
  majority: { ordinary: "1/2", extraordinary: "2/3" },
  rule: { ordinary1: rule, ordinary2: { ...rule, quorum: "0/1" }, extraordinary1: rule, extraordinary2: rule },
  college: {
    1: { name: "Coopératives d’activité et d’emploi", weight: "50", kind: "cooperative" },
    2: { name: "Équipe du réseau", weight: "20", kind: "employee" },
    3: { name: "Territoires et partenaires", weight: "30", kind: "public" },
  },
};

const MOTIONS = [
  ["Cotisation des membres", "Elle reste à 0,05 % du chiffre d’affaires de chaque coopérative."],
  ["Observatoire commun", "Chaque membre y envoie ses chiffres, une fois par an, après les avoir relus."],
] as const;

/** Who speaks for whom: a key of the network's people, the name of the structure, its college. */
function members(): readonly (readonly [voice: string, legalName: string, college: number])[] {
  const nameOf = (key: string) => KNOWN_STRUCTURES.find((one) => one.key === key)?.name ?? key;
  return [
    [FOUNDER.key, "L’Établi", 1],
    ...SISTER_HOUSES.map(({ director, legalName }) => [director.key, legalName, 1] as const),
    ["farid", nameOf("ruche-nord"), 1],
    ["gael", nameOf("deux-rives"), 1],
    ["malo", nameOf("metropole"), 3],
  ];
}

export async function governNetwork({ network, now, person }: NetworkStage): Promise<void> {
  const today = toDay(now.slice(0, 10));
  const written = workingDayBefore(addMonths(today, -8));
  await network.run("govern:articles", CHIEF, at(written, 8), saveArticles, ARTICLES);
  const admit = async (key: string, who: Readonly<Record<string, unknown>>) => {
    const asked = { ...who, appliedOn: written };
    const { associateId } = await network.run(`govern:${key}`, CHIEF, at(written, 9), fileApplication, asked);
    const decided = { associateId, decision: "admit", effectOn: written, decidedBy: "assembly" };
    await network.run(`govern:${key}:admit`, CHIEF, at(written, 9), decideApplication, decided);
  };
  for (const [voice, legalName, college] of members()) {
    await admit(voice, { kind: "organization", legalName, representativeId: person(voice), college });
  }
  const { facilitator } = NETWORK_TEAM;
  await admit(facilitator.key, { kind: "person", personId: person(facilitator.key), college: 2 });

  const called = workingDayBefore(addDays(today, -2));
  const words = { title: "Assemblée du réseau", kind: "ordinary", time: "10:00", place: "6 rue du Lien, Rennes" };
  const more = {
    day: workingDay(addDays(today, 20)),
    agenda: "Rapport d’activité",
    link: "https://visio.faisceau.example",
  };
  const made = await network.run("govern:prepare", CHIEF, at(called, 9), prepareAssembly, { ...words, ...more });
  for (const [rank, [title, body]] of MOTIONS.entries()) {
    const motion = { ...made, title, body, rule: "ordinary", ballot: "open" };
    await network.run(`govern:motion:${rank}`, CHIEF, at(called, 9), addMotion, motion);
  }
  await network.run("govern:convene", CHIEF, at(called, 10), conveneAssembly, made);
}
