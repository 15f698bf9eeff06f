/** The sentences of what statistics refuse, in both languages. */
import { en as questionEn } from "./question/question.en.ts";
import { fr as questionFr } from "./question/question.fr.ts";
import { en as sheetEn } from "./sheet/sheet.en.ts";
import { fr as sheetFr } from "./sheet/sheet.fr.ts";

export const statisticsRefusals = {
  fr: { ...questionFr.refusals, ...sheetFr.refusals },
  en: { ...questionEn.refusals, ...sheetEn.refusals },
};
