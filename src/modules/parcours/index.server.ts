/** Front door of parcours: what the rest of the house may do with it. */
export { apply } from "./application/apply.command.ts";
export { candidateLinkInMail } from "./application/link-in-mail.job.ts";
export { addCandidate, assignCandidate } from "./candidate/add-candidate.command.ts";
export { openCandidateOf as findOpenCandidate } from "./candidate/candidate.store.ts";
export { convertCandidate } from "./candidate/convert-candidate.command.ts";
export { abandonCandidate, acceptCandidate, refuseCandidate } from "./candidate/decide-candidate.command.ts";
export { mayExit } from "./exit/exit.policy.ts";
export { type Exit, exitOf, type FollowedUp, followUpsOf, leftOf } from "./exit/exit.store.ts";
export { cancelExit, recordExit, recordFollowUp } from "./exit/record-exit.command.ts";
export type { ImportItem } from "./import/import.store.ts";
export { importPersons } from "./import/import-persons.command.ts";
export {
  type Kept,
  keepImport,
  LineRefused,
  type Made,
  play,
  playLines,
} from "./import/play-lines.command.ts";
export {
  answerImport,
  answerUndo,
  openImport,
  openImports,
  openUndo,
  type SheetImport,
  tryUndo,
} from "./import/sheet-import.page.ts";
export { left, undoImport, undoInput, undoPersons } from "./import/undo-import.command.ts";
export { noteAttendance, registerCandidate } from "./information-meeting/note-attendance.command.ts";
export { saveInformationMeeting } from "./information-meeting/save-meeting.command.ts";
export { openCooperative } from "./intake/intake.store.ts";
export { saveIntake } from "./intake/save-intake.command.ts";
export { holdInterview, planInterview } from "./interview/hold-interview.command.ts";
export { readSensitive } from "./sensitive/read-sensitive.command.ts";
export { saveSensitive } from "./sensitive/save-sensitive.command.ts";
export { openSensitive, resealSensitive } from "./sensitive/sensitive.store.ts";
export { changeSocialFile } from "./social-file/change-social-file.command.ts";
export { KEEPERS } from "./social-file/social-file.policy.ts";
