import type { CadenceWords } from "./cadence.fr.ts";

export const en: CadenceWords = {
  title: "My notifications",
  lead: "The bell shows you everything. Choose what you also want by e-mail, and when.",
  back: "Back to notifications",
  choices: { now: "At once", daily: "Every day at 8:00", weekly: "Every Monday at 8:00", never: "Never" },
  legal: "Messages that the law requires (convocations, votes, security) are always sent.",
  save: "Save",
  saved: "Your choices are saved",
};
