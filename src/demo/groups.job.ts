/** Two working groups of the network, one open and one kept to its members; and what each structure needs and offers. */
import { addDays, addMonths, toDay } from "#kernel/day.ts";
import {
  addMember,
  formGroup,
  logDecision,
  planSession,
  publishTemplate,
  saveFunctions,
  sayCapacity,
  sayEncounter,
  sayUptake,
  shareVersion,
  writeMinutes,
} from "#modules/workgroup/index.server.ts";
import { at, workingDayBefore } from "./calendar.ts";
import { NETWORK_TEAM } from "./network-plan.ts";
import type { NetworkStage } from "./network-stage.ts";
import { FOUNDER } from "./people.ts";

const ANIMATOR = NETWORK_TEAM.facilitator.key;
const HELENE = FOUNDER.key;

/** Who said what of the template, for their own structure. */
const UPTAKES: readonly (readonly [who: string, structure: string, state: string, body: string])[] = [
  [HELENE, "etabli", "adopted", ""],
  ["farid", "ruche-nord", "adapted", "Nous gardons les étapes 1 à 3 ; le livret sera celui de notre pôle."],
  ["chloe", "quai-ouest", "notYet", "Après l’assemblée de juin."],
  ["gael", "deux-rives", "declined", "Notre accueil est déjà fait avec la couveuse."],
];

type Said = readonly [
  who: string,
  structure: string,
  what: string,
  side: string,
  quantity: string,
  unit: string,
  note: string,
];
const CAPACITIES: readonly Said[] = [
  [HELENE, "etabli", "Paie et RH", "offer", "6", "days", "Un gestionnaire de paie, à distance."],
  ["gael", "deux-rives", "Paie et RH", "need", "3", "days", ""],
  ["elise", "val-de-sources", "Paie et RH", "need", "8", "days", "Avant la reprise en interne."],
  ["farid", "ruche-nord", "Communication", "offer", "0,5", "fte", ""],
  ["chloe", "quai-ouest", "Communication", "need", "0,5", "fte", "Pour le salon d’avril."],
  ["nora", "les-passeurs", "Juridique", "need", "1", "days", ""],
];

export async function workInGroups({ network, now, structure, person }: NetworkStage): Promise<void> {
  const today = toDay(now.slice(0, 10));
  const back = (months: number) => workingDayBefore(addMonths(today, -months));
  const { workgroupId } = await network.run("group:welcome", ANIMATOR, at(back(8), 9), formGroup, {
    ...{ title: "Accueillir et former", subject: "De la première réunion aux six premiers mois", readers: "network" },
    mandate:
      "Comparer nos parcours d’accueil, écrire ce qui marche partout, et le proposer à toutes les CAE du réseau.",
    leadId: person("farid"),
  });
  for (const key of [HELENE, "chloe", "nora", "gael"]) {
    const member = { workgroupId, personId: person(key) };
    await network.run(`group:welcome:join:${key}`, "farid", at(back(8), 10), addMember, member);
  }
  const session = async (key: string, months: number, agenda: string, body: string, came: readonly string[]) => {
    const heldOn = back(months);
    const { sessionId } = await network.run(`group:session:${key}`, "farid", at(addDays(heldOn, -10), 9), planSession, {
      ...{ workgroupId, heldOn, startsAt: "14:00", place: "En visio", agenda },
    });
    const minutes = { workgroupId, sessionId, body, came: came.map(person) };
    await network.run(`group:minutes:${key}`, "farid", at(heldOn, 17), writeMinutes, minutes);
  };
  await session(
    "first",
    6,
    "Tour des parcours d’accueil de chacun.",
    "Cinq parcours comparés : même durée, mais trois façons de dire non. Chacun envoie ses documents avant la prochaine fois.",
    [HELENE, "chloe", "nora", "farid"],
  );
  await session(
    "second",
    3,
    "Relire la trame commune. Choisir ce qui se mesure.",
    "La trame est relue et acceptée. Deux mesures suffisent : la présence à six mois et le premier devis.",
    [HELENE, "chloe", "gael", "farid"],
  );
  const first = { workgroupId, body: "Chaque CAE envoie ses documents d’accueil au groupe.", decidedOn: back(6) };
  const { decisionId } = await network.run("group:decision:first", "farid", at(back(6), 18), logDecision, first);
  await network.run("group:decision:second", "farid", at(back(3), 18), logDecision, {
    ...{ workgroupId, supersedes: decisionId, decidedOn: back(3) },
    body: "Les documents d’accueil sont rangés ici, et mis à jour une fois par an.",
  });
  await network.run("group:share", "nora", at(back(3), 19), shareVersion, {
    ...{ workgroupId, title: "Grille d’entretien d’accueil", link: "https://faisceau.example/grille-accueil" },
    note: "Huit questions, une page.",
  });
  const { templateId } = await network.run("group:template", "farid", at(back(3), 20), publishTemplate, {
    ...{ workgroupId, title: "Un accueil qui se prépare" },
    introduction: "Quatre étapes à reprendre telles quelles, à adapter, ou pas.",
    steps:
      "Annoncer le calendrier des réunions d’information\nUn entretien à deux voix, avec une personne associée\nUn livret remis le jour de la signature\nUn point à trois mois",
  });
  for (const [who, key, state, body] of UPTAKES) {
    const said = { workgroupId, templateId, structureId: structure(key), state, body };
    await network.run(`group:uptake:${key}`, who, at(back(2), 9), sayUptake, said);
  }
  await network.run("group:session:next", "farid", at(back(1), 9), planSession, {
    ...{ workgroupId, heldOn: addDays(today, 12), startsAt: "14:00", place: "Rennes, 6 rue du Lien" },
    agenda: "Bilan des six premiers mois, chiffres à l’appui.",
  });

  const kept = await network.run("group:prices", ANIMATOR, at(back(4), 9), formGroup, {
    ...{
      title: "Négocier l’assurance",
      subject: "Un contrat de groupe pour les métiers du bâtiment",
      readers: "members",
    },
    ...{ mandate: "Réunir les sinistres de trois ans et consulter quatre assureurs.", leadId: person("marion") },
  });
  await network.run("group:prices:join", "marion", at(back(4), 10), addMember, {
    ...{ workgroupId: kept.workgroupId, personId: person(HELENE) },
  });

  const functions = "Paie et RH\nComptabilité\nCommunication\nJuridique\nFormation";
  const { functionIds } = await network.run("group:functions", ANIMATOR, at(back(5), 9), saveFunctions, { functions });
  const listed = functions.split("\n");
  const ids = new Map<string, string>();
  for (const [who, key, title, side, quantity, unit, note] of CAPACITIES) {
    const functionId = functionIds[listed.indexOf(title)];
    const said = { structureId: structure(key), functionId, side, quantity, unit, note, startsOn: back(2) };
    const { capacityId } = await network.run(`group:capacity:${key}`, who, at(back(2), 11), sayCapacity, said);
    ids.set(key, capacityId);
  }
  await network.run("group:encounter", "gael", at(back(1), 11), sayEncounter, {
    ...{ needId: ids.get("deux-rives"), offerId: ids.get("etabli"), state: "agreed" },
    note: "Trois jours par mois à partir de janvier.",
  });
}
