/** The acts of documents: templates for those who keep the files, papers of persons within one's reach. */
import { type ActLine, of, PAY } from "./act-line.ts";

const kept = of(PAY, "none");
const keptLater = of(PAY, "none", "refused");
/** Those who make the documents of persons, within their reach. */
const papered = of(["scoped", ...PAY], "activity");

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
  "documents.document.cancel": papered(({ paperId: documentId }) => ({ documentId })),
};
