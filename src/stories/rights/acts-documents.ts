/** The acts of documents: templates for those who keep the files, papers of persons within one's reach. */
import { type ActLine, of, PAY } from "./act-line.ts";

const kept = of(PAY, "none");
const keptLater = of(PAY, "none", "refused");
/** Those who make the documents of persons, within their reach. */
const papered = of(["scoped", ...PAY], "activity");
const paperedLater = of(["scoped", ...PAY], "activity", "refused");
const nobody = of([], "activity", "refused");

export const DOCUMENTS_ACTS: Readonly<Record<string, ActLine>> = {
  "documents.template.upload": keptLater(({ entryId: heldFileId }) => ({
    ...{ kind: "cape", name: "Relu", heldFileId, fields: [] },
  })),
  "documents.template.choose": kept(() => ({ kind: "cape", templateId: "" })),
  "documents.statutes.record": kept((_, day) => ({
    ...{ title: "Statuts", adoptedOn: day, effectiveOn: day, heldFileId: "" },
  })),
  "documents.representative.save": kept(() => ({
    version: 1,
    representative: "Camille Fondation",
    quality: "gérante",
  })),
  "documents.document.make": papered(({ personId }) => ({ personId, kind: "letter", title: "Lettre", values: {} })),
  "documents.signature.send": paperedLater(({ paperId: documentId, personId: representativeId }) => ({
    ...{ documentId, representativeId, expiresOn: "2099-12-31" },
  })),
  "documents.signature.remind": paperedLater(({ paperId: documentId }) => ({ documentId })),
  "documents.signature.cancel": paperedLater(({ paperId: documentId }) => ({ documentId })),
  // Nobody but those to whom a document was sent: here, nobody.
  "documents.signature.sendCode": nobody(({ paperId: documentId }) => ({ documentId })),
  "documents.signature.sign": nobody(({ paperId: documentId }) => ({
    ...{ documentId, documentHash: "a".repeat(64), recognition: "password", typedName: "Dominique" },
    ...{ consent: "oui", sentence: "J’accepte." },
  })),
  "documents.signature.decline": nobody(({ paperId: documentId }) => ({ documentId, reason: "Non" })),
  // Nothing is asked there yet: each is told that it does not exist.
  "documents.piece.give": nobody(({ personId, paperId: kindId, entryId: heldFileId }) => ({
    personId,
    kindId,
    heldFileId,
  })),
  "documents.piece.decide": nobody(({ paperId: pieceId }) => ({ pieceId, accepted: "oui" })),
  "documents.piece.read": nobody(({ paperId: pieceId }) => ({ pieceId })),
  "documents.pieceKind.save": kept(() => ({ name: "Casier judiciaire", cape: "mandatory" })),
  "documents.pieceKind.addUsual": kept(() => ({})),
  "documents.document.cancel": papered(({ paperId: documentId }) => ({ documentId })),
};
