/** French words of support roles. */
export const fr = {
  roles: {
    accompagnateur: "Accompagnement",
    accountant: "Comptabilité",
    payroll: "Paie",
    direction: "Direction",
    administrator: "Administration",
    facilitator: "Animation",
  },
  roleHelp: {
    accompagnateur: "Suit des personnes et relit leurs documents.",
    accountant: "Tient les comptes et enregistre les paiements.",
    payroll: "Prépare la paie et enregistre les contrats.",
    direction: "Voit tout et règle la coopérative.",
    administrator: "Donne les rôles et les accès.",
    facilitator: "Prépare et anime ce qui se fait ensemble dans le réseau.",
  },
  reaches: {
    all: "Toute la coopérative",
    site: "Site {site}",
    followed: "Les personnes suivies",
    both: "Les personnes suivies à {site}",
  },
  refusals: {
    "grant.notAllowed": "Seule une personne qui administre la coopérative donne ou retire un rôle.",
    "grant.notOfHouse": "Ce rôle n’existe pas dans ce type d’organisation.",
    "grant.missing": "Ce rôle n’existe plus.",
    "grant.already": "Cette personne a déjà ce rôle, avec cette étendue.",
    "grant.neverScoped": "Ce rôle vaut toujours pour toute la coopérative.",
    "grant.siteMissing": "Choisissez un site de la coopérative.",
    "grant.lastAdministrator":
      "C’est la dernière personne qui administre la coopérative. Donnez d’abord ce rôle à quelqu’un d’autre.",
  },
} as const;

export type GrantRefusalCode = keyof typeof fr.refusals;
