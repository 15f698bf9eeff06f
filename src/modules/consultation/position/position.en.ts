import type { Translation } from "#kernel/language.ts";
import type { fr } from "./position.fr.ts";

export const en: Translation<typeof fr> = {
  title: "Positions",
  lead: "What each network, or each structure, states openly. A position is never erased: the next one takes its place.",
  none: "No position published",
  noneHelp: "A network says here what it thinks of the question, on a day.",
  dated: "Position of {day}, version {number}",
  earlier: "Earlier positions",
  publish: "Publish a position",
  structure: "Network or structure",
  takenOn: "Position taken on",
  body: "Text of the position",
  submit: "Publish the position",
  published: "Position published.",
  refusals: {
    "position.later": "This day is to come: a position is published once it is taken.",
    "position.before": "This day comes before that of the last position published.",
    "position.same": "This position is published already.",
  },
};
