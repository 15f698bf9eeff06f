/** The sentences of what joint bids refuse, in both languages. */
import { en } from "./bid.en.ts";
import { fr } from "./bid.fr.ts";

export const bidRefusals = { fr: fr.refusals, en: en.refusals };
