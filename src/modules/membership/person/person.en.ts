import type { Translation } from "#kernel/language.ts";
import type { fr } from "./person.fr.ts";

export const en: Translation<typeof fr> = {
  access: { none: "No access yet", invited: "Invited", active: "Access open", archived: "Archived" },
  refusals: {
    "person.notAllowed": "You may not change this record. Ask an administrator.",
    "person.missing": "This person does not exist, or you may not see them.",
    "person.changedMeanwhile":
      "Somebody else changed this record meanwhile. What you typed is kept; compare before you save again.",
    "person.resembles": "A record resembles this one. Look at it, then tick if this is somebody else.",
    "person.erased": "The data of this person were erased: they do not come back under this record.",
    "person.emailTaken": "Another person of the cooperative already has this address.",
    "person.siteMissing": "Choose a site of the cooperative.",
    "person.followerMissing": "Choose a person of the support team.",
    "person.followsSelf": "A person does not follow themselves.",
    "person.archived": "This record is archived.",
    "person.used": "This person has been used since: they stay.",
    "person.underContract": "A contract is still running. Give it an end date first.",
    "person.stillInActivity": "This person still takes part in an activity. End their participation first.",
    "person.lastAdministrator":
      "This is the last person who administers the cooperative. Give the role to somebody else first.",
    "person.self": "One does not archive oneself.",
  },
};
