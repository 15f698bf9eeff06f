/** The sentences of what networks refuse, in both languages. */
import { en as directoryEn } from "./directory/directory.en.ts";
import { fr as directoryFr } from "./directory/directory.fr.ts";
import { en } from "./network.en.ts";
import { fr } from "./network.fr.ts";

export const networkRefusals = {
  fr: { ...fr.refusals, ...directoryFr.refusals },
  en: { ...en.refusals, ...directoryEn.refusals },
};
