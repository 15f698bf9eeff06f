/** The sentences of what membership refuses, in both languages. */
import { en as activityEn } from "./activity/activity.en.ts";
import { fr as activityFr } from "./activity/activity.fr.ts";
import { en as agreementEn } from "./agreement/agreement.en.ts";
import { fr as agreementFr } from "./agreement/agreement.fr.ts";
import { en as contractEn } from "./contract/contract.en.ts";
import { fr as contractFr } from "./contract/contract.fr.ts";
import { en as coverEn } from "./cover/cover.en.ts";
import { fr as coverFr } from "./cover/cover.fr.ts";
import { en as grantEn } from "./grant/grant.en.ts";
import { fr as grantFr } from "./grant/grant.fr.ts";
import { en as organizationEn } from "./organization/organization.en.ts";
import { fr as organizationFr } from "./organization/organization.fr.ts";
import { en as personEn } from "./person/person.en.ts";
import { fr as personFr } from "./person/person.fr.ts";
import { en as siteEn } from "./site/site.en.ts";
import { fr as siteFr } from "./site/site.fr.ts";
import { en as termsEn } from "./terms/terms.en.ts";
import { fr as termsFr } from "./terms/terms.fr.ts";

export const membershipRefusals = {
  fr: {
    ...organizationFr.refusals,
    ...siteFr.refusals,
    ...personFr.refusals,
    ...contractFr.refusals,
    ...termsFr.refusals,
    ...coverFr.refusals,
    ...agreementFr.refusals,
    ...grantFr.refusals,
    ...activityFr.refusals,
  },
  en: {
    ...organizationEn.refusals,
    ...siteEn.refusals,
    ...personEn.refusals,
    ...contractEn.refusals,
    ...termsEn.refusals,
    ...coverEn.refusals,
    ...agreementEn.refusals,
    ...grantEn.refusals,
    ...activityEn.refusals,
  },
};
