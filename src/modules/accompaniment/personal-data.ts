import type { PersonalTable } from "#kernel/personal-data.ts";

const appointments = ["appointment_id", "accompaniment.appointment_party", "appointment_id"] as const;

/** Which tables of accompaniment speak of somebody who is accompanied. What advisers write of others is not theirs. */
export const accompanimentPersonalData: readonly PersonalTable[] = [
  {
    table: "accompaniment.appointment_party",
    of: "person_id",
    only: { part: "person" },
    words: { fr: "Présence aux rendez-vous", en: "Presence at appointments" },
  },
  {
    table: "accompaniment.appointment",
    within: ["id", "accompaniment.appointment_party", "appointment_id"],
    words: { fr: "Rendez-vous", en: "Appointments" },
  },
  {
    table: "accompaniment.appointment_note",
    within: appointments,
    words: { fr: "Notes de rendez-vous", en: "Notes of appointments" },
  },
  {
    table: "accompaniment.appointment_event",
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
  { table: "accompaniment.session_signature", of: "person_id", words: { fr: "Émargements", en: "Signed attendance" } },
  { table: "accompaniment.session_absence", of: "person_id", words: { fr: "Absences aux ateliers", en: "Absences" } },
  {
    table: "accompaniment.permanence",
    of: "adviser_id",
    words: { fr: "Permanences tenues", en: "Hours held in towns" },
  },
  {
    table: "accompaniment.external_calendar",
    of: "person_id",
    hidden: ["address"],
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
