import type { Translation } from "#kernel/language.ts";
import type { fr } from "./grant.fr.ts";

export const en: Translation<typeof fr> = {
  roles: {
    accompagnateur: "Business support",
    accountant: "Accounting",
    payroll: "Payroll",
    direction: "Management",
    administrator: "Administration",
    facilitator: "Facilitation",
  },
  roleHelp: {
    accompagnateur: "Follows people and reviews their documents.",
    accountant: "Keeps the books and records payments.",
    payroll: "Prepares payroll and records contracts.",
    direction: "Sees everything and sets the cooperative up.",
    administrator: "Gives roles and access.",
    facilitator: "Prepares and runs what the network does together.",
  },
  reaches: {
    all: "The whole cooperative",
    site: "Site {site}",
    followed: "The people followed",
    both: "The people followed in {site}",
  },
  refusals: {
    "grant.notAllowed": "Only a person who administers the cooperative gives or takes away a role.",
    "grant.notOfHouse": "This role does not exist in this kind of organisation.",
    "grant.missing": "This role no longer exists.",
    "grant.already": "This person already has this role, with this reach.",
    "grant.neverScoped": "This role always covers the whole cooperative.",
    "grant.siteMissing": "Choose a site of the cooperative.",
    "grant.lastAdministrator":
      "This is the last person who administers the cooperative. Give the role to somebody else first.",
  },
};
