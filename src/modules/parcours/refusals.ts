/** The sentences of what parcours refuses, in both languages. */
import { en as socialFileEn } from "./social-file/social-file.en.ts";
import { fr as socialFileFr } from "./social-file/social-file.fr.ts";

export const parcoursRefusals = {
  fr: { ...socialFileFr.refusals },
  en: { ...socialFileEn.refusals },
};
