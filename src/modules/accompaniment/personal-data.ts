import { inWords, type PersonalTable } from "#kernel/personal-data.ts";
import { en as appointmentEn } from "./appointment/appointment.en.ts";
import { fr as appointmentFr } from "./appointment/appointment.fr.ts";
import { en as workshopEn } from "./workshop/workshop.en.ts";
import { fr as workshopFr } from "./workshop/workshop.fr.ts";

const appointments = ["appointment_id", "accompaniment.appointment_party", "appointment_id"] as const;

/** Which tables of accompaniment speak of somebody who is accompanied. What advisers write of others is not theirs. */
export const accompanimentPersonalData: readonly PersonalTable[] = [
  {
    table: "accompaniment.appointment_party",
    say: inWords({
      fr: { part: { adviser: "Accompagne", person: "Est accompagné" }, attendance: appointmentFr.attendances },
      en: { part: { adviser: "Accompanies", person: "Is accompanied" }, attendance: appointmentEn.attendances },
    }),
    of: "person_id",
    only: { part: "person" },
    words: { fr: "Présence aux rendez-vous", en: "Presence at appointments" },
  },
  {
    table: "accompaniment.appointment",
    say: inWords({
      fr: { status: appointmentFr.statuses, mode: appointmentFr.modes, nature: appointmentFr.natures },
      en: { status: appointmentEn.statuses, mode: appointmentEn.modes, nature: appointmentEn.natures },
    }),
    within: ["id", "accompaniment.appointment_party", "appointment_id"],
    words: { fr: "Rendez-vous", en: "Appointments" },
  },
  {
    table: "accompaniment.appointment_note",
    say: inWords({
      fr: { privacy: { shared: "Vous et l’équipe d’appui", team: "L’équipe d’appui", mine: "Qui l’a écrite" } },
      en: { privacy: { shared: "You and the support team", team: "The support team", mine: "Whoever wrote it" } },
    }),
    within: appointments,
    words: { fr: "Notes de rendez-vous", en: "Notes of appointments" },
  },
  {
    table: "accompaniment.appointment_event",
    say: inWords({
      fr: { kind: { ...appointmentFr.events, move: "Déplacé" } },
      en: { kind: { ...appointmentEn.events, move: "Moved" } },
    }),
    within: appointments,
    words: { fr: "Historique des rendez-vous", en: "History of appointments" },
  },
  { table: "accompaniment.task", of: "person_id", words: { fr: "Prochaines étapes", en: "Next steps" } },
  { table: "accompaniment.workshop_registration", of: "person_id", words: { fr: "Ateliers", en: "Workshops" } },
  {
    table: "accompaniment.workshop_demand",
    of: "asked_by",
    words: { fr: "Ateliers demandés", en: "Workshops asked for" },
  },
  {
    table: "accompaniment.demand_vote",
    of: "person_id",
    words: { fr: "Ateliers souhaités", en: "Workshops wished for" },
  },
  { table: "accompaniment.workshop_trainer", of: "person_id", words: { fr: "Ateliers animés", en: "Workshops given" } },
  {
    table: "accompaniment.session_signature",
    say: inWords({
      fr: { part: { participant: "Participe", trainer: "Anime" }, method: workshopFr.methods },
      en: { part: { participant: "Takes part", trainer: "Gives it" }, method: workshopEn.methods },
    }),
    of: "person_id",
    words: { fr: "Émargements", en: "Signed attendance" },
  },
  {
    table: "accompaniment.session_absence",
    say: inWords({ fr: { kind: appointmentFr.attendances }, en: { kind: appointmentEn.attendances } }),
    of: "person_id",
    words: { fr: "Absences aux ateliers", en: "Absences" },
  },
  {
    table: "accompaniment.permanence",
    of: "adviser_id",
    words: { fr: "Permanences tenues", en: "Hours held in towns" },
  },
  {
    table: "accompaniment.external_calendar",
    of: "person_id",
    hidden: ["address", "fault"],
    words: { fr: "Agenda extérieur", en: "Diary elsewhere" },
  },
  { table: "accompaniment.busy_slot", not: "technical" },
  { table: "accompaniment.calendar_feed", not: "technical" },
  { table: "accompaniment.session_reminder", not: "technical" },
  { table: "accompaniment.funded_action", not: "nobody" },
  { table: "accompaniment.settings", not: "nobody" },
  { table: "accompaniment.workshop", not: "nobody" },
  { table: "accompaniment.workshop_session", not: "nobody" },
];
