/** The label of the network: a structure that holds it, one that its peers assess, one that begins. */
import { addDays, addMonths, type Day, toDay } from "#kernel/day.ts";
import {
  answerCriteria,
  askAction,
  checkAction,
  criteriaOf,
  decideLabelling,
  finishAction,
  giveEvidence,
  nameAssessor,
  publishEdition,
  recordFindings,
  registerStructure,
  startReferential,
  submitLabelling,
} from "#modules/label/index.server.ts";
import { at, workingDayBefore } from "./calendar.ts";
import { NETWORK_TEAM } from "./network-plan.ts";
import type { NetworkStage } from "./network-stage.ts";
import { FOUNDER } from "./people.ts";

const CHIEF = NETWORK_TEAM.director.key;
const ANIMATOR = NETWORK_TEAM.facilitator.key;

/** What L’Établi shows: its name, its page, the codes of the criteria that it serves, and in how many days it ends. */
const SHOWN: readonly (readonly [title: string, page: string, codes: readonly string[], ends: number | null])[] = [
  ["Statuts à jour et extrait Kbis", "statuts", ["J01", "N06", "N07"], null],
  ["Attestation d’assurance responsabilité civile", "assurance", ["J03", "J04"], 25],
  ["Procès-verbal de l’assemblée générale", "assemblee", ["J05", "N05"], null],
  ["Rapport d’activité", "rapport", ["T09", "T07", "N03"], 410],
  ["Attestation de vigilance", "vigilance", ["J08"], -12],
];

/** Recommended criteria that L’Établi does not meet, or not wholly; every other one is met. */
const UNMET = ["J12", "J17", "C15", "T16", "T19", "N17", "N19"];
const PARTLY = ["J14", "T12", "N20"];

type Case = {
  readonly key: string;
  readonly by: string;
  readonly structure: string;
  readonly mode: "audit" | "peers";
  readonly on: Day;
};

export async function earnLabel({ network, now, structure, person }: NetworkStage): Promise<void> {
  const today = toDay(now.slice(0, 10));
  const back = (months: number) => workingDayBefore(addMonths(today, -months));
  const { editionId } = await network.run("label:list", CHIEF, at(back(9), 9), startReferential, { example: true });
  await network.run("label:publish", CHIEF, at(back(9), 10), publishEdition, { editionId });
  const criteria = await network.read((tx) => criteriaOf(tx, network.organizationId, editionId));
  const answerTo = (code: string) => (UNMET.includes(code) ? "unmet" : PARTLY.includes(code) ? "partly" : "met");

  const register = async ({ key, by, structure: of, mode, on }: Case) => {
    const given = { structureId: structure(of), editionId, mode };
    return (await network.run(`label:${key}`, by, at(on, 9), registerStructure, given)).labellingId;
  };
  const name = (key: string, labellingId: string, who: string, on: Day) =>
    network.run(`label:${key}:assessor:${who}`, ANIMATOR, at(on, 11), nameAssessor, {
      ...{ labellingId, personId: person(who) },
    });

  const held: Case = { key: "etabli", by: FOUNDER.key, structure: "etabli", mode: "audit", on: back(8) };
  const labellingId = await register(held);
  const shown = new Map<string, string[]>();
  for (const [rank, [title, page, codes, ends]] of SHOWN.entries()) {
    const { evidenceId } = await network.run(`label:evidence:${rank}`, held.by, at(held.on, 10, rank), giveEvidence, {
      ...{ structureId: structure(held.structure), title, link: `https://etabli.example/label/${page}` },
      ...(ends === null ? {} : { validUntil: addDays(today, ends) }),
    });
    for (const code of codes) shown.set(code, [...(shown.get(code) ?? []), evidenceId]);
  }
  const answers = criteria.map(({ code }) => ({ code, value: answerTo(code), evidenceIds: shown.get(code) ?? [] }));
  await network.run("label:etabli:answers", held.by, at(back(7), 9), answerCriteria, { labellingId, answers });
  await network.run("label:etabli:submit", held.by, at(back(7), 10), submitLabelling, { labellingId });
  await name("etabli", labellingId, "elise", back(7));
  const findings = criteria.map(({ code }) => ({
    ...{ code, value: answerTo(code) === "met" ? "met" : "unmet" },
    note: code === "J03" ? "Attestation lue, toutes les activités portées y figurent." : "",
  }));
  await network.run("label:etabli:findings", "elise", at(back(6), 14), recordFindings, { labellingId, findings });
  const wording = "Écrire qui décide quand un client ne paie pas, et à partir de quel montant.";
  const asked = { labellingId, code: "J15", wording, dueOn: addDays(back(6), 30) };
  const { actionId } = await network.run("label:etabli:action", "elise", at(back(6), 15), askAction, asked);
  const doneNote = "Procédure écrite et lue au conseil.";
  await network.run("label:etabli:done", held.by, at(back(5), 9), finishAction, { actionId, doneNote });
  await network.run("label:etabli:checked", "elise", at(back(5), 11), checkAction, { actionId });
  const note = "Un dossier clair. Pensez à la relève des personnes qui accompagnent.";
  await network.run("label:etabli:decision", CHIEF, at(back(5), 15), decideLabelling, { labellingId, note });

  const peers: Case = { key: "ruche", by: "farid", structure: "ruche-nord", mode: "peers", on: back(3) };
  const among = await register(peers);
  const said = criteria.map(({ code }, rank) => ({ code, value: rank % 17 === 16 ? "partly" : "met" }));
  await network.run("label:ruche:answers", peers.by, at(back(2), 9), answerCriteria, {
    ...{ labellingId: among, answers: said },
  });
  await network.run("label:ruche:submit", peers.by, at(back(2), 10), submitLabelling, { labellingId: among });
  for (const who of ["nora", "chloe"]) await name("ruche", among, who, back(2));
  const seen = criteria.slice(0, 84).map(({ code }, rank) => ({ code, value: rank % 19 === 18 ? "unmet" : "met" }));
  await network.run("label:ruche:findings", "nora", at(back(1), 10), recordFindings, {
    ...{ labellingId: among, findings: seen },
  });
  const toDo = { code: "C07", wording: "Joindre la règle des frais, avec trois exemples.", dueOn: addDays(today, 20) };
  await network.run("label:ruche:action", "nora", at(back(1), 11), askAction, { labellingId: among, ...toDo });

  const beginning: Case = { key: "quai", by: "chloe", structure: "quai-ouest", mode: "audit", on: back(1) };
  const begun = await register(beginning);
  const first = criteria.slice(0, 31).map(({ code }, rank) => ({ code, value: rank % 6 === 5 ? "partly" : "met" }));
  await network.run("label:quai:answers", "chloe", at(back(1), 16), answerCriteria, {
    ...{ labellingId: begun, answers: first },
  });
}
