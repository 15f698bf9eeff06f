import type { Translation } from "#kernel/language.ts";
import type { fr } from "./entry-document.fr.ts";

export const en: Translation<typeof fr> = {
  title: "Documents",
  none: "No document for the moment.",
  addedOn: "Added on {day}",
  open: "Open {name} (new tab)",
  download: "Download {name}",
  preview: "Preview of {name}",
  add: "Attach a document",
  files: "Documents to attach",
  filesHelp: "PDF, PNG or JPEG, 10 MB at most each. A document that is attached is not taken away.",
  submit: "Attach",
  added: "Document saved.",
  held: "Documents received, kept until you save",
  refusals: {
    "entryDocument.missing": "This document does not exist, or you may not see it.",
    "entryDocument.kind": "Send a whole PDF, PNG or JPEG. This file is none of them.",
    "entryDocument.heavy": "This document is larger than {most} MB. Reduce it or send it as several files.",
    "entryDocument.gone": "A document is no longer there. Choose it again.",
    "entryDocument.already": "This document is already attached to this entry.",
    "entryDocument.none": "Choose at least one file.",
    "entryDocument.many": "Attach {most} documents at most at a time.",
  },
};
