import type { Translation } from "#kernel/language.ts";
import type { fr } from "./consent.fr.ts";

export const en: Translation<typeof fr> = {
  title: "What you agree to",
  lead: "Your contract needs none of this. You may change your mind whenever you like, without a reason.",
  leadOther: "Each answer keeps its date and the text that was read. The person changes it themself.",
  purposes: {
    directory: "Directory of skills",
    photo: "Photograph",
    newsletter: "Newsletter",
  },
  house: {
    directory:
      "I agree that the cooperative shows my name, my trade and my skills to its other members, in its directory.",
    photo: "I agree that the cooperative shows my photograph in its directory and on its material.",
    newsletter: "I agree to receive the newsletter of the cooperative by e-mail.",
  },
  askedAgain: "We ask you again: the text changed on {day}. You had agreed to the one before.",
  agreed: "Agreed on {day}",
  withdrawn: "Withdrawn on {day}",
  never: "This person neither agreed nor withdrew.",
  save: "Save my choices",
  saved: "Your choices are saved.",
  trace: "Consents",
  when: "Date",
  purpose: "Subject",
  answer: "Answer",
  answers: { yes: "Agreed", no: "Withdrawn" },
  wording: "Text read",
  version: "version {version}",
  refusals: {
    "consent.notAllowed": "Each person answers for themself.",
    "consent.wordsChanged": "A text changed while you were reading: reload the page and read it again.",
    "consent.changedMeanwhile":
      "Somebody else changed this text while you were working on it. What you typed is kept here; reload to see the other version.",
    "consent.sameWords": "This text is in force already: change it, or tick the box to ask again.",
  },
};
