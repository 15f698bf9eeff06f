/** The sentences of what accompaniment refuses, in both languages. */
import { en as admissionEn } from "./admission/admission.en.ts";
import { fr as admissionFr } from "./admission/admission.fr.ts";
import { en as appointmentEn } from "./appointment/appointment.en.ts";
import { fr as appointmentFr } from "./appointment/appointment.fr.ts";
import { en as calendarEn } from "./calendar/calendar.en.ts";
import { fr as calendarFr } from "./calendar/calendar.fr.ts";
import { en as deadlineEn } from "./deadline/deadline.en.ts";
import { fr as deadlineFr } from "./deadline/deadline.fr.ts";
import { en as externalEn } from "./external/external.en.ts";
import { fr as externalFr } from "./external/external.fr.ts";
import { en as importEn } from "./import/import.en.ts";
import { fr as importFr } from "./import/import.fr.ts";
import { en as permanenceEn } from "./permanence/permanence.en.ts";
import { fr as permanenceFr } from "./permanence/permanence.fr.ts";
import { en as setupEn } from "./setup/setup.en.ts";
import { fr as setupFr } from "./setup/setup.fr.ts";
import { en as taskEn } from "./task/task.en.ts";
import { fr as taskFr } from "./task/task.fr.ts";
import { en as workshopEn } from "./workshop/workshop.en.ts";
import { fr as workshopFr } from "./workshop/workshop.fr.ts";

export const accompanimentRefusals = {
  fr: {
    ...admissionFr.refusals,
    ...deadlineFr.refusals,
    ...appointmentFr.refusals,
    ...taskFr.refusals,
    ...setupFr.refusals,
    ...workshopFr.refusals,
    ...calendarFr.refusals,
    ...permanenceFr.refusals,
    ...importFr.refusals,
    ...externalFr.refusals,
  },
  en: {
    ...admissionEn.refusals,
    ...deadlineEn.refusals,
    ...appointmentEn.refusals,
    ...taskEn.refusals,
    ...setupEn.refusals,
    ...workshopEn.refusals,
    ...calendarEn.refusals,
    ...permanenceEn.refusals,
    ...importEn.refusals,
    ...externalEn.refusals,
  },
};
