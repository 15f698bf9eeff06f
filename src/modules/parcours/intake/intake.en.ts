import type { Translation } from "#kernel/language.ts";
import type { fr } from "./intake.fr.ts";

export const en: Translation<typeof fr> = {
  refusals: {
    "intake.changedMeanwhile": "Somebody changed this page meanwhile. Read it again, then save once more.",
  },
  title: "Public page",
  lead: "The page where one asks to join the cooperative, without an account. Put its address on your site.",
  address: "Address of the page",
  see: "See the page",
  closed: "Closed: nobody sees it.",
  opened: "Open to everybody.",
  open: "Open the public page",
  openHelp: "Anybody can register for a meeting and leave an application.",
  introduction: "Text of welcome",
  introductionHelp: "What you are, whom you speak to.",
  consentTitle: "Agreement on data",
  consentLead: "Each change makes a new version. Each application keeps the version that it accepted.",
  consentVersion: "Version {version}",
  consentFrench: "Text in French",
  consentEnglish: "Text in English",
  consentProposed:
    "Your answers serve to study your request. Only the team of the cooperative reads them. They are erased two years after we were last in touch. You can read them, correct them and have them erased by writing to us.",
  reasons: "Reasons of refusal",
  reasonsHelp: "One a line. One is chosen at each refusal; candidates do not see it.",
  reasonsProposed:
    "Project too far from what the cooperative insures\nRegulated activity without the diploma\nProject to ripen\nLooks for an ordinary job\nOriented to another organisation",
  save: "Save",
  saved: "Public page saved",
};
