/** The sentences of what rooms refuse, in both languages. */
import { en as cardEn } from "./card/card.en.ts";
import { fr as cardFr } from "./card/card.fr.ts";
import { en as pollEn } from "./poll/poll.en.ts";
import { fr as pollFr } from "./poll/poll.fr.ts";
import { en as roomEn } from "./room/room.en.ts";
import { fr as roomFr } from "./room/room.fr.ts";

export const roomRefusals = {
  fr: { ...roomFr.refusals, ...cardFr.refusals, ...pollFr.refusals },
  en: { ...roomEn.refusals, ...cardEn.refusals, ...pollEn.refusals },
};
