/** The sentences of what governance refuses, in both languages. */
import { en as assemblyEn } from "./assembly/assembly.en.ts";
import { fr as assemblyFr } from "./assembly/assembly.fr.ts";
import { en as associateEn } from "./associate/associate.en.ts";
import { fr as associateFr } from "./associate/associate.fr.ts";
import { en as enclosureEn } from "./enclosure/enclosure.en.ts";
import { fr as enclosureFr } from "./enclosure/enclosure.fr.ts";
import { en as limitEn } from "./limit/limit.en.ts";
import { fr as limitFr } from "./limit/limit.fr.ts";
import { en as minutesEn } from "./minutes/minutes.en.ts";
import { fr as minutesFr } from "./minutes/minutes.fr.ts";
import { en as articlesEn } from "./setup/articles.en.ts";
import { fr as articlesFr } from "./setup/articles.fr.ts";
import { en as shareEn } from "./share/share.en.ts";
import { fr as shareFr } from "./share/share.fr.ts";

export const governanceRefusals = {
  fr: {
    ...articlesFr.refusals,
    ...associateFr.refusals,
    ...shareFr.refusals,
    ...assemblyFr.refusals,
    ...enclosureFr.refusals,
    ...limitFr.refusals,
    ...minutesFr.refusals,
  },
  en: {
    ...articlesEn.refusals,
    ...associateEn.refusals,
    ...shareEn.refusals,
    ...assemblyEn.refusals,
    ...enclosureEn.refusals,
    ...limitEn.refusals,
    ...minutesEn.refusals,
  },
};
