/** The sentences of what delegation refuses, in both languages. */
import { en } from "./delegation.en.ts";
import { fr } from "./delegation.fr.ts";

export const delegationRefusals = { fr: fr.refusals, en: en.refusals };
