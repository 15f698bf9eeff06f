/** The sentences of what parcours refuses, in both languages. */
import { en as applicationEn } from "./application/application.en.ts";
import { fr as applicationFr } from "./application/application.fr.ts";
import { en as candidateEn } from "./candidate/candidate.en.ts";
import { fr as candidateFr } from "./candidate/candidate.fr.ts";
import { en as exitEn } from "./exit/exit.en.ts";
import { fr as exitFr } from "./exit/exit.fr.ts";
import { en as importEn } from "./import/import.en.ts";
import { fr as importFr } from "./import/import.fr.ts";
import { en as meetingEn } from "./information-meeting/information-meeting.en.ts";
import { fr as meetingFr } from "./information-meeting/information-meeting.fr.ts";
import { en as intakeEn } from "./intake/intake.en.ts";
import { fr as intakeFr } from "./intake/intake.fr.ts";
import { en as interviewEn } from "./interview/interview.en.ts";
import { fr as interviewFr } from "./interview/interview.fr.ts";
import { en as sensitiveEn } from "./sensitive/sensitive.en.ts";
import { fr as sensitiveFr } from "./sensitive/sensitive.fr.ts";
import { en as socialFileEn } from "./social-file/social-file.en.ts";
import { fr as socialFileFr } from "./social-file/social-file.fr.ts";

export const parcoursRefusals = {
  fr: {
    ...applicationFr.refusals,
    ...candidateFr.refusals,
    ...meetingFr.refusals,
    ...intakeFr.refusals,
    ...interviewFr.refusals,
    ...socialFileFr.refusals,
    ...exitFr.refusals,
    ...sensitiveFr.refusals,
    ...importFr.refusals,
  },
  en: {
    ...applicationEn.refusals,
    ...candidateEn.refusals,
    ...meetingEn.refusals,
    ...intakeEn.refusals,
    ...interviewEn.refusals,
    ...socialFileEn.refusals,
    ...exitEn.refusals,
    ...sensitiveEn.refusals,
    ...importEn.refusals,
  },
};
