import type { Translation } from "#kernel/language.ts";
import type { fr } from "./setup.fr.ts";

export const en: Translation<typeof fr> = {
  title: "Accompaniment settings",
  alerts: "When to worry",
  alertsHelp: "After this delay, the person rises in portfolios.",
  months: "Months without an appointment",
  weeks: "Weeks without an invoice",
  save: "Save",
  saved: "Settings saved",
  actions: "Funded actions",
  actionsHelp: "What your funders pay for. Each appointment may belong to one.",
  none: "No funded action yet.",
  name: "New action",
  add: "Add",
  added: "Action added",
  archive: "Remove",
  archiveOf: "Remove {name}",
  restore: "Put back",
  restoreOf: "Put {name} back",
  archived: "Removed from the choices",
  changed: "Action changed",
  refusals: {
    "support.notAllowed": "These settings belong to the direction and administrators.",
    "support.changed": "These settings changed meanwhile. Read them again, then start over.",
    "fundedAction.taken": "An action has this name already.",
    "fundedAction.missing": "This action does not exist.",
  },
};
