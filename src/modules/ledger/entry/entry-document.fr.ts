/** French words of the documents of an entry. entry-document.en.ts has the same keys. */
export const fr = {
  title: "Pièces jointes",
  none: "Aucune pièce jointe pour le moment.",
  addedOn: "Ajoutée le {day}",
  open: "Ouvrir {name} (nouvel onglet)",
  download: "Télécharger {name}",
  preview: "Aperçu de {name}",
  add: "Joindre une pièce",
  files: "Pièces à joindre",
  filesHelp: "PDF, PNG ou JPEG, 10 Mo au plus chacune. Une pièce jointe ne se retire plus.",
  submit: "Joindre",
  added: "Pièce jointe enregistrée.",
  held: "Pièces reçues, gardées jusqu’à l’enregistrement",
  refusals: {
    "entryDocument.missing": "Cette pièce n’existe pas, ou vous n’y avez pas accès.",
    "entryDocument.kind": "Envoyez un PDF, un PNG ou un JPEG entier. Ce fichier n’en est pas un.",
    "entryDocument.heavy": "Cette pièce dépasse {most} Mo. Réduisez-la ou envoyez-la en plusieurs fichiers.",
    "entryDocument.gone": "Une pièce n’est plus là. Choisissez-la de nouveau.",
    "entryDocument.already": "Cette pièce est déjà jointe à cette écriture.",
    "entryDocument.none": "Choisissez au moins un fichier.",
    "entryDocument.many": "Joignez {most} pièces au plus à la fois.",
  },
} as const;

export type DocumentRefusalCode = keyof typeof fr.refusals;
