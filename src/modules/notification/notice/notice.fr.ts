import type { Translation } from "#kernel/language.ts";

export const fr = {
  refusals: {
    "notice.missing": "Cette notification n’existe plus.",
  },
  title: "Notifications",
  settings: "Choisir mes notifications",
  todo: "À vous de jouer",
  news: "Nouvelles",
  older: "Déjà lues",
  olderHelp: "Les nouvelles restent trente jours.",
  markAll: "Tout marquer comme lu",
  marked: "Tout est marqué comme lu",
  unread: "Non lu",
  none: "Rien ne vous attend",
  noneHelp: "Quand quelqu’un aura besoin de vous, ou qu’un de vos documents avancera, ce sera dit ici.",
  somebody: "La coopérative",
  mail: {
    many: "{count} nouvelles de {cooperative}",
    hello: "Bonjour {name},",
    all: "Tout voir : {link}",
    why: "Pour choisir ce que vous recevez et quand : {link}",
  },
} as const;

export type NoticeWords = Translation<typeof fr>;
export type NoticeRefusalCode = keyof typeof fr.refusals;
