/** French words of the log of readings. access.en.ts has the same keys. */
export const fr = {
  title: "Journal des accès",
  lead: "Qui a lu ou emporté des données de personnes. Chaque ligne s’écrit dans l’acte même, et ne se change pas.",
  signIns: "Les connexions se lisent par chacun, dans « Connexion et sécurité ».",
  search: "Nom de qui lit ou de qui est lu",
  from: "Du",
  until: "Au",
  show: "Afficher",
  when: "Date",
  who: "Qui",
  what: "Quoi",
  about: "De qui",
  several: "{count} personnes",
  nobody: "—",
  file: "journal-des-acces",
  none: "Aucun accès noté",
  noneHelp: "Les lectures du n° de sécurité sociale, les documents ouverts et les listes téléchargées viendront ici.",
  nothing: "Aucun accès ne correspond à ces filtres.",
  mine: "Qui a lu mes données",
  mineLead: "Les lectures de ce qui est confidentiel, et vos documents ouverts par d’autres que vous.",
  noneOfMine: "Personne d’autre que vous n’a ouvert ces données.",
  actions: {
    "parcours.sensitive.read": "N° de sécurité sociale et santé lus",
    "documents.piece.read": "Pièce ouverte",
    "documents.document.open": "Document ouvert",
    "membership.person.export": "Liste des personnes téléchargée",
    "parcours.candidate.export": "Liste des candidatures téléchargée",
    "accompaniment.deadline.export": "Liste des échéances téléchargée",
    "statistics.person.export": "Personnes d’une statistique téléchargées",
    "sales.activity.export": "Clients et factures d’une activité emportés",
  },
  tabs: "Protection des données",
  refusals: {
    "privacy.notAllowed": "La protection des données est tenue par la direction et l’administration.",
  },
} as const;

export type PrivacyRefusalCode = keyof typeof fr.refusals;
