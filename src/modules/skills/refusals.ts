/** The sentences of what skills refuse, in both languages. */
import { en as evaluationEn } from "./evaluation/evaluation.en.ts";
import { fr as evaluationFr } from "./evaluation/evaluation.fr.ts";
import { en as gridEn } from "./grid/grid.en.ts";
import { fr as gridFr } from "./grid/grid.fr.ts";

export const skillsRefusals = {
  fr: { ...gridFr.refusals, ...evaluationFr.refusals },
  en: { ...gridEn.refusals, ...evaluationEn.refusals },
};
