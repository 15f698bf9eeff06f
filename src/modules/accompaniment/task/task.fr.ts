/** French words of next steps. task.en.ts has the same keys. */
export const fr = {
  title: "À faire",
  lead: "Ce qui a été convenu en rendez-vous, et ce que vous vous êtes noté.",
  none: "Rien à faire",
  noneHelp: "Les prochaines étapes de vos rendez-vous s’affichent ici.",
  toDo: "À faire",
  done: "Fait",
  finish: "C’est fait",
  finishOf: "C’est fait : {title}",
  undo: "Finalement non",
  undoOf: "Finalement non : {title}",
  finished: "Noté comme fait",
  undone: "Remis à faire",
  due: "pour le {day}",
  overdue: "aurait dû être fait le {day}",
  by: "par {name}",
  about: "au sujet de {name}",
  person: "Au sujet de",
  add: "Ajouter une étape",
  what: "À faire",
  dueOn: "Pour le",
  save: "Ajouter",
  added: "Étape ajoutée",
  all: "Tout voir",
  refusals: {
    "task.notAllowed": "Cet ajout revient à l’équipe d’appui.",
    "task.missing": "Cette étape n’existe pas, ou vous n’y avez pas accès.",
    "task.personMissing": "Cette personne n’existe pas, ou vous n’y avez pas accès.",
    "task.assignee": "Choisissez cette personne, ou vous-même.",
  },
} as const;

export type TaskRefusalCode = keyof typeof fr.refusals;
