/** The sentences of what skills refuse, in both languages. */
import { en as directoryEn } from "./directory/directory.en.ts";
import { fr as directoryFr } from "./directory/directory.fr.ts";
import { en as evaluationEn } from "./evaluation/evaluation.en.ts";
import { fr as evaluationFr } from "./evaluation/evaluation.fr.ts";
import { en as gridEn } from "./grid/grid.en.ts";
import { fr as gridFr } from "./grid/grid.fr.ts";
import { en as needEn } from "./need/need.en.ts";
import { fr as needFr } from "./need/need.fr.ts";

export const skillsRefusals = {
  fr: { ...gridFr.refusals, ...evaluationFr.refusals, ...needFr.refusals, ...directoryFr.refusals },
  en: { ...gridEn.refusals, ...evaluationEn.refusals, ...needEn.refusals, ...directoryEn.refusals },
};
