import type { Translation } from "#kernel/language.ts";

/** French words of the diary that an adviser keeps elsewhere. external.en.ts has the same keys. */
export const fr = {
  title: "Mon agenda extérieur",
  lead: "Essaim relit votre agenda chaque heure, et sait quand vous êtes pris. Il n’en garde ni titre, ni lieu, ni participant.",
  address: "Adresse secrète de votre agenda, au format iCal",
  addressHelp: "Votre agenda la donne, souvent sous « Partager » ou « Exporter ». Elle commence par https://",
  add: "Lire cet agenda",
  added: "Agenda ajouté : sa première lecture est en cours",
  from: "Votre agenda sur {host}",
  lastRead: "Lu le {day} à {time}",
  neverRead: "Pas encore lu",
  again: "Relire maintenant",
  asked: "Lecture demandée",
  remove: "Ne plus lire cet agenda",
  removed: "Cet agenda n’est plus lu",
  faults: {
    unreachable: "La dernière lecture a échoué : cet agenda ne répond pas.",
    refused: "La dernière lecture a échoué : cet agenda refuse d’être lu. Redonnez son adresse si elle a changé.",
    tooLarge: "La dernière lecture a échoué : cet agenda est trop grand.",
    notCalendar: "La dernière lecture a échoué : cette adresse ne donne pas un agenda.",
    tooSlow: "La dernière lecture a échoué : cet agenda met trop de temps à répondre.",
    private: "La dernière lecture a échoué : cette adresse n’est pas celle d’un site public.",
    key: "Nous ne pouvons plus lire l’adresse que vous aviez donnée. Cliquez sur « Ne plus lire cet agenda », puis redonnez-la.",
  },
  busy: "Pris, dans votre agenda extérieur",
  busyDay: "Toute la journée",
  span: "{from} – {until}",
  evenBusy: "Le faire quand même",
  evenBusyHelp: "Malgré ce que dit l’agenda extérieur.",
  refusals: {
    "external.notAllowed": "Seules les personnes qui accompagnent donnent un agenda extérieur.",
    "external.address": "Donnez une adresse publique entière, qui commence par « https:// ».",
    "external.none": "Aucun agenda extérieur n’est lu.",
    "external.already": "Un agenda est déjà lu. Retirez-le avant d’en donner un autre.",
    "external.askedAlready": "Cette lecture vient d’être demandée. Attendez une minute.",
    "external.busy": "L’agenda extérieur de {name} n’est pas libre à ce moment.",
    "external.busyPermanence": "Votre agenda extérieur dit que vous êtes pris le {day}.",
  },
} as const;

export type ExternalWords = Translation<typeof fr>;
export type ExternalRefusalCode = keyof typeof fr.refusals;
