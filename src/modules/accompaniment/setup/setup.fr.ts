/** French words of the settings of accompaniment. setup.en.ts has the same keys. */
export const fr = {
  title: "Réglages de l’accompagnement",
  alerts: "Quand s’inquiéter",
  alertsHelp: "Passé ce délai, la personne remonte dans les portefeuilles.",
  months: "Mois sans rendez-vous",
  weeks: "Semaines sans facture",
  save: "Enregistrer",
  saved: "Réglages enregistrés",
  actions: "Actions financées",
  actionsHelp: "Ce que vos financeurs paient. Chaque rendez-vous peut s’y rattacher.",
  none: "Aucune action financée pour l’instant.",
  name: "Nouvelle action",
  add: "Ajouter",
  added: "Action ajoutée",
  archive: "Retirer",
  archiveOf: "Retirer {name}",
  restore: "Remettre",
  restoreOf: "Remettre {name}",
  archived: "Retirée des choix",
  changed: "Action modifiée",
  refusals: {
    "support.notAllowed": "Ces réglages reviennent à la direction et à l’administration.",
    "support.changed": "Ces réglages ont changé entre-temps. Relisez-les, puis recommencez.",
    "fundedAction.taken": "Une action porte déjà ce nom.",
    "fundedAction.missing": "Cette action n’existe pas.",
  },
} as const;

export type SetupRefusalCode = keyof typeof fr.refusals;
