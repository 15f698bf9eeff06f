/** The sentences of what documents refuses, in both languages. */
import { en as documentEn } from "./document/document.en.ts";
import { fr as documentFr } from "./document/document.fr.ts";

export const documentsRefusals = { fr: { ...documentFr.refusals }, en: { ...documentEn.refusals } };
