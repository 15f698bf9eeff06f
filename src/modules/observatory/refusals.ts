/** The sentences of what the observatory refuses, in both languages. */
import { en } from "./observatory.en.ts";
import { fr } from "./observatory.fr.ts";

export const observatoryRefusals = { fr: fr.refusals, en: en.refusals };
