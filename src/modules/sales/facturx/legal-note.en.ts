import type { fr } from "./legal-note.fr.ts";

type Words<T> = { readonly [K in keyof T]: T[K] extends string ? string : Words<T[K]> };

export const en: Words<typeof fr> = {
  professional: {
    indemnity: "Fixed indemnity for recovery costs in case of late payment: €40.",
    penalty:
      "Any late payment bears, from the day after the due date and without reminder, penalties of three times the French legal interest rate.",
    discount: "No discount for early payment.",
  },
  consumer: {
    indemnity: "Private customer: no fixed indemnity for recovery costs is due in case of late payment.",
    penalty: "In case of late payment, only the legal interest is due, after formal notice.",
    discount: "No discount for early payment.",
  },
};
