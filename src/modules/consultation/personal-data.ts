import { inWords, type PersonalTable } from "#kernel/personal-data.ts";
import { en as eventEn } from "./event/event.en.ts";
import { fr as eventFr } from "./event/event.fr.ts";

/** Which tables of consultations speak of somebody: an answer is a structure’s, whoever sent it. */
export const consultationPersonalData: readonly PersonalTable[] = [
  {
    table: "consultation.attendee",
    of: "person_id",
    say: inWords({ fr: { origin: eventFr.origins }, en: { origin: eventEn.origins } }),
    words: { fr: "Inscriptions aux événements du réseau", en: "Registrations to events of the network" },
  },
  {
    table: "consultation.committee_seat",
    of: "person_id",
    words: { fr: "Comités de pilotage", en: "Steering committees" },
  },
  ...(["roadmap", "workstream", "milestone", "roadmap_decision", "adoption"] as const).map((name) => ({
    ...{ table: `consultation.${name}`, not: "nobody" as const },
  })),
  { table: "consultation.event", not: "nobody" },
  { table: "consultation.event_part", not: "nobody" },
  { table: "consultation.answer", not: "nobody" },
  { table: "consultation.gathering", not: "nobody" },
  { table: "consultation.ranking", not: "nobody" },
  { table: "consultation.consultation", not: "nobody" },
  { table: "consultation.axis", not: "nobody" },
  { table: "consultation.phase", not: "nobody" },
  { table: "consultation.asked_structure", not: "nobody" },
  { table: "consultation.synthesis", not: "nobody" },
  { table: "consultation.landscape_line", not: "nobody" },
  { table: "consultation.position", not: "nobody" },
];
