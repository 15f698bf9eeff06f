/** The sentences of payroll's refusals. */
import { en } from "./payroll.en.ts";
import { fr } from "./payroll.fr.ts";

export const payrollRefusals = { fr: fr.refusals, en: en.refusals };
