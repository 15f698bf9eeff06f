/** The sentences of what consultations refuse, in both languages. */
import { en as consultationEn } from "./consultation/consultation.en.ts";
import { fr as consultationFr } from "./consultation/consultation.fr.ts";

export const consultationRefusals = {
  fr: { ...consultationFr.refusals },
  en: { ...consultationEn.refusals },
};
