import { sql } from "kysely";
import type { OrganizationId, PersonId } from "#kernel/id.ts";
import { activitiesOn, addressLinesOf, sitesOf, statesOn } from "#modules/membership/index.server.ts";
import { valueText } from "#modules/parcours/index.ts";
import { agreeingTo } from "#modules/privacy/index.server.ts";
import type { CommandContext } from "#platform/command.ts";
import type { Tx } from "#platform/database/database.ts";
import type { Reader } from "#platform/http/tenant.ts";
import { ratingsOn } from "../evaluation/evaluation.store.ts";
import { findGrid } from "../grid/grid.store.ts";
import { levelName, skillsOf } from "../grid/grid.ts";
import { type Card, type Choice, cardOf, type EntryId, type Known } from "./entry.ts";

export async function writeEntry(
  context: CommandContext,
  choice: Choice,
  /** In words, as given back to the person. */
  skillNames: readonly string[],
): Promise<EntryId> {
  const id = context.id<"directoryEntry">();
  const { trade, presentation, shows, skillIds } = choice;
  await sql`insert into skills.directory_entry
      (organization_id, id, person_id, trade, presentation, shows, skill_ids, skill_names, recorded_at)
    values (${context.organizationId}, ${id}, ${context.actor.personId}, ${trade}, ${presentation},
      ${[...shows]}::text[], ${[...skillIds]}::uuid[], ${[...skillNames]}::text[], ${context.now})`.execute(context.tx);
  return id;
}

/** What these persons last chose. */
async function choicesOf(
  tx: Tx,
  organizationId: OrganizationId,
  persons: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, Choice>> {
  const { rows } = await sql<Choice & { personId: PersonId }>`
    select distinct on (person_id) person_id as "personId", trade, presentation, shows, skill_ids as "skillIds"
      from skills.directory_entry
     where organization_id = ${organizationId} and person_id = any(${[...persons]}::uuid[])
     order by person_id, recorded_at desc, id desc`.execute(tx);
  return new Map(rows.map(({ personId, ...choice }) => [personId, choice]));
}

export async function choiceOf(tx: Tx, organizationId: OrganizationId, personId: PersonId): Promise<Choice | null> {
  return (await choicesOf(tx, organizationId, [personId])).get(personId) ?? null;
}

type Place = Pick<Reader, "tx" | "organizationId" | "today">;

/** What may be shown of these persons, by name; those who left are absent. */
export async function knownOf({ tx, organizationId, today }: Place, persons: readonly PersonId[]): Promise<Known[]> {
  const lines = await addressLinesOf(tx, organizationId, persons);
  const states = await statesOn(tx, organizationId, ["site", "city"], today, null, persons);
  const sites = new Map((await sitesOf(tx, organizationId)).map(({ id, name }) => [id as string, name]));
  const grid = await findGrid(tx, organizationId);
  const levels = new Map<string, number>();
  for (const { personId, side, skillId, level } of await ratingsOn(tx, organizationId, today, persons)) {
    if (side === "self") levels.set(`${personId} ${skillId}`, level);
  }
  return lines.map((line) => ({
    ...line,
    site: sites.get(valueText(states.get(line.personId)?.get("site"))) ?? "",
    town: valueText(states.get(line.personId)?.get("city")),
    skills: (grid === null ? [] : skillsOf(grid)).flatMap(({ id, name }) => {
      const level = levels.get(`${line.personId} ${id}`);
      return grid === null || level === undefined ? [] : [{ id: id as string, name, level: levelName(grid, level) }];
    }),
  }));
}

/** The directory as its readers see it: those who agree today and run an activity, each with what they chose. */
export async function directoryCards(place: Place): Promise<Card[]> {
  const { tx, organizationId, today } = place;
  const agreeing = await agreeingTo(tx, organizationId, "directory");
  const { rows } = await sql<{ id: PersonId }>`select person_id as id
    from (${activitiesOn(organizationId, today)}) active where person_id = any(${[...agreeing]}::uuid[])`.execute(tx);
  const persons = rows.map(({ id }) => id);
  const choices = await choicesOf(tx, organizationId, persons);
  const chosen = persons.filter((personId) => choices.has(personId));
  return (await knownOf(place, chosen)).flatMap((known) => {
    const choice = choices.get(known.personId);
    return choice === undefined ? [] : [cardOf(known, choice)];
  });
}

/** The trade that somebody's file tells, to begin with; "" when it tells none. */
export async function tradeOf({ tx, organizationId, today }: Place, personId: PersonId): Promise<string> {
  const states = await statesOn(tx, organizationId, ["trade"], today, null, [personId]);
  return valueText(states.get(personId)?.get("trade")).slice(0, 80);
}
