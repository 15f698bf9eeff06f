/** The sentences of what the ledger refuses, in both languages. */
import { en as accountEn } from "./account/account.en.ts";
import { fr as accountFr } from "./account/account.fr.ts";
import { en as entryEn } from "./entry/entry.en.ts";
import { fr as entryFr } from "./entry/entry.fr.ts";
import { en as documentEn } from "./entry/entry-document.en.ts";
import { fr as documentFr } from "./entry/entry-document.fr.ts";
import { en as fiscalYearEn } from "./fiscal-year/fiscal-year.en.ts";
import { fr as fiscalYearFr } from "./fiscal-year/fiscal-year.fr.ts";
import { en as openingEn } from "./opening/opening.en.ts";
import { fr as openingFr } from "./opening/opening.fr.ts";
import { en as reconciliationEn } from "./reconciliation/reconciliation.en.ts";
import { fr as reconciliationFr } from "./reconciliation/reconciliation.fr.ts";

export const ledgerRefusals = {
  fr: {
    ...accountFr.refusals,
    ...entryFr.refusals,
    ...documentFr.refusals,
    ...fiscalYearFr.refusals,
    ...openingFr.refusals,
    ...reconciliationFr.refusals,
  },
  en: {
    ...accountEn.refusals,
    ...entryEn.refusals,
    ...documentEn.refusals,
    ...fiscalYearEn.refusals,
    ...openingEn.refusals,
    ...reconciliationEn.refusals,
  },
};
