import { addMonths, type Instant, toDay } from "#kernel/day.ts";
import type { PersonId } from "#kernel/id.ts";
import { addPerson, grantRole } from "#modules/membership/index.server.ts";
import {
  addPlace,
  addStructure,
  giveSeat,
  ownStructureId,
  recordAffiliation,
  savePublicPage,
} from "#modules/network/index.server.ts";
import { answerTogether } from "./answer-together.job.ts";
import { at, workingDayBefore } from "./calendar.ts";
import { consultTogether } from "./consult-together.job.ts";
import { delegatePay } from "./delegate-pay.job.ts";
import { directorOf, enter, foundSisters } from "./found-sisters.job.ts";
import { rateCooperation } from "./grid.job.ts";
import { workInGroups } from "./groups.job.ts";
import { type Ground, houseOf, type Somebody } from "./house.job.ts";
import { inventedSiren, inventedSiret } from "./invented-number.ts";
import { earnLabel } from "./label.job.ts";
import { measureTogether } from "./measure-together.job.ts";
import { governNetwork } from "./network-govern.job.ts";
import { GUESTS, KNOWN_STRUCTURES, NETWORK_NAME, NETWORK_SLUG, NETWORK_TEAM } from "./network-plan.ts";
import type { NetworkStage } from "./network-stage.ts";
import { agreeObjectives } from "./objectives.job.ts";
import { sendObservations } from "./observatory.job.ts";
import { emailOf, FOUNDER } from "./people.ts";
import { holdRooms } from "./rooms.job.ts";
import { SISTER_HOUSES } from "./sister-house.ts";
import type { Stage } from "./stage.job.ts";
import { trainTogether } from "./training.job.ts";
import { DEMO_SIREN } from "./write-story.job.ts";

const CHIEF = NETWORK_TEAM.director.key;
const SINCE = "2015-01-01";
const RANK = 79_900;

