import type { Translation } from "#kernel/language.ts";

/** French words of minutes. The minutes themselves are written in French: they are what the cooperative keeps. */
export const fr = {
  title: "Procès-verbal",
  lead: "Rédigé à partir de ce qui s’est passé. Relisez, complétez, publiez : chaque correction est une nouvelle version.",
  body: "Texte du procès-verbal",
  publish: "Publier le procès-verbal",
  published: "Procès-verbal publié",
  publishedOn: "Version {version}, publiée le {day}",
  earlier: "Versions précédentes",
  correct: "Publier une correction",
  none: "Le procès-verbal n’est pas encore publié.",
  pdf: "Télécharger en PDF",
  file: "proces-verbal",
  busy: "L’imprimante est occupée. Réessayez dans quelques secondes.",
  signatures: "Signatures : {chair} (présidence), {secretary} (secrétariat)",
  kinds: { ordinary: "assemblée générale ordinaire", extraordinary: "assemblée générale extraordinaire" },
  opening:
    "Les associés de {cooperative} se sont réunis en {kind} le {day} à {opened}, {place}, sur {call} envoyée le {convened}.",
  bureau: "Présidence : {chair}. Secrétariat : {secretary}.",
  nobody: "personne",
  present: "Présents ({count}) : {names}.",
  byProxy: "{name} par {holder}",
  represented: "Représentés ({count}) : {names}.",
  leftEarly: "Partis avant la fin : {names}.",
  leftAt: "{name} à {time}",
  quorum:
    "Présents ou représentés : {counting} associés sur {members}. Il en faut {needed} : l’assemblée peut délibérer.",
  noQuorum:
    "Présents ou représentés : {counting} associés sur {members}. Il en faut {needed} : le quorum n’est pas atteint.",
  agenda: "Ordre du jour :\n{agenda}",
  motion: "Résolution {number}. {title}\n{body}",
  notVoted: "Cette résolution n’a pas été mise aux voix.",
  majority: "Majorité : {majority}, comptée sur {base}.",
  votes: "Pour : {for}. Contre : {against}. Abstention : {abstain}. Part des voix pour : {share}.",
  college: "Collège « {college} » : pour {for}, contre {against}, abstention {abstain}.",
  secret: "Scrutin secret tenu sur papier, dépouillé par {countedBy}.",
  adopted: "La résolution est adoptée.",
  rejected: "La résolution est rejetée.",
  closing: "L’ordre du jour étant épuisé, la séance est levée à {closed}.",
  closingEarly: "La séance est levée à {closed}.",
  refusals: {
    "minutes.notClosed": "Le procès-verbal s’écrit une fois l’assemblée close.",
    "minutes.same": "Le procès-verbal publié dit déjà cela.",
  },
} as const;

export type MinutesWords = Translation<typeof fr>;
export type MinutesRefusalCode = keyof typeof fr.refusals;
