/** Shared training: each structure of the world proposes a course, with a session to come where it has a seat. */
import {
  actOf,
  EVERYBODY_THERE,
  type NetworkActLine,
  type NetworkExpectation,
  SEATED,
  SPEAKERS,
} from "./network-cast.ts";

const COURSES = "/:cooperative/formations";

export const TRAINING_EXPECTATIONS: Readonly<Record<string, NetworkExpectation>> = {
  [COURSES]: { readers: EVERYBODY_THERE },
  [`${COURSES}/nouvelle`]: { readers: SPEAKERS },
  [`${COURSES}/:courseId`]: { readers: EVERYBODY_THERE },
  [`${COURSES}/:courseId/sessions/:runId`]: { readers: EVERYBODY_THERE },
  [`${COURSES}/:courseId/sessions/:runId/dossier/:structureId`]: { readers: SEATED },
};

const kept = actOf(SEATED);
const later = actOf(SEATED, "refused");
const COURSE = { title: "Une formation", programme: "Un jour.", trainer: "Une formatrice", hours: "3,5" };

export const TRAINING_ACTS: Readonly<Record<string, NetworkActLine>> = {
  "training.course.propose": kept(({ structureId }) => ({ structureId, ...COURSE })),
  "training.course.describe": kept(({ courseId }) => ({ courseId, ...COURSE, version: 1 })),
  // Its session is not over.
  "training.course.withdraw": later(({ courseId }) => ({ courseId })),
  "training.run.plan": kept(({ courseId }, today) => ({
    ...{ courseId, startsOn: today, endsOn: today, seats: "5", cost: "100", split: "seats" },
  })),
  "training.run.cancel": kept(({ runId }) => ({ runId, reason: "La salle est prise." })),
  // It has not begun.
  "training.run.settle": later(({ runId }) => ({ runId, cost: "100" })),
  "training.seats.book": kept(({ runId, structureId }) => ({ runId, structureId, seats: "2" })),
};
