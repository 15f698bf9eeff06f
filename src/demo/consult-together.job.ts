/** What the network of the demonstration asked, whom it brought together, and what came of it. */
import { addDays, addMonths, type Day, toDay } from "#kernel/day.ts";
import {
  addAttendee,
  addLandscapeLine,
  addMilestone,
  addPart,
  addWorkstream,
  announceEvent,
  axesOf,
  changePart,
  closePhase,
  giveAnswer,
  logDecision,
  openPhase,
  openRoadmap,
  prepareConsultation,
  publishPosition,
  publishSynthesis,
  recordAdoption,
  recordGathering,
  savePhase,
  seatCommittee,
} from "#modules/consultation/index.server.ts";
import { at, workingDay, workingDayBefore } from "./calendar.ts";
import {
  ADOPTIONS,
  ANSWERS,
  ASKED,
  ATTENDEES,
  AXES,
  COMMITTEE,
  EVENT,
  GATHERINGS,
  LANDSCAPE,
  NOTES,
  OPEN,
  PARTS,
  POSITIONS,
  ROADMAP,
  STREAMS,
  SYNTHESIS,
} from "./consultation-plan.ts";
import { NETWORK_TEAM } from "./network-plan.ts";
import type { NetworkStage } from "./network-stage.ts";

const CHIEF = NETWORK_TEAM.director.key;

/** The consultation that it told whole, for what others link to it. */
export async function consultTogether(stage: NetworkStage): Promise<{ readonly consultationId: string }> {
  const today = toDay(stage.now.slice(0, 10));
  const days = { first: addMonths(today, -8), second: addMonths(today, -6), met: workingDay(addMonths(today, -4)) };
  const consultationId = await ask(stage, days);
  await meet(stage, consultationId, days.met);
  await plan(stage, consultationId, days.met, today);
  await askAgain(stage, today);
  return { consultationId };
}

/** Two rounds by two channels, and what the team drew from them. */
async function ask(stage: NetworkStage, days: { readonly first: Day; readonly second: Day }): Promise<string> {
  const { network } = stage;
  const begun = at(workingDay(days.first), 9);
  const { consultationId, phaseId } = await network.run("consult", CHIEF, begun, prepareConsultation, {
    ...{ ...ASKED, audience: "cae", axes: AXES.join("\n"), phaseTitle: "Premier tour" },
    ...{ opensOn: days.first, closesOn: addDays(days.first, 30) },
  });
  const later = { consultationId, phaseTitle: "Second tour", opensOn: days.second, closesOn: addDays(days.second, 30) };
  const { phaseId: second } = await network.run("consult:second", CHIEF, begun, savePhase, later);
  const axes = (await network.read((tx) => axesOf(tx, network.organizationId, consultationId))).map(({ id }) => id);
  for (const [index, [key, by, kind, body]] of LANDSCAPE.entries()) {
    const line = { consultationId, structureId: stage.structure(key), kind, body };
    await network.run(`consult:landscape:${index}`, by, at(workingDay(days.first), 14, index), addLandscapeLine, line);
  }
  await hear(stage, { phaseId, axes, rank: 0, from: days.first });
  await hear(stage, { phaseId: second, axes, rank: 1, from: days.second });
  for (const [index, [key, later, body]] of POSITIONS.entries()) {
    const takenOn = addDays(days.first, later);
    const stance = { consultationId, structureId: stage.structure(key), takenOn, body };
    await network.run(`consult:position:${index}`, CHIEF, at(workingDay(takenOn), 11), publishPosition, stance);
  }
  const published = at(workingDay(addDays(days.second, 35)), 11);
  await network.run("consult:synthesis", CHIEF, published, publishSynthesis, { consultationId, body: SYNTHESIS });
  return consultationId;
}

type Round = {
  readonly phaseId: string;
  readonly axes: readonly string[];
  readonly rank: 0 | 1;
  readonly from: Day;
};

/** A round, from its opening to its end: forms, and meetings where several structures answered together. */
async function hear({ network, structure }: NetworkStage, { phaseId, axes, rank, from }: Round): Promise<void> {
  const opened = workingDay(from);
  await network.run(`consult:open:${rank}`, CHIEF, at(opened, 10), openPhase, { phaseId });
  const meetings = new Map<string, string>();
  for (const [index, [key, by, orders, comment]] of ANSWERS.entries()) {
    const order = orders[rank];
    if (order === undefined) continue;
    const ranks = axes.map((axisId, place) => {
      const note = order[place] === "1" && rank === 1 ? (NOTES[key] ?? "") : "";
      return { axisId, rank: Number(order[place]), note };
    });
    const said = { phaseId, structureId: structure(key), ranks, comment: rank === 0 ? comment : "" };
    const moment = at(workingDay(addDays(opened, 3 + index)), 14);
    const act = `consult:answer:${rank}:${key}`;
    const meeting = GATHERINGS.find(({ who }) => who.some((one) => one === key));
    if (by !== null) await network.run(act, by, moment, giveAnswer, said);
    else if (meeting !== undefined) {
      const { place, attendees, minutes } = meeting;
      const gatheringId = meetings.get(place);
      const held = gatheringId ? { gatheringId } : { heldOn: addDays(opened, 2), place, attendees, minutes };
      const recorded = await network.run(act, CHIEF, moment, recordGathering, { ...said, ...held });
      if (recorded.gatheringId !== null) meetings.set(place, recorded.gatheringId);
    }
  }
  await network.run(`consult:close:${rank}`, CHIEF, at(workingDay(addDays(opened, 26)), 15), closePhase, { phaseId });
}

