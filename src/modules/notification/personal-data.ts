import type { PersonalTable } from "#kernel/personal-data.ts";

/** Which tables of notification speak of somebody. */
export const notificationPersonalData: readonly PersonalTable[] = [
  { table: "notification.notice", of: "person_id", words: { fr: "Notifications", en: "Notifications" } },
  { table: "notification.cadence", of: "person_id", words: { fr: "Rythme des e-mails", en: "Pace of e-mails" } },
];
