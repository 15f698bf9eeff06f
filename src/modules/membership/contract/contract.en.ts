import type { Translation } from "#kernel/language.ts";
import type { fr } from "./contract.fr.ts";

export const en: Translation<typeof fr> = {
  kinds: { cape: "CAPE", cesa: "CESA" },
  statuses: { cape: "Under CAPE", cesa: "Under CESA", none: "No contract" },
  kindHelp: {
    cape: "Contract of support to a business project: twelve months at most, renewable twice.",
    cesa: "Contract of a salaried entrepreneur: it gives right to a salary.",
  },
  refusals: {
    "contract.notAllowed": "You may not record contracts. Ask the management.",
    "contract.missing": "This contract does not exist, or you may not see it.",
    "contract.changedMeanwhile":
      "Somebody else changed this contract meanwhile. Look at its dates before you start again.",
    "contract.cancelledAlready": "This contract is already cancelled.",
    "contract.noNotice": "Only a CAPE is declared to URSSAF and France Travail.",
    "contract.noticeFuture": "This date is to come. Note it once the body has been told.",
    "contract.endBeforeStart": "The end falls before the beginning.",
    "contract.capeNeedsEnd": "A CAPE has an end date.",
    "contract.capeTooLong": "A CAPE lasts twelve months at most: it can go until {latest}.",
    "contract.capeRenewals": "A CAPE is renewed twice at most. Move to a CESA, or end the path.",
    "contract.overlaps": "Another contract runs from {from} to {to}. Two contracts cannot overlap.",
    "contract.overlapsOpen": "Another contract runs since {from}. Give it an end date first.",
  },
};
