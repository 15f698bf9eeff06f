/** The sentences of what the desk refuses, in both languages. */
import { en as listEn } from "./list/list.en.ts";
import { fr as listFr } from "./list/list.fr.ts";

export const deskRefusals = { fr: listFr.refusals, en: listEn.refusals };
