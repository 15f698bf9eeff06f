import { inWords, type PersonalTable } from "#kernel/personal-data.ts";

/** Which tables of documents speak of somebody; the files that they name come along. */
export const documentsPersonalData: readonly PersonalTable[] = [
  {
    table: "documents.document",
    of: "person_id",
    words: { fr: "Documents", en: "Documents" },
    files: { pdf_hash: "title", docx_hash: "title" },
  },
  {
    table: "documents.signature_request",
    say: inWords({
      fr: { outcome: { signed: "Signé par tous", declined: "Refusé", cancelled: "Annulé" } },
      en: { outcome: { signed: "Signed by all", declined: "Declined", cancelled: "Cancelled" } },
    }),
    within: ["document_id", "documents.document"],
    words: { fr: "Demandes de signature", en: "Requests to sign" },
    hidden: ["document_hash"],
    files: { signed_hash: "" },
  },
  {
    table: "documents.signature_event",
    say: inWords({
      fr: {
        kind: {
          sent: "Envoyé à signer",
          reminded: "Relancé",
          signed: "Signé",
          declined: "Refusé",
          cancelled: "Annulé",
        },
      },
      en: {
        kind: {
          sent: "Sent to sign",
          reminded: "Reminded",
          signed: "Signed",
          declined: "Declined",
          cancelled: "Cancelled",
        },
      },
    }),
    within: ["request_id", "documents.signature_request"],
    words: { fr: "Historique des signatures", en: "History of signatures" },
    hidden: ["seal"],
  },
  {
    table: "documents.signer",
    say: inWords({
      fr: { side: { person: "La personne", cooperative: "La coopérative" } },
      en: { side: { person: "The person", cooperative: "The cooperative" } },
    }),
    of: "person_id",
    words: { fr: "Signatures demandées", en: "Signatures asked for" },
  },
  {
    table: "documents.piece",
    of: "person_id",
    words: { fr: "Pièces données", en: "Pieces given" },
    files: { file_hash: "file_name" },
  },
  {
    table: "documents.piece_decision",
    within: ["piece_id", "documents.piece"],
    words: { fr: "Validation des pièces", en: "Decisions on pieces" },
  },
  { table: "documents.signing_code", not: "technical" },
  { table: "documents.piece_text", not: "technical" },
  { table: "documents.piece_kind", not: "nobody" },
  { table: "documents.statutes", not: "nobody" },
  { table: "documents.template", not: "nobody" },
  { table: "documents.template_choice", not: "nobody" },
];
