/** Front door of meetings: what the demonstration and others play with it. */
export { comingMeetings } from "./meeting/coming-meetings.store.ts";
export { announceMeeting } from "./meeting/save-meeting.command.ts";
export { publishMinutes } from "./minutes/write-minutes.command.ts";
export { answerMeeting, notePresence } from "./presence/presence.command.ts";
export { decideProposal, placeProposal } from "./proposal/answer-proposal.command.ts";
export { commentProposal, fileProposal, supportProposal } from "./proposal/propose.command.ts";
