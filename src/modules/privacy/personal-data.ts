import { inWords, type PersonalTable } from "#kernel/personal-data.ts";
import { en as accessEn } from "./access/access.en.ts";
import { fr as accessFr } from "./access/access.fr.ts";
import { en as actEn } from "./archive/traced-act.en.ts";
import { fr as actFr } from "./archive/traced-act.fr.ts";

/** Which tables of privacy speak of somebody, and those of the platform, which knows no module. */
export const privacyPersonalData: readonly PersonalTable[] = [
  { table: "privacy.consent", of: "person_id", words: { fr: "Consentements", en: "Consents" } },
  {
    table: "privacy.erasure_request",
    say: inWords({
      fr: { outcome: { done: "Faite", withdrawn: "Retirée", kept: "Tout est gardé" } },
      en: { outcome: { done: "Done", withdrawn: "Withdrawn", kept: "All is kept" } },
    }),
    of: "person_id",
    words: { fr: "Demandes d’effacement", en: "Requests of erasure" },
  },
  { table: "privacy.processing", not: "nobody" },
  { table: "privacy.register_contact", not: "nobody" },
  { table: "privacy.consent_wording", not: "nobody" },
  { table: "privacy.retention_rule", not: "nobody" },
  { table: "privacy.retention_clock", not: "technical" },
  { table: "privacy.erasure", not: "nobody" },
  {
    table: "platform.audit",
    say: inWords({
      fr: { action: { ...actFr.acts, ...accessFr.actions } },
      en: { action: { ...actEn.acts, ...accessEn.actions } },
    }),
    of: "subject_id",
    words: { fr: "Journal des actes", en: "Log of acts" },
    hidden: ["user_id"],
  },
  {
    table: "platform.mail",
    say: inWords({
      fr: {
        status: {
          waiting: "À envoyer",
          kept: "Gardé, non envoyé",
          sent: "Envoyé",
          failed: "Non parti",
          cancelled: "Annulé",
        },
      },
      en: {
        status: {
          waiting: "To be sent",
          kept: "Kept, not sent",
          sent: "Sent",
          failed: "Did not leave",
          cancelled: "Cancelled",
        },
      },
    }),
    email: "recipient",
    words: { fr: "E-mails reçus de la coopérative", en: "E-mails from the cooperative" },
    hidden: ["attachments"],
  },
  { table: "platform.file", not: "technical" },
  { table: "platform.held_file", not: "technical" },
  { table: "platform.file_check", not: "technical" },
  { table: "platform.idempotency", not: "technical" },
  { table: "platform.outbox", not: "technical" },
];
