import type { fr } from "./reconciliation.fr.ts";

export const en: { refusals: Record<keyof typeof fr.refusals, string> } = {
  refusals: {
    "reconciliation.tooFewLines": "Choose at least two lines to reconcile.",
    "reconciliation.notFound": "One of the lines does not exist.",
    "reconciliation.alreadyDone": "One of the lines is already reconciled {letter}.",
    "reconciliation.notThirdParty":
      "Account {account} is not reconciled: only third-party and cash accounts (4 and 5) are.",
    "reconciliation.otherAccount": "Lines reconciled together are on one account.",
    "reconciliation.otherAuxiliary": "Lines reconciled together belong to one customer or supplier.",
    "reconciliation.unbalanced": "The chosen lines do not settle: difference {gap}.",
    "reconciliation.acrossActivities": "The chosen lines do not settle within each activity.",
    "reconciliation.unknown": "This reconciliation does not exist.",
    "reconciliation.alreadyUndone": "This reconciliation is already undone.",
    "reconciliation.forbidden": "Only the accountants and the direction may reconcile.",
  },
};
