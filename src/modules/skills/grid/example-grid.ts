/** The grid that a cooperative may start from: its words are in example.fr.ts, what it expects is here. */
import type { Id } from "#kernel/id.ts";
import type { Language } from "#kernel/language.ts";
import { en } from "./example.en.ts";
import { fr } from "./example.fr.ts";
import type { Grid } from "./grid.ts";

const STAGES = [6, 12, 24] as const;

/** Ranks expected after 6, 12 and 24 months; 0: nothing yet. */
const EXPECTED: Readonly<Record<string, readonly [number, number, number]>> = {
  offer: [2, 3, 3],
  prospect: [2, 2, 3],
  price: [2, 3, 3],
  tender: [0, 2, 2],
  quotes: [2, 3, 3],
  cash: [2, 2, 3],
  results: [0, 2, 3],
  time: [2, 2, 3],
  contracts: [2, 2, 3],
  insurance: [2, 3, 3],
  data: [0, 2, 2],
  status: [2, 2, 3],
  craft: [3, 3, 3],
  safety: [2, 3, 3],
  digital: [2, 2, 3],
  progress: [0, 2, 3],
  network: [2, 2, 3],
  joint: [0, 2, 3],
  governance: [0, 2, 3],
  share: [0, 0, 2],
};

/** With identifiers of its own: from then on the cooperative changes it as it likes. */
export function exampleGrid(language: Language, newId: <Noun extends string>() => Id<Noun>): Grid {
  const words = language === "en" ? en : fr;
  return {
    levels: Object.values(words.levels),
    stages: STAGES,
    domains: Object.values(words.domains).map(({ name, skills }) => ({
      id: newId<"skillDomain">(),
      name,
      skills: Object.entries(skills).map(([key, skill]) => ({
        id: newId<"skill">(),
        ...skill,
        expected: Object.fromEntries(
          STAGES.flatMap((stage, rank) => {
            const level = EXPECTED[key]?.[rank] ?? 0;
            return level === 0 ? [] : [[String(stage), level] as const];
          }),
        ),
      })),
    })),
  };
}

/** Levels and stages of a cooperative that would rather write its own domains. */
export function emptyGrid(language: Language): Grid {
  const words = language === "en" ? en : fr;
  return { levels: Object.values(words.levels), stages: STAGES, domains: [] };
}
