/** A pole that rates its own cooperation: one round agreed half a year ago, another that is being compared. */
import { addDays, addMonths, type Day, toDay } from "#kernel/day.ts";
import {
  agreeValue,
  closeRound,
  finishPlanAction,
  finishRating,
  indicatorsOf,
  openComparison,
  openRound,
  planAction,
  publishModel,
  rateIndicators,
  sayRemark,
  startModel,
  startProject,
} from "#modules/grid/index.server.ts";
import { at, workingDayBefore } from "./calendar.ts";
import { NETWORK_TEAM } from "./network-plan.ts";
import type { NetworkStage } from "./network-stage.ts";
import { FOUNDER } from "./people.ts";

const ANIMATOR = NETWORK_TEAM.facilitator.key;
/** Who rates, and how far from the middle each looks. */
const RATERS: readonly (readonly [key: string, look: number])[] = [
  [FOUNDER.key, 1],
  ["marion", 0],
  ["malo", -1],
];
const PARTNERS = ["etabli", "toits-communs", "etape", "couveuse", "insertion", "metropole"];

const REMARKS: readonly (readonly [code: string, by: string, body: string])[] = [
  ["A2.3", "malo", "Le désaccord sur le local s’est réglé entre deux personnes, pas par la méthode."],
  ["A2.3", FOUNDER.key, "La méthode existe depuis mars : elle n’a pas encore servi."],
  ["B1.4", "marion", "Le budget commun couvre les salons, rien d’autre."],
];

const ACTIONS: readonly (readonly [code: string, what: string, who: string, days: number, done: boolean])[] = [
  ["A3.1", "Écrire la convention de trois ans entre les six structures", "Hélène, L’Établi", 120, true],
  ["B1.4", "Proposer un fonds commun à l’assemblée", "Marion, Les Toits Communs", 260, false],
  ["A2.4", "Ouvrir deux réunions par an aux habitants", "Malo, Métropole d’Armor", 150, false],
];

/** Where a pole stands on an indicator, 0 to 3; a little higher each time. */
const levelOf = (rank: number, round: number, look: number) =>
  Math.min(3, Math.max(0, (rank % 3) + round + (rank % 4 === 0 ? look : 0)));

export async function rateCooperation({ network, now, structure, person }: NetworkStage): Promise<void> {
  const today = toDay(now.slice(0, 10));
  const back = (months: number) => workingDayBefore(addMonths(today, -months));
  const { modelId } = await network.run("grid:model", ANIMATOR, at(back(9), 9), startModel, { example: true });
  await network.run("grid:publish", ANIMATOR, at(back(9), 10), publishModel, { modelId });
  const indicators = await network.read((tx) => indicatorsOf(tx, network.organizationId, modelId));
  const { projectId } = await network.run("grid:project", FOUNDER.key, at(back(8), 9), startProject, {
    ...{ name: "Pôle du bâti durable en pays de Brest", kind: "ptce", territory: "Pays de Brest, Finistère" },
    description: "Former, réemployer les matériaux et répondre ensemble aux chantiers des communes.",
    partnerIds: PARTNERS.map(structure),
  });

  const rate = async (key: string, round: number, mode: string, on: Day) => {
    const asked = { projectId, modelId, mode, raterIds: RATERS.map(([who]) => person(who)) };
    const { roundId } = await network.run(`grid:${key}`, FOUNDER.key, at(on, 9), openRound, asked);
    for (const [who, look] of RATERS) {
      const ratings = indicators.map(({ code }, rank) => ({
        ...{ code, level: levelOf(rank, round, look) },
        comment: rank % 11 === 3 && look < 0 ? "Vu de l’extérieur, cela se voit peu." : "",
      }));
      await network.run(`grid:${key}:rate:${who}`, who, at(on, 14), rateIndicators, { roundId, ratings });
      await network.run(`grid:${key}:finish:${who}`, who, at(on, 15), finishRating, { roundId });
    }
    await network.run(`grid:${key}:compare`, FOUNDER.key, at(addDays(on, 7), 9), openComparison, { roundId });
    return roundId;
  };
  const agree = async (key: string, roundId: string, round: number, on: Day, count: number) => {
    for (const [rank, { code, levels }] of indicators.slice(0, count).entries()) {
      const level = levelOf(rank, round, 0);
      const reason = `Ce que nous voyons tous les trois : ${(levels[level] ?? "").toLowerCase()}.`;
      const value = { roundId, code, level, reason, evidence: rank % 5 === 0 ? "Compte rendu du comité du pôle" : "" };
      await network.run(`grid:${key}:agree:${code}`, FOUNDER.key, at(on, 10, rank), agreeValue, value);
    }
  };

  const first = await rate("first", 0, "self", back(7));
  const talked = addDays(back(7), 7);
  for (const [rank, [code, who, body]] of REMARKS.entries()) {
    await network.run(`grid:first:say:${rank}`, who, at(talked, 9, 30 + rank), sayRemark, {
      ...{ roundId: first, code, body },
    });
  }
  await agree("first", first, 0, talked, indicators.length);
  await network.run("grid:first:close", FOUNDER.key, at(talked, 11), closeRound, { roundId: first });
  for (const [rank, [code, what, who, days, done]] of ACTIONS.entries()) {
    const action = { roundId: first, code, what, who, dueOn: addDays(talked, days) };
    const { actionId } = await network.run(`grid:plan:${rank}`, FOUNDER.key, at(talked, 12, rank), planAction, action);
    if (!done) continue;
    await network.run(`grid:done:${rank}`, FOUNDER.key, at(back(3), 9), finishPlanAction, { projectId, actionId });
  }

  const second = await rate("second", 1, "mutual", back(1));
  await agree("second", second, 1, addDays(back(1), 8), 20);
}
