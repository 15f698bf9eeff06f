/** The sentences of what privacy refuses, in both languages. */

import { en as accessEn } from "./access/access.en.ts";
import { fr as accessFr } from "./access/access.fr.ts";
import { en as archiveEn } from "./archive/archive-refusal.en.ts";
import { fr as archiveFr } from "./archive/archive-refusal.fr.ts";
import { en as consentEn } from "./consent/consent.en.ts";
import { fr as consentFr } from "./consent/consent.fr.ts";

import { en as erasureEn } from "./erasure/erasure.en.ts";
import { fr as erasureFr } from "./erasure/erasure.fr.ts";
import { en as processingEn } from "./processing/processing.en.ts";
import { fr as processingFr } from "./processing/processing.fr.ts";
import { en as retentionEn } from "./retention/retention.en.ts";
import { fr as retentionFr } from "./retention/retention.fr.ts";

export const privacyRefusals = {
  fr: {
    ...consentFr.refusals,
    ...accessFr.refusals,
    ...archiveFr.refusals,
    ...erasureFr.refusals,
    ...retentionFr.refusals,
    ...processingFr.refusals,
  },
  en: {
    ...consentEn.refusals,
    ...accessEn.refusals,
    ...archiveEn.refusals,
    ...erasureEn.refusals,
    ...retentionEn.refusals,
    ...processingEn.refusals,
  },
};
