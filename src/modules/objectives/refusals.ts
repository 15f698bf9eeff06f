/** The sentences of what agreements of objectives refuse, in both languages. */
import { en } from "./objectives.en.ts";
import { fr } from "./objectives.fr.ts";

export const objectivesRefusals = { fr: { ...fr.refusals }, en: { ...en.refusals } };
