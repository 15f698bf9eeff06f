import type { NoticeWords } from "./notice.fr.ts";

export const en: NoticeWords = {
  refusals: {
    "notice.missing": "This notification no longer exists.",
  },
  title: "Notifications",
  settings: "Choose my notifications",
  todo: "Your turn",
  news: "News",
  older: "Already read",
  olderHelp: "News stays for thirty days.",
  markAll: "Mark all as read",
  marked: "Everything is marked as read",
  unread: "Unread",
  none: "Nothing awaits you",
  noneHelp: "When somebody needs you, or one of your documents moves on, it will be told here.",
  somebody: "The cooperative",
  mail: {
    many: "{count} news from {cooperative}",
    hello: "Hello {name},",
    all: "See everything: {link}",
    why: "To choose what you receive and when: {link}",
  },
};
