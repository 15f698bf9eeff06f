/** The sentences of what accompaniment refuses, in both languages. */
import { en as admissionEn } from "./admission/admission.en.ts";
import { fr as admissionFr } from "./admission/admission.fr.ts";
import { en as deadlineEn } from "./deadline/deadline.en.ts";
import { fr as deadlineFr } from "./deadline/deadline.fr.ts";

export const accompanimentRefusals = {
  fr: { ...admissionFr.refusals, ...deadlineFr.refusals },
  en: { ...admissionEn.refusals, ...deadlineEn.refusals },
};
