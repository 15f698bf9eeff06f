import type { Translation } from "#kernel/language.ts";
import type { fr } from "./interview.fr.ts";

export const en: Translation<typeof fr> = {
  refusals: {
    "interview.missing": "This interview does not exist.",
    "interview.over": "This interview took place already, or is cancelled.",
    "interview.notYours": "These notes are for the person who wrote them.",
    "interview.time": "Write a time, such as 14:30.",
    "interview.past": "This day is over. Note the interview as held.",
    "interview.future": "This day is still to come. Plan the interview first.",
  },
  title: "Interviews",
  none: "No interview for now.",
  statuses: { planned: "Planned", held: "Held", cancelled: "Cancelled" },
  privacies: { team: "The whole receiving team", author: "Me and the direction" },
  privacy: "Who may read the notes",
  private: "These notes are for the person who wrote them and the direction.",
  when: "{day} at {time}",
  withWhom: "With {name}",
  plan: "Plan an interview",
  hold: "Note an interview",
  holdThis: "Note this interview",
  cancel: "Cancel",
  heldOn: "Date",
  startsAt: "Time",
  person: "Who receives",
  notes: "Notes",
  nextStep: "Next step",
  next: "Next step: {step}",
  rewrite: "Change the notes",
  savePlan: "Plan",
  saveNotes: "Save the notes",
};
