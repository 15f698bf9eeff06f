import type { Translation } from "#kernel/language.ts";
import type { fr } from "./exit.fr.ts";

export const en: Translation<typeof fr> = {
  said: { exit: "Exit recorded.", followUp: "Noted.", cancel: "Exit cancelled." },
  refusals: {
    "exit.notAllowed": "You may not record an exit. Ask the management.",
    "exit.personMissing": "This person does not exist, or you have no access to them.",
    "exit.noContract": "This person has no contract on that day. Check the day of the exit.",
    "exit.notAssociate": "This person is not an associate on that day. Record their admission first.",
    "exit.already": "An exit is already recorded on {date}.",
    "exit.followUpEarly": "News are asked for from {date} on.",
    "exit.followUpFuture": "This date is to come.",
    "exit.missing": "No exit is recorded.",
  },
};
