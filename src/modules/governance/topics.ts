/** What governance tells associates of. Pure. */
import type { Heading, Topic } from "#kernel/topic.ts";
import { en as limitEn } from "./limit/limit.en.ts";
import { fr as limitFr } from "./limit/limit.fr.ts";
import { LIMITS, type LimitKey } from "./limit/limit.ts";

const ASSEMBLY: Heading = {
  key: "governance.assembly",
  words: { fr: "Les assemblées générales", en: "General assemblies" },
  urgent: true,
};

const topic = (key: string, fr: Topic["words"]["fr"], en: Topic["words"]["en"]): Topic => ({
  key: `governance.assembly.${key}`,
  kind: "news",
  heading: ASSEMBLY,
  words: { fr, en },
});

export const ASSEMBLY_CONVENED = topic(
  "convened",
  { sentence: "Convocation à « {title} », le {day} à {time}.", action: "Voir l’ordre du jour" },
  { sentence: "You are called to “{title}”, on {day} at {time}.", action: "See the agenda" },
);
export const ASSEMBLY_CANCELLED = topic(
  "cancelled",
  { sentence: "« {title} », prévue le {day}, n’aura pas lieu.", action: "Voir l’assemblée" },
  { sentence: "“{title}”, planned on {day}, will not take place.", action: "See the assembly" },
);
export const ASSEMBLY_ENCLOSURE = topic(
  "enclosure",
  { sentence: "Un document s’ajoute à « {title} » du {day}.", action: "Le lire" },
  { sentence: "A document is added to “{title}” of {day}.", action: "Read it" },
);
export const ASSEMBLY_MINUTES = topic(
  "minutes",
  { sentence: "Le procès-verbal de « {title} » est publié.", action: "Le lire" },
  { sentence: "The minutes of “{title}” are published.", action: "Read them" },
);

const LIMIT: Heading = {
  key: "governance.limit",
  words: { fr: "Les limites de la loi", en: "The limits of the law" },
  roles: ["direction", "administrator"],
  urgent: true,
};

const limitPassed = (key: LimitKey): Topic => ({
  key: `governance.limit.${key}`,
  kind: "yours",
  heading: LIMIT,
  words: {
    fr: { sentence: `Une limite de la loi est dépassée : ${limitFr.names[key]}.`, action: limitFr.see },
    en: { sentence: `A limit of the law is passed: ${limitEn.names[key]}.`, action: limitEn.see },
  },
});

export const LIMIT_PASSED = Object.fromEntries(LIMITS.map((key) => [key, limitPassed(key)])) as Record<LimitKey, Topic>;

export const governanceTopics: readonly Topic[] = [
  ASSEMBLY_CONVENED,
  ASSEMBLY_CANCELLED,
  ASSEMBLY_ENCLOSURE,
  ASSEMBLY_MINUTES,
  ...Object.values(LIMIT_PASSED),
];
