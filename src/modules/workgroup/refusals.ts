/** The sentences of what working groups refuse, in both languages. */
import { en } from "./group/group.en.ts";
import { fr } from "./group/group.fr.ts";

export const workgroupRefusals = { fr: { ...fr.refusals }, en: { ...en.refusals } };
