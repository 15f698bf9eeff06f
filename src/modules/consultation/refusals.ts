/** The sentences of what consultations refuse, in both languages. */
import { en as consultationEn } from "./consultation/consultation.en.ts";
import { fr as consultationFr } from "./consultation/consultation.fr.ts";

import { en as eventEn } from "./event/event.en.ts";
import { fr as eventFr } from "./event/event.fr.ts";
import { en as landscapeEn } from "./landscape/landscape.en.ts";
import { fr as landscapeFr } from "./landscape/landscape.fr.ts";
import { en as positionEn } from "./position/position.en.ts";
import { fr as positionFr } from "./position/position.fr.ts";
import { en as roadmapEn } from "./roadmap/roadmap.en.ts";
import { fr as roadmapFr } from "./roadmap/roadmap.fr.ts";

export const consultationRefusals = {
  fr: {
    ...consultationFr.refusals,
    ...eventFr.refusals,
    ...landscapeFr.refusals,
    ...positionFr.refusals,
    ...roadmapFr.refusals,
  },
  en: {
    ...consultationEn.refusals,
    ...eventEn.refusals,
    ...landscapeEn.refusals,
    ...positionEn.refusals,
    ...roadmapEn.refusals,
  },
};
