/** French words of the acts on somebody’s own record, as their archive lists them. traced-act.en.ts has the same keys. */
export const fr = {
  acts: {
    "membership.person.add": "Personne ajoutée",
    "membership.person.update": "Fiche modifiée",
    "membership.person.archive": "Personne archivée",
    "membership.person.restore": "Personne reprise",
    "membership.person.invite": "Invitation envoyée",
    "membership.role.grant": "Rôle donné",
    "membership.role.revoke": "Rôle retiré",
    "parcours.file.change": "Dossier modifié",
    "parcours.sensitive.save": "N° de sécurité sociale et santé enregistrés",
    "parcours.import.persons": "Importée d’un tableau",
    "parcours.import.undo": "Import annulé",
    "skills.entry.save": "Fiche de l’annuaire enregistrée",
    "notification.notice.readAll": "Notifications toutes lues",
    "notification.cadence.choose": "Rythme des e-mails choisi",
    "desk.list.arrange": "Affichage d’une liste choisi",
    "privacy.consent.choose": "Consentements choisis",
    "privacy.erasure.ask": "Effacement demandé",
    "privacy.erasure.withdraw": "Demande d’effacement retirée",
    "privacy.erasure.carryOut": "Effacement fait",
  },
} as const;
