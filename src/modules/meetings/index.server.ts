/** Front door of meetings: what the demonstration and others play with it. */
export { announceMeeting } from "./meeting/save-meeting.command.ts";
export { fileProposal } from "./proposal/propose.command.ts";
