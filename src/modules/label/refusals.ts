/** The sentences of what the label refuses, in both languages. */
import { en } from "./label.en.ts";
import { fr } from "./label.fr.ts";

export const labelRefusals = { fr: fr.refusals, en: en.refusals };
