import { sql } from "kysely";
import { type Day, parseDay } from "#kernel/day.ts";
import type { PersonId } from "#kernel/id.ts";
import { activitiesOn, heldSpans, personsReached, personsWithin, sitesOf } from "#modules/membership/index.server.ts";
import type { Reader } from "#platform/http/tenant.ts";
import { parseDayInput } from "#ui/parse.ts";
import { EVALUATORS } from "../evaluation/evaluation.policy.ts";
import { entriesOf, ratingsOn } from "../evaluation/evaluation.store.ts";
import { type Rating, type Standing, standingOf } from "../evaluation/evaluation.ts";
import { groupOf, type Horizon, SPREADS, type Spread, type Subject } from "./need.ts";

export type Asked = {
  readonly on: Day;
  readonly horizon: Horizon;
  readonly spread: Spread;
  readonly site: string;
  readonly tradeDomain: string;
};

/** What the address asks. */
export function needAsked(search: URLSearchParams, today: Day): Asked {
  return {
    on: parseDay(parseDayInput(search.get("au") ?? "", today) ?? "") ?? today,
    horizon: search.get("attendu") === "prochain" ? "next" : "now",
    spread: SPREADS.find((spread) => spread === search.get("par")) ?? "lieu",
    site: search.get("lieu") ?? "",
    tradeDomain: search.get("metier") ?? "",
  };
}

const idsOf = (people: readonly { readonly personId: PersonId }[]): PersonId[] =>
  people.map(({ personId }) => personId);

/** Those within the reader's reach who were under contract or took part in an activity on that day. */
async function subjectsOn({ tx, actor, organizationId }: Reader, on: Day): Promise<Subject[]> {
  const held = (dimension: string) => sql`(select distinct on (person_id) person_id, value
    from (${heldSpans(organizationId, dimension, null, true)}) spans
    where starts_on <= ${on} and ends_on >= ${on} and value <> '' order by person_id, starts_on desc)`;
  const { rows } = await sql<Omit<Subject, "entry">>`
    select p.person_id as "personId", coalesce(site.value, '') as site, coalesce(domain.value, '') as "tradeDomain",
           coalesce(trade.value, '') as trade
      from (${personsWithin(actor, EVALUATORS, null)}) p
      left join ${held("contract")} contract using (person_id)
      left join (${activitiesOn(organizationId, on)}) active using (person_id)
      left join ${held("site")} site using (person_id)
      left join ${held("trade_domain")} domain using (person_id)
      left join ${held("trade")} trade using (person_id)
     where contract.value is not null or active.activities > 0`.execute(tx);
  const entries = await entriesOf(tx, organizationId, idsOf(rows));
  return rows.map((row) => ({ ...row, entry: entries.get(row.personId) ?? null }));
}

/** Those who are here on the day, within the filters of the address, and where each of them stands. */
export async function peopleOn(reader: Reader, asked: Asked) {
  const { tx, actor, organizationId } = reader;
  const here = await subjectsOn(reader, asked.on);
  const subjects = here.filter(
    ({ site, tradeDomain }) =>
      (asked.site === "" || site === asked.site) && (asked.tradeDomain === "" || tradeDomain === asked.tradeDomain),
  );
  const ratings = new Map<PersonId, Rating[]>();
  for (const { personId, ...rating } of await ratingsOn(tx, organizationId, asked.on, idsOf(subjects))) {
    const known = ratings.get(personId);
    if (known === undefined) ratings.set(personId, [rating]);
    else known.push(rating);
  }
  const standings = new Map<PersonId, Standing>([...ratings].map(([personId, own]) => [personId, standingOf(own)]));
  return {
    subjects,
    standings,
    sites: Object.fromEntries((await sitesOf(tx, organizationId)).map(({ id, name }) => [id as string, name])),
    /** The groups there are, for the columns and the filters. */
    groups: [...new Set(subjects.map((subject) => groupOf(subject, asked.spread)))],
    tradeDomains: [...new Set(here.map(({ tradeDomain }) => tradeDomain))].filter((value) => value !== "").sort(),
    limited: (await personsReached(tx, actor, EVALUATORS)) !== "all",
  };
}
