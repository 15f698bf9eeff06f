/** The sentences of what networks refuse, in both languages. */
import { en } from "./network.en.ts";
import { fr } from "./network.fr.ts";

export const networkRefusals = { fr: fr.refusals, en: en.refusals };
