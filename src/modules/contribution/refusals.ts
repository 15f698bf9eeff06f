/** The sentences of what the contribution refuses, in both languages. */
import { en } from "./contribution.en.ts";
import { fr } from "./contribution.fr.ts";

export const contributionRefusals = { fr: fr.refusals, en: en.refusals };
