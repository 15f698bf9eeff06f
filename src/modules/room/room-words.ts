/** The words of rooms that a report says again. */
import { en as cardEn } from "./card/card.en.ts";
import { fr as cardFr } from "./card/card.fr.ts";
import { en as pollEn } from "./poll/poll.en.ts";
import { fr as pollFr } from "./poll/poll.fr.ts";
import { en as roomEn } from "./room/room.en.ts";
import { fr as roomFr } from "./room/room.fr.ts";

function said(
  { lanes }: typeof roomFr | typeof roomEn,
  { supportsOne, supportsMany }: typeof cardFr | typeof cardEn,
  { consultative, consultativeHelp, subject, answers }: typeof pollFr | typeof pollEn,
) {
  return { lanes, supportsOne, supportsMany, consultative, consultativeHelp, subject, answers };
}

export const roomWords = { fr: said(roomFr, cardFr, pollFr), en: said(roomEn, cardEn, pollEn) };
