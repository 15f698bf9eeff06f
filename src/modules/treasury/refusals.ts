/** The sentences of the treasury's refusals. */
import { en } from "./treasury.en.ts";
import { fr } from "./treasury.fr.ts";

export const treasuryRefusals = { fr: fr.refusals, en: en.refusals };
