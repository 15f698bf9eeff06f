import { inWords, type PersonalTable } from "#kernel/personal-data.ts";
import { en as candidateEn } from "./candidate/candidate.en.ts";
import { fr as candidateFr } from "./candidate/candidate.fr.ts";
import { en as dimensionEn } from "./dimension/dimension.en.ts";
import { fr as dimensionFr } from "./dimension/dimension.fr.ts";
import { en as importEn } from "./import/import.en.ts";
import { fr as importFr } from "./import/import.fr.ts";
import { en as interviewEn } from "./interview/interview.en.ts";
import { fr as interviewFr } from "./interview/interview.fr.ts";

type Labels = Readonly<Record<string, string>>;

/** Which tables of parcours speak of somebody, with the dated facts whose words it has. */
export const parcoursPersonalData: readonly PersonalTable[] = [
  {
    table: "membership.fact",
    of: "person_id",
    words: { fr: "Dossier et histoire", en: "File and history" },
    hidden: ["subject_id", "corrects"],
    say(column, row, language) {
      const { labels, choices } = language === "fr" ? dimensionFr : dimensionEn;
      const dimension = String(row.dimension);
      if (column === "dimension") return (labels as Labels)[dimension];
      if (column !== "value" || typeof row.value !== "string") return undefined;
      return (choices as Readonly<Record<string, Labels>>)[dimension]?.[row.value];
    },
  },
  {
    table: "parcours.candidate",
    of: "person_id",
    words: { fr: "Candidatures", en: "Applications" },
    say: inWords({
      fr: {
        status: candidateFr.statuses,
        source: { form: "Formulaire public", staff: "Saisie par l’équipe" },
        language: { fr: "Français", en: "Anglais" },
      },
      en: {
        status: candidateEn.statuses,
        source: { form: "Public form", staff: "Written by the team" },
        language: { fr: "French", en: "English" },
      },
    }),
  },
  {
    table: "parcours.candidate_event",
    within: ["candidate_id", "parcours.candidate"],
    words: { fr: "Historique des candidatures", en: "History of applications" },
  },
  {
    table: "parcours.registration",
    say: inWords({
      fr: { attendance: { present: "Présence", absent: "Absence" } },
      en: { attendance: { present: "Present", absent: "Absent" } },
    }),
    within: ["candidate_id", "parcours.candidate"],
    words: { fr: "Réunions d’information", en: "Information meetings" },
  },
  {
    table: "parcours.interview",
    say: inWords({
      fr: { status: interviewFr.statuses, privacy: interviewFr.privacies },
      en: { status: interviewEn.statuses, privacy: interviewEn.privacies },
    }),
    within: ["candidate_id", "parcours.candidate"],
    words: { fr: "Entretiens de candidature", en: "Interviews of applications" },
  },
  {
    table: "parcours.import_item",
    say: inWords({
      fr: { kind: importFr.things, outcome: { undone: "Annulé", left: "Laissé" } },
      en: { kind: importEn.things, outcome: { undone: "Undone", left: "Left" } },
    }),
    of: "person_id",
    words: { fr: "Imports", en: "Imports" },
    hidden: ["subject_id"],
  },
  { table: "parcours.import", not: "nobody" },
  // Ciphers: opened for the person alone, once they gave their password again.
  { table: "parcours.sensitive", not: "apart" },
  { table: "parcours.candidate_link", not: "technical" },
  { table: "parcours.submission", not: "technical" },
  { table: "parcours.consent_text", not: "nobody" },
  { table: "parcours.information_meeting", not: "nobody" },
  { table: "parcours.intake", not: "nobody" },
];
