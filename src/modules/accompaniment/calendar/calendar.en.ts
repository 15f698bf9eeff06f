import type { Translation } from "#kernel/language.ts";
import type { fr } from "./calendar.fr.ts";

export const en: Translation<typeof fr> = {
  title: "My agenda elsewhere",
  link: "See these appointments in my calendar",
  lead: "A secret address that your calendar (telephone, computer) reads by itself. It finds your appointments, your workshops, your meetings and the deadlines you follow, without any note.",
  none: "No address is open.",
  openedOn: "An address has been open since {day}. It shows once only, when it is created.",
  open: "Create my address",
  again: "Create another one",
  againHelp: "The former one will stop working.",
  close: "Close my address",
  opened: "Here is your address",
  openedHelp:
    "Copy it into your calendar, at “Subscribe to a calendar”. Keep it for yourself: whoever knows it reads your agenda.",
  address: "Address to copy",
  closed: "Address closed",
  feedName: "{cooperative}, my accompaniment",
  deadline: "{what}: {name}",
  refusals: {
    "calendar.none": "No address is open.",
  },
};
