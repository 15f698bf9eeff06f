import type { fr } from "./delegation.fr.ts";

type Words<T> = { readonly [K in keyof T]: T[K] extends string ? string : Words<T[K]> };

export const en: Words<typeof fr> = {
  works: {
    payVariables: "Pay variables",
    contracts: "Contracts to prepare",
    declarations: "Social declarations",
  },
  opens: {
    payVariables: "For each person under CESA: their name, contract, hours and fixed part of the month.",
    contracts: "For each contract that ends in the month: the person’s name, its dates and its clauses.",
    declarations: "The list of the contracts of the month, with arrivals and departures.",
  },
  states: {
    proposed: "Proposed",
    declined: "Declined",
    withdrawn: "Withdrawn",
    toCome: "To come",
    running: "Running",
    over: "Over",
    revoked: "Revoked",
  },
  sides: { client: "Client", provider: "Provider" },
  billTitle: "Service for a cooperative,",
  clauses: [
    "The provider handles the client’s data on its instruction alone, for the work of this agreement and nothing else (GDPR, article 28).",
    "Only the persons it names have access, each by an account of their own, bound to confidentiality.",
    "It entrusts this work to nobody else without the client’s written consent, keeps the data safe and takes no lasting copy away.",
    "It helps the client to answer people who use their rights, and warns it without delay of a leak.",
    "Each page opened and each act is noted: the client reads this log when it wants. At the end access closes at once.",
  ],
  refusals: {
    "delegation.missing": "There is no such agreement.",
    "delegation.notAllowed": "Direction and administration see to this. Ask them.",
    "delegation.nothing": "Choose at least one kind of work to entrust.",
    "delegation.twice": "An agreement entrusts each kind of work once.",
    "delegation.endsBefore": "The end cannot come before the beginning.",
    "delegation.noHouse":
      "No cooperative is here under this address or SIREN. If it has its own server, make an account here for its team.",
    "delegation.severalHouses": "Several cooperatives have this SIREN. Write the address of the one you want.",
    "delegation.self": "This is your own cooperative. Choose another.",
    "delegation.already":
      "An agreement with this cooperative, proposed or signed, already covers some of these dates. Choose others, or end it first.",
    "delegation.answered": "This agreement already has its answer.",
    "delegation.over": "This agreement is over.",
    "delegation.noReason": "Say why: the other cooperative will read it.",
    "delegation.notSigned": "Sign the agreement first.",
    "delegation.notOfTeam": "Choose a person of your support team who has an account.",
    "delegation.alreadyNamed": "This person is already named.",
    "delegation.delegateMissing": "This access is already closed.",
    "delegation.workMissing": "There is no such work.",
    "delegation.workDone": "This work is already done.",
    "delegation.workNotDone": "This work is not done yet.",
    "delegation.faultNoted": "An error is already noted for this work.",
    "delegation.billed": "This month is already billed.",
    "delegation.nothingDone": "Nothing was done that month: there is nothing to bill.",
  },
};
