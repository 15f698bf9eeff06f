import { inWords, type PersonalTable } from "#kernel/personal-data.ts";
import { en as cadenceEn } from "./cadence/cadence.en.ts";
import { fr as cadenceFr } from "./cadence/cadence.fr.ts";

/** Which tables of notification speak of somebody. */
export const notificationPersonalData: readonly PersonalTable[] = [
  { table: "notification.notice", of: "person_id", words: { fr: "Notifications", en: "Notifications" } },
  {
    table: "notification.cadence",
    say: inWords({ fr: { choice: cadenceFr.choices }, en: { choice: cadenceEn.choices } }),
    of: "person_id",
    words: { fr: "Rythme des e-mails", en: "Pace of e-mails" },
  },
];
