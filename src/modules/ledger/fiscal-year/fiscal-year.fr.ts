import type { PeriodAction, PeriodStatus } from "./fiscal-year.ts";

const states: Record<PeriodStatus, string> = { open: "Ouverte", locked: "Verrouillée", closed: "Close" };
const actions: Record<PeriodAction, string> = { lock: "Verrouiller", unlock: "Rouvrir", close: "Clore" };

export const fr = {
  states,
  actions,
  refusals: {
    "fiscalYear.endBeforeStart": "La fin de l’exercice vient avant son début.",
    "fiscalYear.tooLong": "Un exercice dure au plus 24 mois.",
    "fiscalYear.unknown": "Cet exercice n’existe pas.",
    "fiscalYear.notFollowing": "L’exercice suivant commence le lendemain du dernier, le {start}.",
    "fiscalYear.periodUnknown": "Cette période n’existe pas.",
    "fiscalYear.periodClosed": "La période finissant le {end} est close pour toujours.",
    "fiscalYear.periodUnchanged": "La période finissant le {end} est déjà dans cet état.",
    "fiscalYear.earlierOpen": "Fermez d’abord la période finissant le {end} : les clôtures se font dans l’ordre.",
    "fiscalYear.openingMissing":
      "Importez d’abord les soldes d’ouverture de l’exercice {year} : le numéro 1 les attend.",
    "fiscalYear.alreadyClosed": "L’exercice {year} est déjà clos.",
    "fiscalYear.nextMissing": "Ouvrez d’abord l’exercice qui suit {year} : les à-nouveaux s’y inscriront.",
    "fiscalYear.chainBroken":
      "Le sceau de l’écriture {number} de l’exercice {year} ne correspond plus. Ne clôturez pas.",
    "fiscalYear.notEnded": "L’exercice {year} finit le {end} : il se clôt après cette date.",
    "fiscalYear.forbidden": "Seules la comptabilité et la direction peuvent changer les exercices et les périodes.",
  },
} as const;
