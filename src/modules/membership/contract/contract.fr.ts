/** French words of contracts. contract.en.ts has the same keys. */
export const fr = {
  kinds: { cape: "CAPE", cesa: "CESA" },
  statuses: { cape: "En CAPE", cesa: "En CESA", none: "Sans contrat" },
  kindHelp: {
    cape: "Contrat d’appui au projet d’entreprise : douze mois au plus, renouvelable deux fois.",
    cesa: "Contrat d’entrepreneur salarié associé : il ouvre droit à un salaire.",
  },
  refusals: {
    "contract.notAllowed": "Vous n’avez pas le droit d’enregistrer les contrats. Demandez à la direction.",
    "contract.missing": "Ce contrat n’existe pas, ou vous n’y avez pas accès.",
    "contract.changedMeanwhile":
      "Quelqu’un d’autre a modifié ce contrat entre-temps. Regardez ses dates avant de recommencer.",
    "contract.cancelledAlready": "Ce contrat est déjà annulé.",
    "contract.noNotice": "Seul un CAPE se déclare à l’URSSAF et à France Travail.",
    "contract.noticeFuture": "Cette date est à venir. Notez-la une fois l’organisme prévenu.",
    "contract.endBeforeStart": "La fin tombe avant le début.",
    "contract.capeNeedsEnd": "Un CAPE a une date de fin.",
    "contract.capeTooLong": "Un CAPE dure douze mois au plus : il peut aller jusqu’au {latest}.",
    "contract.capeRenewals": "Un CAPE se renouvelle deux fois au plus. Passez au CESA, ou terminez le parcours.",
    "contract.overlaps": "Un autre contrat court du {from} au {to}. Deux contrats ne peuvent pas se recouvrir.",
    "contract.overlapsOpen": "Un autre contrat court depuis le {from}. Donnez-lui d’abord une date de fin.",
  },
} as const;

export type ContractRefusalCode = keyof typeof fr.refusals;
