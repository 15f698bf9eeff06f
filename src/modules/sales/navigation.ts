import { type CreationEntry, holds, type NavigationEntry } from "#ui/navigation.ts";

export const salesNavigation: readonly NavigationEntry[] = [
  {
    key: "review",
    href: (slug) => `/${slug}/a-relire`,
    icon: "queue",
    words: { fr: "À relire", en: "To review" },
    section: "support",
    visible: (actor) => holds(actor, ["accompagnateur", "accountant", "direction", "administrator"]),
    letter: "r",
  },
  {
    key: "quotes",
    href: (slug) => `/${slug}/devis`,
    icon: "quote",
    words: { fr: "Devis", en: "Quotes" },
    section: "activity",
    visible: () => true,
    letter: "d",
  },
  {
    key: "invoices",
    href: (slug) => `/${slug}/factures`,
    icon: "invoice",
    words: { fr: "Factures", en: "Invoices" },
    section: "activity",
    visible: () => true,
    mobile: true,
    letter: "f",
  },
  {
    key: "customers",
    href: (slug) => `/${slug}/clients`,
    icon: "customers",
    words: { fr: "Clients", en: "Customers" },
    section: "activity",
    visible: () => true,
    mobile: true,
    letter: "c",
  },
  {
    key: "catalogue",
    href: (slug) => `/${slug}/catalogue`,
    icon: "catalogue",
    words: { fr: "Catalogue", en: "Catalogue" },
    section: "activity",
    visible: () => true,
  },
];

export const salesCreations: readonly CreationEntry[] = [
  {
    key: "invoice",
    href: (slug) => `/${slug}/factures/nouvelle`,
    icon: "invoice",
    words: { fr: "Une facture", en: "An invoice" },
    visible: () => true,
    letter: "f",
  },
  {
    key: "quote",
    href: (slug) => `/${slug}/devis/nouveau`,
    icon: "quote",
    words: { fr: "Un devis", en: "A quote" },
    visible: () => true,
    letter: "d",
  },
  {
    key: "customer",
    href: (slug) => `/${slug}/clients/nouveau`,
    icon: "customers",
    words: { fr: "Un client", en: "A customer" },
    visible: () => true,
    letter: "c",
  },
];
