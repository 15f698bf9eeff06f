/** French words of persons. */
export const fr = {
  access: { none: "Pas encore d’accès", invited: "Personne invitée", active: "Accès ouvert", archived: "Archivée" },
  refusals: {
    "person.notAllowed": "Vous n’avez pas le droit de changer cette fiche. Demandez à un administrateur.",
    "person.missing": "Cette personne n’existe pas, ou vous n’y avez pas accès.",
    "person.changedMeanwhile":
      "Quelqu’un d’autre a modifié cette fiche entre-temps. Votre saisie est gardée ; comparez avant d’enregistrer de nouveau.",
    "person.resembles": "Une fiche lui ressemble. Regardez-la, puis cochez si c’est une autre personne.",
    "person.erased": "Les données de cette personne ont été effacées : elle ne revient pas sous cette fiche.",
    "person.emailTaken": "Une autre personne de la coopérative a déjà cette adresse.",
    "person.siteMissing": "Choisissez un site de la coopérative.",
    "person.followerMissing": "Choisissez une personne de l’équipe d’appui.",
    "person.followsSelf": "Une personne ne se suit pas elle-même.",
    "person.archived": "Cette fiche est archivée.",
    "person.used": "Cette personne a servi depuis : elle reste.",
    "person.underContract": "Un contrat court encore. Donnez-lui d’abord une date de fin.",
    "person.stillInActivity": "Cette personne participe encore à une activité. Mettez d’abord fin à sa participation.",
    "person.lastAdministrator":
      "C’est la dernière personne qui administre la coopérative. Donnez d’abord ce rôle à quelqu’un d’autre.",
    "person.self": "On ne s’archive pas soi-même.",
  },
} as const;

export type PersonRefusalCode = keyof typeof fr.refusals;
