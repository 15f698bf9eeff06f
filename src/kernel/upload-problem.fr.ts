/** Why the antivirus stops a file that somebody sends, wherever it is sent. */
export const fr = {
  infected: "L’antivirus a trouvé un virus dans ce fichier. Il n’a pas été gardé.",
  unchecked: "Ce fichier n’a pas pu être vérifié par l’antivirus. Envoyez-le de nouveau dans un instant.",
} as const;
