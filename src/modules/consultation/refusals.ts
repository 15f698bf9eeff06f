/** The sentences of what consultations refuse, in both languages. */
import { en as consultationEn } from "./consultation/consultation.en.ts";
import { fr as consultationFr } from "./consultation/consultation.fr.ts";

import { en as eventEn } from "./event/event.en.ts";
import { fr as eventFr } from "./event/event.fr.ts";
import { en as roadmapEn } from "./roadmap/roadmap.en.ts";
import { fr as roadmapFr } from "./roadmap/roadmap.fr.ts";

export const consultationRefusals = {
  fr: { ...consultationFr.refusals, ...eventFr.refusals, ...roadmapFr.refusals },
  en: { ...consultationEn.refusals, ...eventEn.refusals, ...roadmapEn.refusals },
};
