/** Front door of consultations: what the demonstration and others play with it. */

export { giveAnswer, recordGathering } from "./answer/give-answer.command.ts";
export { axesOf } from "./consultation/consultation.store.ts";
export { prepareConsultation, savePhase } from "./consultation/prepare-consultation.command.ts";
export { closePhase, openPhase, publishSynthesis } from "./consultation/run-phase.command.ts";
export { addAttendee } from "./event/attend.command.ts";
export { addPart, announceEvent, changePart } from "./event/save-event.command.ts";
export { addLandscapeLine } from "./landscape/tell-landscape.command.ts";
export { publishPosition } from "./position/publish-position.command.ts";
export {
  addMilestone,
  addWorkstream,
  logDecision,
  openRoadmap,
  recordAdoption,
  seatCommittee,
} from "./roadmap/keep-roadmap.command.ts";
