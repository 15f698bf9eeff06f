/** French words of the subscription of a diary. calendar.en.ts has the same keys. */
export const fr = {
  title: "Mon agenda ailleurs",
  link: "Voir ces rendez-vous dans mon agenda",
  lead: "Une adresse secrète, que votre agenda (téléphone, ordinateur) relit tout seul. Il y lit vos rendez-vous, vos ateliers, vos réunions et les échéances que vous suivez, sans aucune note.",
  none: "Aucune adresse n’est ouverte.",
  openedOn: "Une adresse est ouverte depuis le {day}. Elle ne s’affiche qu’une fois, à sa création.",
  open: "Créer mon adresse",
  again: "En créer une autre",
  againHelp: "L’ancienne cessera de marcher.",
  close: "Fermer mon adresse",
  opened: "Voici votre adresse",
  openedHelp:
    "Copiez-la dans votre agenda, à « S’abonner à un calendrier ». Gardez-la pour vous : qui la connaît lit votre agenda.",
  address: "Adresse à copier",
  closed: "Adresse fermée",
  feedName: "{cooperative}, mon accompagnement",
  deadline: "{what} : {name}",
  refusals: {
    "calendar.none": "Aucune adresse n’est ouverte.",
  },
} as const;

export type CalendarRefusalCode = keyof typeof fr.refusals;
