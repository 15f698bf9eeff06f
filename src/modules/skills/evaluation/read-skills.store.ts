import { type Day, parseDay } from "#kernel/day.ts";
import type { PersonId } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { comingWorkshops } from "#modules/accompaniment/index.server.ts";
import { personNames, reachesPerson } from "#modules/membership/index.server.ts";
import type { Reader } from "#platform/http/tenant.ts";
import { parseDayInput } from "#ui/parse.ts";
import { mayKeepGrid } from "../grid/grid.policy.ts";
import { findGrid } from "../grid/grid.store.ts";
import { type Grid, type GridVersion, levelName } from "../grid/grid.ts";
import type { EvaluationRefusalCode } from "./evaluation.fr.ts";
import { EVALUATORS, mayEvaluate, sideOf } from "./evaluation.policy.ts";
import { type EvaluationLine, entryOf, evaluationsOf, ratingsOn } from "./evaluation.store.ts";
import { counted, expectedAt, type Seen, stageOn, standingOf, verdictOf, worksOn } from "./evaluation.ts";

/** From which side the reader looks at this person; a refusal for whoever may not. */
export async function sideToward(
  { tx, actor, organizationId }: Pick<Reader, "tx" | "actor" | "organizationId">,
  personId: PersonId | null,
): Promise<Refusal<EvaluationRefusalCode> | { readonly side: "self" | "team"; readonly name: string }> {
  if (personId === null) return refuse("missing", "evaluation.personMissing");
  const facts = { self: actor.personId === personId, reached: await reachesPerson(tx, actor, EVALUATORS, personId) };
  const refusal = mayEvaluate(facts);
  if (refusal) return refusal;
  const name = (await personNames(tx, organizationId, [personId])).get(personId);
  return name === undefined ? refuse("missing", "evaluation.personMissing") : { side: sideOf(facts) ?? "self", name };
}

const shownRating = (seen: Seen | undefined, side: "self" | "team") => {
  const rating = seen?.[side];
  return rating === undefined ? null : { level: rating.level, on: rating.on, note: rating.note };
};

/** Everything the page of somebody's skills shows, on the days that its address asks for. */
export async function readSkills(reader: Reader, personId: PersonId, search: URLSearchParams) {
  const { tx, actor, organizationId, slug, today } = reader;
  const toward = await sideToward(reader, personId);
  if ("refused" in toward) return toward;
  const grid = await findGrid(tx, organizationId);
  const evaluations = await evaluationsOf(tx, organizationId, personId);
  const entry = await entryOf(tx, organizationId, personId);
  const asked = (name: string) => parseDay(parseDayInput(search.get(name) ?? "", today) ?? "");
  const on = asked("au") ?? today;
  const before = asked("depuis");
  const read = async (day: Day) => standingOf(await ratingsOn(tx, organizationId, day, [personId]));
  const [now, then] = [await read(on), before === null ? null : await read(before)];
  const stages = grid?.stages ?? [];
  const stage = stageOn(stages, entry, on);
  const workshops = grid === null ? [] : await comingWorkshops(reader);
  const domains = (grid?.domains ?? []).map(({ id, name, skills }) => ({
    id: id as string,
    name,
    skills: skills.map((skill) => {
      const seen = now.get(skill.id);
      const expected = expectedAt(skill, stages, stage.reached);
      const next = expectedAt(skill, stages, stage.next);
      const level = counted(seen)?.level ?? null;
      const verdict = verdictOf(level, expected);
      const soon = verdict !== "under" && verdictOf(level, next) === "under";
      return {
        id: skill.id as string,
        name: skill.name,
        description: skill.description,
        themes: skill.themes,
        ...{ expected, next, verdict, soon, level },
        self: shownRating(seen, "self"),
        team: shownRating(seen, "team"),
        before: then === null ? null : (counted(then.get(skill.id))?.level ?? null),
        workshops: verdict === "under" || soon ? workshops.filter((one) => worksOn(skill, one)).slice(0, 3) : [],
      };
    }),
  }));
  const authors = await personNames(tx, organizationId, [...new Set(evaluations.map(({ by }) => by))]);
  return {
    ...{ slug, today, on, before, entry, stage, domains },
    personId: personId as string,
    name: toward.name,
    side: toward.side,
    keepsGrid: mayKeepGrid(actor) === null,
    levels: grid?.levels ?? null,
    days: [...new Set(evaluations.map((one) => one.on))].sort().reverse(),
    evaluations: await inTheirWords(reader, grid, evaluations, authors),
    domain: domains.find(({ id }) => id === search.get("domaine"))?.id ?? null,
  };
}

/** Each evaluation in the words of the grid of its day. */
async function inTheirWords(
  { tx, organizationId }: Reader,
  current: GridVersion | null,
  evaluations: readonly EvaluationLine[],
  authors: ReadonlyMap<PersonId, string>,
) {
  const versions = new Map<number, Grid>(current === null ? [] : [[current.version, current]]);
  for (const { gridVersion } of evaluations) {
    if (versions.has(gridVersion)) continue;
    const grid = await findGrid(tx, organizationId, gridVersion);
    if (grid !== null) versions.set(gridVersion, grid);
  }
  return evaluations.map(({ id, side, on, by, comment, gridVersion, ratings }) => {
    const grid = versions.get(gridVersion);
    return {
      ...{ id: id as string, side, on, comment },
      by: authors.get(by) ?? "",
      answers: (grid?.domains ?? []).flatMap(({ skills }) =>
        skills.flatMap((skill) => {
          const rating = ratings.find(({ skillId }) => skillId === skill.id);
          if (rating === undefined || grid === undefined) return [];
          return [{ skill: skill.name, level: levelName(grid, rating.level), note: rating.note }];
        }),
      ),
    };
  });
}

export type SkillsData = Exclude<Awaited<ReturnType<typeof readSkills>>, { readonly refused: true }>;
