/** The sentences of what meetings refuse, in both languages. */
import { en as meetingEn } from "./meeting/meeting.en.ts";
import { fr as meetingFr } from "./meeting/meeting.fr.ts";
import { en as proposalEn } from "./proposal/proposal.en.ts";
import { fr as proposalFr } from "./proposal/proposal.fr.ts";

export const meetingsRefusals = {
  fr: { ...meetingFr.refusals, ...proposalFr.refusals },
  en: { ...meetingEn.refusals, ...proposalEn.refusals },
};
