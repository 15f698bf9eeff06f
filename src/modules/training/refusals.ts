/** The sentences of what shared training refuses, in both languages. */
import { en } from "./training.en.ts";
import { fr } from "./training.fr.ts";

export const trainingRefusals = { fr: { ...fr.refusals }, en: { ...en.refusals } };
