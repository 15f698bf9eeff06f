/** French words of the import of appointments. import.en.ts has the same keys. */
export const fr = {
  title: "Importer des rendez-vous",
  lead: "Un tableau (XLSX ou CSV) avec une ligne de titres, un rendez-vous par ligne. Rien n’est écrit avant votre accord.",
  crumb: "Agenda",
  imports: "Imports de rendez-vous",
  columns: {
    email: "Personne : adresse électronique",
    firstName: "Personne : prénom",
    lastName: "Personne : nom",
    adviser: "Avec qui, dans l’équipe",
    day: "Jour",
    time: "Heure",
    minutes: "Durée",
    mode: "Comment",
    nature: "Nature",
    subject: "Sujet",
    place: "Lieu",
    status: "État : prévu ou tenu",
    attendance: "Présence",
    fundedAction: "Action financée",
    shared: "Notes partagées avec la personne",
    team: "Notes de l’équipe d’appui",
  },
  key: "Comment reconnaître un rendez-vous déjà là ?",
  keys: { moment: "Même personne, même jour, même heure", day: "Même personne, même jour : l’heure peut changer" },
  keyHelp:
    "Une personne se reconnaît à son adresse électronique, sinon à son nom entier. Sans état, ce qui est passé est tenu.",
  nature: "Nature, quand la ligne ne la dit pas",
  tell: "Prévenir les personnes par e-mail des rendez-vous à venir",
  seeAgenda: "Voir l’agenda",
  refusals: {
    "appointmentImport.notAllowed": "Seules les personnes qui accompagnent importent des rendez-vous.",
    "appointmentImport.noDay": "Le jour manque.",
    "appointmentImport.noPerson": "Dites de qui il s’agit : une adresse électronique ou un nom.",
    "appointmentImport.unknownPerson": "Nous ne trouvons pas cette personne dans votre périmètre.",
    "appointmentImport.severalPersons": "Plusieurs personnes portent ce nom. Ajoutez leur adresse électronique.",
    "appointmentImport.severalThere":
      "Cette personne a plusieurs rendez-vous ce jour-là. Reconnaissez-les à leur heure.",
    "appointmentImport.unknownAdviser": "Cette personne n’est pas dans l’équipe d’appui.",
    "appointmentImport.unknownAction": "Aucune action financée ne porte ce nom.",
    "appointmentImport.status": "Écrivez « prévu » ou « tenu ».",
    "appointmentImport.cancelled": "Un rendez-vous annulé ne s’importe pas.",
    "appointmentImport.twice": "Une autre ligne parle déjà de ce rendez-vous.",
    "appointmentImport.heldSince": "L’import l’a marqué tenu : il ne redevient pas prévu.",
  },
} as const;

export type AppointmentImportRefusalCode = keyof typeof fr.refusals;
