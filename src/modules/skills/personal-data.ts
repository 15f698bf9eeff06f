import type { Language } from "#kernel/language.ts";
import type { PersonalTable } from "#kernel/personal-data.ts";
import { en as directoryEn } from "./directory/directory.en.ts";
import { fr as directoryFr } from "./directory/directory.fr.ts";
import { SHOWN_PARTS } from "./directory/entry.ts";
import { en as evaluationEn } from "./evaluation/evaluation.en.ts";
import { fr as evaluationFr } from "./evaluation/evaluation.fr.ts";

/** Whose look it was. */
function sideWords(column: string, side: unknown, language: Language): string | undefined {
  if (column !== "side") return;
  const words = language === "en" ? evaluationEn : evaluationFr;
  return side === "team" ? words.team : words.self;
}

function shownWords(column: string, shows: unknown, language: Language): string | undefined {
  if (column !== "shows" || !Array.isArray(shows)) return;
  const { parts } = language === "en" ? directoryEn : directoryFr;
  return SHOWN_PARTS.filter((part) => shows.includes(part))
    .map((part) => parts[part])
    .join(", ");
}

/** Which tables of skills speak of somebody: where they stand, as both sides said it, and what they chose to show. */
export const skillsPersonalData: readonly PersonalTable[] = [
  {
    table: "skills.evaluation",
    of: "person_id",
    hidden: ["grid_version"],
    words: { fr: "Évaluations de compétences", en: "Evaluations of skills" },
    say: (column, row, language) => sideWords(column, row[column], language),
  },
  {
    table: "skills.rating",
    within: ["evaluation_id", "skills.evaluation"],
    hidden: ["skill_id", "level"],
    words: { fr: "Niveaux évalués", en: "Levels of skills" },
  },
  {
    table: "skills.directory_entry",
    of: "person_id",
    hidden: ["skill_ids"],
    words: { fr: "Fiche de l’annuaire", en: "Directory entry" },
    say: (column, row, language) => shownWords(column, row[column], language),
  },
  { table: "skills.grid_version", not: "nobody" },
];
