/** What the archive refuses. archive-refusal.en.ts has the same keys. */
export const fr = {
  refusals: {
    "archive.personMissing": "Cette personne n’existe pas, ou n’est pas dans votre périmètre.",
    "archive.passwordFirst": "Le lien a expiré. Donnez de nouveau votre mot de passe dans « Mes données ».",
  },
} as const;

export type ArchiveRefusalCode = keyof typeof fr.refusals;
