import { holds, type NavigationEntry } from "#ui/navigation.ts";

export const ledgerNavigation: readonly NavigationEntry[] = [
  {
    key: "books",
    href: (slug) => `/${slug}/compta/balance`,
    icon: "ledger",
    words: { fr: "Comptabilité", en: "Accounts" },
    // A network has books too: the shares of its associates are posted there.
    houses: ["cae", "network"],
    section: "support",
    visible: (actor) => holds(actor, ["accountant", "direction", "administrator"]),
    letter: "l",
  },
];