/** A network and five more cooperatives: people of six houses and of others who meet in a seventh. */
export async function gatherNetwork(ground: Ground, etabli: Stage, now: Instant): Promise<NetworkStage> {
  const sisters = await foundSisters(ground, now);
  const opened = workingDayBefore(addMonths(toDay(now.slice(0, 10)), -10));
  const siren = inventedSiren(RANK);
  const identity = {
    ...{ slug: NETWORK_SLUG, legalName: NETWORK_NAME, legalForm: "Association loi de 1901", siren },
    ...{ siret: inventedSiret(siren), street: "6 rue du Lien", postalCode: "35000", city: "Rennes" },
    ...{ email: "bonjour@faisceau.example", accentColour: "#7d2e68", siteName: "Siège" },
  };
  const network = await houseOf(ground, "network", identity, NETWORK_TEAM.director, opened);
  const moment = at(opened, 9);
  const structures = new Map<string, string>();
  const people = new Map<string, PersonId>();

  const know = async (key: string, words: Readonly<Record<string, unknown>>) => {
    const { structureId } = await network.run(`structure:${key}`, CHIEF, moment, addStructure, words);
    structures.set(key, structureId);
  };
  const join = async (key: string, to: string, startsOn: string) => {
    const affiliation = { structureId: structures.get(key), networkId: structures.get(to), startsOn };
    await network.run(`affiliation:${key}:${to}`, CHIEF, moment, recordAffiliation, affiliation);
  };
  const seat = async (somebody: Somebody, structure: string, role: string) => {
    const { key, firstName, lastName, email } = somebody;
    await enter(ground, network, somebody);
    const person = { firstName, lastName, email, invite: true };
    const { personId } = await network.run(`person:${key}`, CHIEF, moment, addPerson, person);
    people.set(key, personId);
    const given = { personId, structureId: structures.get(structure), function: role, startsOn: opened };
    await network.run(`seat:${key}`, CHIEF, moment, giveSeat, given);
  };

  structures.set("self", (await network.read((tx) => ownStructureId({ tx, ...network }))) ?? "");
  const home = { kind: "cae", listed: "oui", legalForm: "SCOP SARL à capital variable" };
  await know("etabli", {
    ...{ ...home, name: "L’Établi", siren: DEMO_SIREN, street: "12 quai de l’Atelier", postalCode: "29200" },
    ...{ city: "Brest", email: "bonjour@etabli.example", website: "https://etabli.example" },
    trades: ["building", "crafts", "consulting", "training", "food"],
    description: "Généraliste : quarante activités, une seule maison, de Brest à Quimper.",
  });
  for (const house of SISTER_HOUSES) {
    const { legalName: name, legalForm, street, postalCode, city, families: trades, description, slug } = house;
    await know(slug, {
      ...{ kind: "cae", listed: "oui", name, legalForm, street, postalCode, city, trades, description },
      ...{ siren: inventedSiren(house.rank), email: `bonjour@${slug}.example`, website: `https://${slug}.example` },
    });
  }
  for (const { key, networks: _, listed, ...words } of KNOWN_STRUCTURES) {
    await know(key, { ...words, listed: listed === true, email: `contact@${key}.example` });
  }
  for (const key of ["etabli", ...SISTER_HOUSES.map(({ slug }) => slug)]) await join(key, "self", SINCE);
  await join("toits-communs", "batisseurs", "2016-01-01");
  for (const key of ["etabli", "transmettre", "prendre-soin"]) await join(key, "federation", "2013-01-01");
  for (const { key, networks = {} } of KNOWN_STRUCTURES) {
    for (const [to, year] of Object.entries(networks)) await join(key, to, `${year}-01-01`);
  }
  await placeThem(network, structures, moment);

  const { facilitator } = NETWORK_TEAM;
  await seat({ ...FOUNDER, email: emailOf(FOUNDER.key) }, "etabli", "Directrice");
  for (const house of SISTER_HOUSES) await seat(directorOf(house), house.slug, "Direction");
  for (const [key, firstName, lastName, structure, role] of GUESTS) {
    await seat({ key, firstName, lastName, email: `${key}@invites.example` }, structure, role);
  }
  await seat(facilitator, "self", "Animation du réseau");
  const role = { personId: people.get(facilitator.key), role: "facilitator", siteId: "" };
  await network.run("role:facilitator", CHIEF, moment, grantRole, role);
  const introduction =
    "Seize coopératives d’activité et d’emploi, et celles et ceux qui les aident : trouvez la vôtre.";
  await network.run("page", CHIEF, moment, savePublicPage, { open: "oui", introduction, version: 0 });

  return {
    ...{ network, sisters, etabli, now },
    structure: (key) => structures.get(key) ?? "",
    person: (key) => people.get(key) as PersonId,
  };
}

async function placeThem(network: Stage, structures: ReadonlyMap<string, string>, moment: Instant): Promise<void> {
  const places: (readonly [string, Readonly<Record<string, string>>])[] = [
    ["etabli", { kind: "site", name: "Quimper", city: "Quimper", department: "29" }],
    ["etabli", { kind: "site", name: "Morlaix", city: "Morlaix", department: "29" }],
    ["etabli", { kind: "permanence", city: "Lannion", department: "22", rhythm: "Le jeudi, de 14 h à 17 h" }],
    ["les-passeurs", { kind: "permanence", city: "Auch", department: "32", rhythm: "Une fois par mois" }],
    ["val-de-sources", { kind: "site", name: "Antenne de Vichy", city: "Vichy", department: "03" }],
  ];
  for (const house of SISTER_HOUSES) {
    const [city, department, rhythm] = house.permanence;
    places.push([house.slug, { kind: "permanence", city, department, rhythm }]);
  }
  for (const [rank, [key, place]] of places.entries()) {
    const given = { structureId: structures.get(key), ...place };
    await network.run(`place:${rank}`, CHIEF, moment, addPlace, given);
  }
}

/** The parts of the network, each told by its own file, once its houses are there. */
export async function tellNetwork(ground: Ground, etabli: Stage, now: Instant): Promise<void> {
  const stage = await gatherNetwork(ground, etabli, now);
  const { consultationId } = await consultTogether(stage);
  await holdRooms(stage, consultationId);
  await earnLabel(stage);
  await rateCooperation(stage);
  await workInGroups(stage);
  await trainTogether(stage);
  await agreeObjectives(stage);
  await sendObservations(stage, ground.publicUrl);
  await delegatePay(ground, stage);
  await governNetwork(stage);
  await answerTogether(stage);
  await measureTogether(ground, stage);
}
