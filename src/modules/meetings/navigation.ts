import { type CreationEntry, holds, type NavigationEntry } from "#ui/navigation.ts";

export const meetingsNavigation: readonly NavigationEntry[] = [
  {
    key: "meetings",
    href: (slug) => `/${slug}/reunions`,
    icon: "vote",
    words: { fr: "Réunions", en: "Meetings" },
    section: "cooperative",
    visible: () => true,
  },
  {
    key: "proposals",
    href: (slug) => `/${slug}/propositions`,
    icon: "vote",
    words: { fr: "Propositions", en: "Proposals" },
    section: "cooperative",
    visible: () => true,
    within: "meetings",
  },
];

export const meetingsCreations: readonly CreationEntry[] = [
  {
    key: "proposal",
    href: (slug) => `/${slug}/propositions/nouvelle`,
    icon: "vote",
    words: { fr: "Une proposition", en: "A proposal" },
    visible: () => true,
  },
  {
    key: "cooperativeMeeting",
    href: (slug) => `/${slug}/reunions/nouvelle`,
    icon: "calendar",
    words: { fr: "Une réunion coopérative", en: "A cooperative meeting" },
    visible: (actor) => holds(actor, ["accompagnateur", "direction", "administrator"]),
  },
];
