import type { Translation } from "#kernel/language.ts";
import type { fr } from "./traced-act.fr.ts";

/** English words of the acts on somebody’s own record. */
export const en: Translation<typeof fr> = {
  acts: {
    "membership.person.add": "Person added",
    "membership.person.update": "Card changed",
    "membership.person.archive": "Person archived",
    "membership.person.restore": "Person taken back",
    "membership.person.invite": "Invitation sent",
    "membership.role.grant": "Role given",
    "membership.role.revoke": "Role taken back",
    "parcours.file.change": "File changed",
    "parcours.sensitive.save": "Social security number and health recorded",
    "parcours.import.persons": "Imported from a sheet",
    "parcours.import.undo": "Import undone",
    "skills.entry.save": "Entry of the directory recorded",
    "notification.notice.readAll": "All notices read",
    "notification.cadence.choose": "Pace of e-mails chosen",
    "desk.list.arrange": "Display of a list chosen",
    "privacy.consent.choose": "Consents chosen",
    "privacy.consent.word": "Words of a consent written",
    "privacy.erasure.ask": "Erasure asked for",
    "privacy.erasure.withdraw": "Request of erasure taken back",
    "privacy.erasure.keep": "Request of erasure answered: all is kept",
    "privacy.erasure.carryOut": "Erasure done",
  },
};
