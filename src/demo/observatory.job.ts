import { setTimeout as sleep } from "node:timers/promises";
import { addDays, type Instant, toDay } from "#kernel/day.ts";
import { minutesAfter } from "#kernel/zoned.ts";
import {
  acceptAdhesion,
  inviteStructure,
  isAwaitingAnswer,
  newKeyPair,
  openConnection,
  prepareConnection,
  publishFigures,
  receiveObservation,
  sendFigures,
  signText,
} from "#modules/observatory/index.server.ts";
import { INDICATORS, observationText, protect, readAnswer, textOf } from "#modules/observatory/index.ts";
import { at, workingDayBefore } from "./calendar.ts";
import { chanceOf } from "./chance.ts";
import { inventedFigures } from "./invented-figures.ts";
import { KNOWN_STRUCTURES, NETWORK_SLUG, NETWORK_TEAM } from "./network-plan.ts";
import type { NetworkStage } from "./network-stage.ts";
import { FOUNDER } from "./people.ts";
import { SISTER_HOUSES } from "./sister-house.ts";
import type { Stage } from "./stage.job.ts";

const ANSWER_TRIES = 600;
const ANSWER_WAIT_MS = 100;
const CHIEF = NETWORK_TEAM.director.key;

/**
 * The observatory of the network: the houses that are here send what their books say; those that have no house here are
 * played by documents whose figures are invented and whose keys are made, used and forgotten (« Démonstration »).
 */
export async function sendObservations(stage: NetworkStage, publicUrl: string): Promise<void> {
  const { network, sisters, etabli, now } = stage;
  const year = Number(now.slice(0, 4));
  // The books of the sister houses begin two whole years ago; the others told one year more.
  const years = [year - 3, year - 2, year - 1].map(String);
  const moment = at(workingDayBefore(addDays(toDay(now.slice(0, 10)), -2)), 10);
  const houses: [string, Stage, string][] = [
    ["etabli", etabli, FOUNDER.key],
    ...SISTER_HOUSES.flatMap(({ slug, director }): [string, Stage, string][] => {
      const house = sisters.get(slug);
      return house === undefined ? [] : [[slug, house, director.key]];
    }),
  ];
  for (const [key, house, director] of houses) {
    const structureId = stage.structure(key);
    const { code } = await network.run(`observatory:code:${key}`, CHIEF, moment, inviteStructure, { structureId });
    const asked = await house.run("observatory:prepare", director, moment, prepareConnection, { code });
    const { text, signature } = asked;
    const answer = await network.publicly(`observatory:join:${key}`, moment, acceptAdhesion, { text, signature });
    const address = `${new URL(publicUrl).origin}/${NETWORK_SLUG}`;
    await house.run("observatory:open", director, moment, openConnection, { address, keyId: asked.keyId, ...answer });
    for (const period of years.slice(1)) {
      await house.run(`observatory:send:${period}`, director, minutesAfter(moment, 5), sendFigures, { period });
    }
  }
  await playOthers(stage, years, moment);
  for (const [, house] of houses) await answered(house);
  for (const period of years) {
    await network.run(`observatory:publish:${period}`, CHIEF, minutesAfter(moment, 60), publishFigures, { period });
  }
}

/** Documents leave after the commit: what is published waits for them, and not for ever. */
export async function answered(house: Stage): Promise<void> {
  for (let tries = 0; tries < ANSWER_TRIES; tries++) {
    if (!(await house.read((tx) => isAwaitingAnswer(tx, house.organizationId)))) return;
    await sleep(ANSWER_WAIT_MS);
  }
}

/** Cooperatives of the directory that have no house here. */
async function playOthers(stage: NetworkStage, years: readonly string[], moment: Instant): Promise<void> {
  const { network } = stage;
  const others = KNOWN_STRUCTURES.filter(({ kind, networks = {} }) => kind === "cae" && "self" in networks);
  for (const [rank, { key }] of others.entries()) {
    // Its key is in no memory: a story that was cut joins again with another one.
    const done = years.every((period) => network.isDone(`observatory:told:${key}:${period}`));
    if (done) continue;
    const { publicKey, privateKey } = newKeyPair();
    const structureId = stage.structure(key);
    const again = network.isDone(`observatory:code:${key}`) ? ":again" : "";
    const invited = await network.run(`observatory:code:${key}${again}`, CHIEF, moment, inviteStructure, {
      structureId,
    });
    const text = textOf({
      format: "essaim-adhesion",
      versions: [1],
      code: invited.code.replaceAll("-", ""),
      publicKey,
    });
    const request = { text, signature: signText(privateKey, "essaim-adhesion", text) };
    const answer = await network.publicly(`observatory:join:${key}${again}`, moment, acceptAdhesion, request);
    const adhesion = readAnswer(answer.text)?.adhesion ?? "";
    const chance = chanceOf(`observatory ${key}`);
    const persons = 40 + ((rank * 37) % 130);
    for (const [index, period] of years.entries()) {
      const raw = inventedFigures(Math.round(persons * (1 + 0.06 * index)), chance.next, 1 + 0.03 * index);
      const figures = protect(INDICATORS, raw, new Set());
      const document = observationText({
        ...{ adhesion, sequence: index + 1, period, signedAt: moment },
        figures: INDICATORS.flatMap(({ key: name, version }) => {
          const figure = figures.get(name);
          return figure === undefined ? [] : [{ key: name, version, figure }];
        }),
      });
      await network.publicly(`observatory:told:${key}:${period}${again}`, moment, receiveObservation, {
        text: document,
        signature: signText(privateKey, "essaim-observation", document),
      });
    }
  }
}
