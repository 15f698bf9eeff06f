import type { Translation } from "#kernel/language.ts";

/** French words of what is read before an assembly. enclosure.en.ts has the same keys. */
export const fr = {
  title: "Documents",
  lead: "Rapports, comptes, projets de statuts : ce que chacun lit avant de voter.",
  none: "Aucun document joint.",
  open: "Ouvrir « {title} »",
  addedOn: "Joint le {day}",
  late: "Joint le {day}, après la convocation",
  add: "Joindre un document",
  name: "Titre du document",
  file: "Fichier",
  fileHelp: "PDF, PNG ou JPEG, 10 Mo au plus.",
  afterCall: "Les associés convoqués sont prévenus. Le document ne se retire plus.",
  submit: "Joindre",
  added: "Document joint",
  remove: "Retirer",
  removeWhich: "Retirer « {title} »",
  removed: "Document retiré",
  inMail: "\nDocuments à lire sur la même page :\n{titles}\n",
  inMinutes: "Documents remis aux associés : {titles}.",
  refusals: {
    "enclosure.missing": "Ce document n’existe pas, ou ne vous concerne pas.",
    "enclosure.fileNeeded": "Choisissez le fichier à joindre.",
    "enclosure.fileMissing": "Ce fichier n’est plus là : choisissez-le de nouveau.",
    "enclosure.heavy": "Ce fichier dépasse {most} Mo.",
    "enclosure.kind": "Joignez un PDF, un PNG ou un JPEG.",
    "enclosure.tooMany": "Cette assemblée a déjà {most} documents, le plus possible.",
    "enclosure.notNow": "L’assemblée est close ou annulée : rien ne s’y joint plus.",
    "enclosure.called": "La convocation est partie : ses documents restent.",
  },
} as const;

export type EnclosureWords = Translation<typeof fr>;
export type EnclosureRefusalCode = keyof typeof fr.refusals;