/** A day together: its programme, who came, what the plenary heard. */
async function meet({ network, structure }: NetworkStage, consultationId: string, day: Day): Promise<void> {
  const announced = at(workingDayBefore(addDays(day, -40)), 10);
  const { eventId } = await network.run("consult:event", CHIEF, announced, announceEvent, {
    ...{ ...EVENT, consultationId, startsOn: day, endsOn: day, capacity: "80", public: "oui" },
  });
  for (const [index, { restitution, ...part }] of PARTS.entries()) {
    const added = await network.run(`consult:part:${index}`, CHIEF, announced, addPart, { eventId, day, ...part });
    const told = { eventId, partId: added.partId, restitution };
    if (restitution !== "") await network.run(`consult:told:${index}`, CHIEF, at(day, 16), changePart, told);
  }
  for (const [index, [key, firstName, lastName]] of ATTENDEES.entries()) {
    const guest = { eventId, structureId: structure(key), firstName, lastName, there: "oui" };
    await network.run(`consult:guest:${index}`, CHIEF, at(day, 8, index), addAttendee, guest);
  }
}

/** The roadmap that came of it, and what each structure made of it. */
async function plan(
  { network, structure, person }: NetworkStage,
  consultationId: string,
  met: Day,
  today: Day,
): Promise<void> {
  const planned = at(workingDay(addDays(met, 10)), 10);
  const opened = { ...ROADMAP, consultationId };
  const { roadmapId } = await network.run("consult:roadmap", CHIEF, planned, openRoadmap, opened);
  for (const [title, carrier, step, months] of STREAMS) {
    const stream = { roadmapId, title, structureId: structure(carrier) };
    const { workstreamId } = await network.run(`consult:stream:${carrier}`, CHIEF, planned, addWorkstream, stream);
    const milestone = { roadmapId, workstreamId, title: step, dueOn: addMonths(today, months) };
    await network.run(`consult:milestone:${carrier}`, CHIEF, planned, addMilestone, milestone);
  }
  for (const [key, role] of COMMITTEE) {
    const seat = { roadmapId, personId: person(key), function: role };
    await network.run(`consult:committee:${key}`, CHIEF, planned, seatCommittee, seat);
  }
  const decision = { title: "Un temps de travail partagé pour le plaidoyer", decidedOn: met };
  const body = "Deux jours par mois, pris en charge à trois.";
  await network.run("consult:decision", CHIEF, planned, logDecision, { roadmapId, ...decision, body });
  for (const [index, [key, by, choice, comment]] of ADOPTIONS.entries()) {
    const moment = at(workingDay(addDays(met, 20 + index)), 15);
    const adoption = { roadmapId, structureId: structure(key), choice, comment };
    await network.run(`consult:adopt:${key}`, by, moment, recordAdoption, adoption);
  }
}

/** Another one, that still takes answers. */
async function askAgain({ network, structure }: NetworkStage, today: Day): Promise<void> {
  const opened = workingDayBefore(addDays(today, -9));
  const { axes, answers, ...words } = OPEN;
  const asked = await network.run("consult:again", CHIEF, at(opened, 9), prepareConsultation, {
    ...{ ...words, audience: "cae", axes: axes.join("\n"), opensOn: opened, closesOn: addDays(today, 21) },
  });
  const { consultationId, phaseId } = asked;
  await network.run("consult:again:open", CHIEF, at(opened, 10), openPhase, { phaseId });
  const known = await network.read((tx) => axesOf(tx, network.organizationId, consultationId));
  for (const [index, [key, by]] of answers.entries()) {
    const ranks = known.map(({ id }, place) => ({ axisId: id, rank: ((place + index) % known.length) + 1 }));
    const moment = at(workingDay(addDays(opened, 1)), 9 + index);
    const said = { phaseId, structureId: structure(key), ranks };
    await network.run(`consult:again:${key}`, by, moment, giveAnswer, said);
  }
}
