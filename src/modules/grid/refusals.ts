/** The sentences of what cooperation grids refuse, in both languages. */
import { en } from "./grid.en.ts";
import { fr } from "./grid.fr.ts";

export const gridRefusals = { fr: fr.refusals, en: en.refusals };
