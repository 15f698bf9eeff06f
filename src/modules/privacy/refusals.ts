/** The sentences of what privacy refuses, in both languages. */
import { en as consentEn } from "./consent/consent.en.ts";
import { fr as consentFr } from "./consent/consent.fr.ts";

export const privacyRefusals = { fr: consentFr.refusals, en: consentEn.refusals };
