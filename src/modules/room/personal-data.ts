import { inWords, type PersonalTable } from "#kernel/personal-data.ts";
import { en as cardEn } from "./card/card.en.ts";
import { fr as cardFr } from "./card/card.fr.ts";
import { en as pollEn } from "./poll/poll.en.ts";
import { fr as pollFr } from "./poll/poll.fr.ts";

/** Which tables of rooms speak of somebody: where they took part, what they wrote, supported and answered. */
export const roomPersonalData: readonly PersonalTable[] = [
  { table: "room.participant", of: "person_id", words: { fr: "Salles", en: "Rooms" } },
  {
    table: "room.card",
    within: ["participant_id", "room.participant"],
    say: inWords({ fr: { state: cardFr.states }, en: { state: cardEn.states } }),
    words: { fr: "Cartes écrites", en: "Cards written" },
  },
  {
    table: "room.card_support",
    within: ["participant_id", "room.participant"],
    words: { fr: "Cartes soutenues", en: "Cards supported" },
  },
  {
    table: "room.poll_answer",
    within: ["participant_id", "room.participant"],
    say: inWords({ fr: { answer: pollFr.answers }, en: { answer: pollEn.answers } }),
    words: { fr: "Avis donnés", en: "Opinions given" },
  },
  { table: "room.room", not: "nobody" },
  { table: "room.scenario", not: "nobody" },
  { table: "room.lane", not: "nobody" },
  { table: "room.card_event", not: "nobody" },
  { table: "room.poll", not: "nobody" },
  { table: "room.poll_item", not: "nobody" },
];
