import { addDays, addMonths, type Day, type Instant, toDay } from "#kernel/day.ts";
import type { PersonId } from "#kernel/id.ts";
import { evaluateSkills, findGrid, showOneself, startGrid } from "#modules/skills/index.server.ts";
import { type Grid, skillsOf } from "#modules/skills/index.ts";
import { at, STORY_START, workingDayBefore } from "./calendar.ts";
import { chanceOf } from "./chance.ts";
import { ENTREPRENEURS, FOLLOWERS, FOUNDER, type PersonKey } from "./people.ts";
import type { Stage } from "./stage.job.ts";

/** Everybody is there by then. */
const SETTLED = addDays(STORY_START, 45);

/** Who took stock, and how many days before the end of the story; the team looked two weeks later. */
const TOOK_STOCK: readonly (readonly [PersonKey, readonly number[]])[] = [
  ["samira", [250, 41]],
  ["yann", [180]],
  ["aicha", [160]],
  ["paul", [90]],
  ["fatou", [75]],
  ["mei", [120, 30]],
  ["loic", [60]],
  ["ahmed", [58]],
  ["tomasz", [52]],
  ["rosa", [80]],
  ["solene", [110]],
  ["hugo", [48]],
  ["anouk", [45]],
  ["elise", [100]],
  ["kevin", [40]],
];

/** What people find harder than the rest, and what comes by itself. */
const HARDER: readonly [RegExp, number][] = [
  [/appel d’offres/, -1.1],
  [/trésorerie|résultats/, -0.7],
  [/données/, -0.8],
  [/métier/, 0.8],
  [/prix/, -0.4],
];

type Shown = {
  readonly trade: string;
  readonly presentation: string;
  readonly shows: readonly string[];
  readonly skills: RegExp;
};
/** What some of them show to the others; the rest show nothing, as everybody at first. */
const SHOWN: Readonly<Record<PersonKey, Shown>> = {
  samira: {
    trade: "Plomberie, salles de bains",
    presentation:
      "Rénovation de salles de bains et dépannage. Je cherche carreleur et électricien pour des chantiers complets.",
    shows: ["site", "town", "email", "phone"],
    skills: /Maîtriser|devis|plusieurs/,
  },
  ahmed: {
    trade: "Électricité",
    presentation: "Mise aux normes, bornes de recharge, petits tertiaires.",
    shows: ["site", "email", "phone"],
    skills: /Maîtriser|sécurité/,
  },
  rosa: {
    trade: "Carrelage et faïence",
    presentation: "Pose de sols et de salles d’eau, matériaux de réemploi quand c’est possible.",
    shows: ["site", "email"],
    skills: /Maîtriser|plusieurs/,
  },
  yann: {
    trade: "Formation bureautique",
    presentation: "Formations sur mesure pour collectivités et associations.",
    shows: ["site", "email"],
    skills: /appel d’offres|transmettre|offre/i,
  },
  fatou: {
    trade: "Formation, prise de parole",
    presentation: "Parler en public, conduire une réunion.",
    shows: ["site", "town", "email"],
    skills: /offre|transmettre/i,
  },
  hugo: {
    trade: "Illustration",
    presentation: "Livres jeunesse, affiches, facilitation graphique.",
    shows: ["email"],
    skills: /numériques|clients/,
  },
  elise: {
    trade: "Photographie, traduction",
    presentation: "Reportages d’entreprise, portraits, traduction de sites.",
    shows: ["site", "town", "email"],
    skills: /numériques|offre/,
  },
};

/** The grid of the house, where some people stand in it, seen by both sides, and what a few of them show. */
export async function growSkills(stage: Stage, now: Instant): Promise<void> {
  const today = toDay(now.slice(0, 10));
  await stage.run("skills:grid", FOUNDER.key, at(SETTLED, 8), startGrid, { language: "fr", example: "oui" });
  const grid = await stage.read((tx) => findGrid(tx, stage.organizationId));
  if (grid === null) return;
  for (const [key, before] of TOOK_STOCK) {
    const person = ENTREPRENEURS.find((one) => one.key === key);
    if (person === undefined || !stage.isDone(`person:${key}`)) continue;
    const { personId } = stage.answer<{ personId: PersonId }>(`person:${key}`);
    const since = toDay(person.since);
    for (const [rank, days] of before.entries()) {
      const day = workingDayBefore(addDays(today, -days));
      if (day <= SETTLED || day <= addDays(since, 30)) continue;
      const given = { personId, gridVersion: grid.version };
      const own = levelsOf(grid, key, since, day, 0.35 + rank * 0.6);
      await stage.run(`skills:${key}:${rank}`, key, at(day, 12), evaluateSkills, { ...given, levels: own });
      const adviser = FOLLOWERS[person.site];
      if (!stage.isDone(`team:${adviser}`) || days < 40) continue;
      const met = workingDayBefore(addDays(day, 14));
      const seen = levelsOf(grid, key, since, day, -0.1 + rank * 0.6);
      await stage.run(`skills:${key}:${rank}:team`, adviser, at(met, 15), evaluateSkills, {
        ...{ ...given, levels: seen },
        comment: rank === 0 ? "Vu ensemble pendant le rendez-vous. À reprendre dans six mois." : "",
      });
    }
    await show(stage, grid, key, workingDayBefore(addDays(today, -20)));
  }
}

/** A level for each skill: it grows with time, and each has their own strengths. `kind`: one sees oneself a little higher, and learns from one time to the next. */
function levelsOf(grid: Grid, key: PersonKey, since: Day, day: Day, kind: number): Record<string, string> {
  const known = [6, 12, 24].filter((months) => addMonths(since, months) <= day).length;
  return Object.fromEntries(
    skillsOf(grid).map(({ id, name }) => {
      const own = chanceOf(`skill:${key}:${name}`).next() * 1.6 - 0.8;
      const harder = HARDER.find(([words]) => words.test(name))?.[1] ?? 0;
      const level = Math.round(1.45 + known * 0.45 + own + harder + kind);
      return [id, String(Math.min(grid.levels.length, Math.max(1, level)))];
    }),
  );
}

async function show(stage: Stage, grid: Grid, key: PersonKey, day: Day): Promise<void> {
  const shown = SHOWN[key];
  if (shown === undefined || day <= SETTLED) return;
  const skillIds = skillsOf(grid)
    .filter(({ name }) => shown.skills.test(name))
    .map(({ id }) => id);
  const { trade, presentation, shows } = shown;
  await stage.run(`skills:${key}:directory`, key, at(day, 13), showOneself, {
    ...{ agreed: "oui", trade, presentation, shows, skillIds },
  });
}
