import { type Day, parseDay } from "#kernel/day.ts";
import type { PersonId } from "#kernel/id.ts";
import { comingWorkshops } from "#modules/accompaniment/index.server.ts";
import { personNames } from "#modules/membership/index.server.ts";
import type { Reader } from "#platform/http/tenant.ts";
import { parseDayInput } from "#ui/parse.ts";
import { mayKeepGrid } from "../grid/grid.policy.ts";
import { findGrid } from "../grid/grid.store.ts";
import { type SkillId, skillsOf } from "../grid/grid.ts";
import { entriesOf, evaluationsOf, ratingsOn } from "./evaluation.store.ts";
import { counted, expectedAt, type Seen, type Side, stageOn, standingOf, verdictOf, worksOn } from "./evaluation.ts";
import { sideToward } from "./side-toward.store.ts";

const shownRating = (seen: Seen | undefined, side: Side) => {
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
  const entry = (await entriesOf(tx, organizationId, [personId])).get(personId) ?? null;
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
  const order = grid === null ? [] : skillsOf(grid).map(({ id }) => id);
  /** In the order of the grid, then what left it. */
  const rankOf = (skillId: SkillId) => (order.includes(skillId) ? order.indexOf(skillId) : order.length);
  const authors = await personNames(tx, organizationId, [...new Set(evaluations.map(({ by }) => by))]);
  return {
    ...{ slug, today, on, before, entry, stage, domains },
    personId: personId as string,
    name: toward.name,
    side: toward.side,
    keepsGrid: mayKeepGrid(actor) === null,
    levels: grid?.levels ?? null,
    days: [...new Set(evaluations.map((one) => one.on))].sort().reverse(),
    evaluations: evaluations.map(({ id, side, on, by, comment, answers }) => ({
      ...{ id: id as string, side, on, by: authors.get(by) ?? "", comment },
      answers: [...answers].sort((a, b) => rankOf(a.skillId) - rankOf(b.skillId)),
    })),
    domain: domains.find(({ id }) => id === search.get("domaine"))?.id ?? null,
  };
}

export type SkillsData = Exclude<Awaited<ReturnType<typeof readSkills>>, { readonly refused: true }>;
