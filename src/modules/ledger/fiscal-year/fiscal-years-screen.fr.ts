/** French words of the page of fiscal years. fiscal-years-screen.en.ts has the same keys. */
export const fr = {
  title: "Exercices et périodes",
  description:
    "Verrouillez un mois pour que plus personne n’y écrive. Un mois verrouillé se rouvre, un mois clos jamais.",
  year: "Exercice {year}",
  yearColumn: "Exercice",
  from: "Du",
  until: "Au",
  dates: "Du {start} au {end}",
  openingExpected: "À-nouveaux attendus",
  yearClosed: "Clos",
  yearOpen: "En cours",
  period: "Période",
  state: "État",
  acts: "Actions",
  closeTitle: "Clore {month} pour toujours ?",
  closeHelp:
    "Plus aucune écriture n’entrera dans ce mois, et personne ne pourra le rouvrir. Ses soldes deviennent définitifs.",
  closeNow: "Clore ce mois",
  closeYear: "Clôturer l’exercice",
  closeYearTitle: "Clôturer l’exercice {year} pour toujours ?",
  closeYearHelp:
    "Essaim vérifie les sceaux, clôt tous les mois restants et inscrit les soldes de chaque activité en à-nouveaux dans l’exercice suivant. Personne ne peut revenir en arrière.",
  importOpening: "Importer les à-nouveaux",
  openNext: "Ouvrir l’exercice suivant",
  openNextHelp: "Il commence le {start}. Sans autre date, il dure douze mois.",
  end: "Fin de l’exercice",
  none: "Aucun exercice n’est ouvert.",
  done: {
    lock: "Mois verrouillé.",
    unlock: "Mois rouvert.",
    close: "Mois clos.",
    open: "L’exercice {code} est ouvert.",
    closeYear: "Exercice clôturé.",
  },
} as const;
