import type { Translation } from "#kernel/language.ts";
import type { fr } from "./task.fr.ts";

export const en: Translation<typeof fr> = {
  title: "To do",
  lead: "What was agreed in appointments, and what you noted for yourself.",
  none: "Nothing to do",
  noneHelp: "The next steps of your appointments show here.",
  toDo: "To do",
  done: "Done",
  finish: "Done",
  finishOf: "Done: {title}",
  undo: "Not done after all",
  undoOf: "Not done after all: {title}",
  finished: "Marked as done",
  undone: "Back to do",
  due: "by {day}",
  overdue: "was due on {day}",
  by: "by {name}",
  about: "about {name}",
  person: "About",
  add: "Add a step",
  what: "To do",
  dueOn: "By",
  save: "Add",
  added: "Step added",
  all: "See all",
  refusals: {
    "task.notAllowed": "Only the support team adds this.",
    "task.missing": "This step does not exist, or you cannot see it.",
    "task.personMissing": "This person does not exist, or you cannot see them.",
    "task.assignee": "Choose this person, or yourself.",
  },
};
