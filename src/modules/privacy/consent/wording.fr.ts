/** French words of the page that changes what people are asked to agree to. wording.en.ts has the same keys. */
export const fr = {
  title: "Textes des consentements",
  short: "Consentements",
  lead: "Ce que chaque membre lit avant d’accepter ou de refuser. Chaque réponse garde le texte lu.",
  agreeing: "Personnes qui acceptent aujourd’hui : {count}.",
  change: "Changer le texte",
  changeOf: "Changer le texte : {purpose}",
  french: "Texte en français",
  frenchHelp: "Commencez par « J’accepte ». Dites qui verra quoi, et où.",
  english: "Texte en anglais (facultatif)",
  asksAgain: "Le sens change : redemander à ceux qui avaient accepté",
  asksAgainHelp: "Jusqu’à leur réponse, ils comptent comme n’ayant pas accepté. Ils en sont prévenus sur leur accueil.",
  save: "Enregistrer le texte",
  saved: "Le texte est enregistré.",
  versions: "Textes déjà lus",
  versionsOf: "Textes déjà lus : {purpose}",
  askedAgain: "redemandé à tous",
} as const;
