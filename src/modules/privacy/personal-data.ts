import type { PersonalTable } from "#kernel/personal-data.ts";

/** Which tables of privacy speak of somebody, and those of the platform, which knows no module. */
export const privacyPersonalData: readonly PersonalTable[] = [
  { table: "privacy.consent", of: "person_id", words: { fr: "Consentements", en: "Consents" } },
  {
    table: "privacy.erasure_request",
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
    of: "subject_id",
    words: { fr: "Journal des actes", en: "Log of acts" },
    hidden: ["user_id"],
  },
  {
    table: "platform.mail",
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
