/** An agreement of objectives between two cooperatives and the authority of their territory: in its second year, amended once. */
import { addDays, addMonths, toDay } from "#kernel/day.ts";
import {
  addIndicator,
  addObjective,
  amendConvention,
  beginConvention,
  changeTargets,
  declareEffect,
  enterEffect,
  planJointAction,
  planTranche,
  receiveTranche,
  recordResult,
  signConvention,
  tellJointAction,
} from "#modules/objectives/index.server.ts";
import { at, workingDayBefore } from "./calendar.ts";
import { NETWORK_TEAM } from "./network-plan.ts";
import type { NetworkStage } from "./network-stage.ts";
import { FOUNDER } from "./people.ts";

const ANIMATOR = NETWORK_TEAM.facilitator.key;
const HELENE = FOUNDER.key;

type Measure = readonly [label: string, unit: string, targets: readonly string[], done: string, note: string];
const OBJECTIVES: readonly (readonly [title: string, details: string, measures: readonly Measure[]])[] = [
  [
    "Accueillir ensemble sur le territoire",
    "Une seule porte d’entrée, quel que soit le métier.",
    [
      [
        "Personnes reçues en réunion commune",
        "personnes",
        ["60", "80", "100"],
        "71",
        "Feuilles d’émargement des deux CAE",
      ],
      ["Permanences tenues hors de Brest", "demi-journées", ["20", "24", "30"], "18", "Agenda partagé"],
    ],
  ],
  [
    "Répondre ensemble aux chantiers des communes",
    "Du diagnostic à la réception, plusieurs métiers, une seule offre.",
    [["Réponses communes déposées", "", ["3", "6", "8"], "5", "Registre des appels d’offres"]],
  ],
];

export async function agreeObjectives({ network, now, structure }: NetworkStage): Promise<void> {
  const today = toDay(now.slice(0, 10));
  const year = Number(today.slice(0, 4));
  const back = (months: number) => workingDayBefore(addMonths(today, -months));
  const [etabli, toits, metropole, fonds] = ["etabli", "toits-communs", "metropole", "fonds"].map(structure);
  const begun = await network.run("objectives:begin", ANIMATOR, at(back(9), 9), beginConvention, {
    ...{ title: "Entreprendre ensemble en pays de Brest", reference: `CPO ${year - 1}-02` },
    ...{ startsOn: `${year - 1}-07-01`, endsOn: `${year + 1}-12-31`, leadId: etabli },
    partyIds: [etabli, toits, metropole, fonds],
    purpose:
      "Accueillir ensemble, répondre ensemble, et mesurer ce que la coopération change dans les comptes de chacun.",
  });
  const { conventionId } = begun;
  const indicators: (readonly [id: string, measure: Measure])[] = [];
  for (const [rank, [title, details, measures]] of OBJECTIVES.entries()) {
    const { objectiveId } = await network.run(
      `objectives:objective:${rank}`,
      HELENE,
      at(back(9), 10, rank),
      addObjective,
      {
        ...{ conventionId, title, details },
      },
    );
    for (const [order, measure] of measures.entries()) {
      const [label, unit, targets] = measure;
      const byYear = Object.fromEntries(targets.map((text, index) => [String(year - 1 + index), text]));
      const given = { conventionId, objectiveId, label, unit, targets: byYear };
      const key = `objectives:measure:${rank}:${order}`;
      const { indicatorId } = await network.run(key, HELENE, at(back(9), 11, rank * 10 + order), addIndicator, given);
      indicators.push([indicatorId, measure]);
    }
  }
  const tranche = async (key: string, label: string, funderId: string | undefined, amount: string, dueOn: string) => {
    const half = String(Number(amount) / 2);
    const shares = { [String(etabli)]: half, [String(toits)]: half };
    const given = { conventionId, label, funderId, amount, dueOn, shares };
    return network.run(`objectives:tranche:${key}`, HELENE, at(back(9), 14), planTranche, given);
  };
  const first = await tranche("first", "Première tranche", metropole, "24000", back(6));
  await tranche("second", "Deuxième tranche, au vu du rapport", metropole, "24000", addDays(today, 60));
  await tranche("fund", "Aide au démarrage", fonds, "9000", back(2));
  await network.run("objectives:sign", HELENE, at(back(8), 9), signConvention, { conventionId, signedOn: back(8) });
  await network.run("objectives:receive", HELENE, at(back(6), 9), receiveTranche, {
    ...{ conventionId, trancheId: first.trancheId, receivedOn: back(6) },
  });

  const act = async (key: string, title: string, carrierId: string | undefined, plannedOn: string) =>
    network.run(`objectives:action:${key}`, HELENE, at(back(8), 11), planJointAction, {
      ...{ conventionId, title, carrierId, plannedOn },
    });
  const fair = await act("fair", "Un stand commun au salon de l’habitat", toits, back(3));
  await act("guide", "Un guide des métiers du bâtiment coopératif", etabli, back(1));
  await act("day", "Une journée des marchés publics avec les communes", etabli, addDays(today, 40));
  await network.run("objectives:fair", "marion", at(back(3), 18), tellJointAction, {
    ...{ conventionId, actionId: fair.actionId, state: "done", note: "Quarante contacts, six devis demandés." },
    link: "https://toits-communs.example/salon",
  });
  await network.run("objectives:amend", HELENE, at(back(4), 9), amendConvention, {
    ...{
      conventionId,
      agreedOn: back(4),
      body: "La cible des personnes reçues passe de 80 à 90 : la permanence de Morlaix ouvre.",
    },
  });
  const [welcomed] = indicators[0] ?? [];
  await network.run("objectives:targets", HELENE, at(back(4), 10), changeTargets, {
    ...{ conventionId, indicatorId: welcomed, amendment: "1", targets: { [String(year)]: "90" } },
  });
  for (const [rank, [indicatorId, [, , , done, note]]] of indicators.entries()) {
    const said = { conventionId, indicatorId, year: String(year), done, note };
    await network.run(
      `objectives:result:${rank}`,
      rank === 2 ? "marion" : HELENE,
      at(back(1), 9, rank),
      recordResult,
      said,
    );
  }
  const declare = async (key: string, who: string, given: Readonly<Record<string, unknown>>) =>
    network.run(`objectives:effect:${key}`, who, at(back(1), 14), declareEffect, {
      ...{ conventionId, year: String(year), ...given },
    });
  const sales = "Journal des ventes, clients qui sont des CAE";
  await declare("etabli", HELENE, {
    structureId: etabli,
    kind: "internalInvoices",
    number: "7",
    amount: "8450",
    source: sales,
  });
  await declare("toits", "marion", {
    structureId: toits,
    kind: "internalInvoices",
    number: "3",
    amount: "2980",
    source: sales,
  });
  await declare("quotes", HELENE, {
    structureId: etabli,
    kind: "jointQuotes",
    number: "5",
    amount: "64200",
    source: "Registre des appels d’offres",
  });
  await declare("sent", "marion", {
    structureId: toits,
    kind: "referrals",
    number: "11",
    amount: "",
    source: "Carnet de l’accueil",
  });
  // The authority told its figure by telephone: the team of the network entered it.
  await network.run("objectives:effect:metropole", ANIMATOR, at(back(1), 15), enterEffect, {
    ...{ conventionId, structureId: metropole, year: String(year), kind: "referrals", number: "4", amount: "" },
    ...{ toldBy: "Malo Riou, chargé de mission", source: "Tableau de suivi de la métropole" },
  });
}
