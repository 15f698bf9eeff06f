import { type RawBuilder, sql } from "kysely";
import type { OrganizationId } from "#kernel/id.ts";
import { heldMeetings } from "#modules/accompaniment/index.server.ts";
import { activitiesOn, heldSpans, type RowsOf } from "#modules/membership/index.server.ts";
import { definitionOf, isDimension } from "#modules/parcours/index.ts";
import type { Asked } from "./evaluate.ts";
import { bornFor, calendarDays } from "./period.ts";
import type { Criterion } from "./question.ts";
import { kindOf, type SubjectKey } from "./subject.ts";

type Condition = RawBuilder<boolean>;

/** Enough for anybody's age and for any number of years in a cooperative. */
const MOST = 998;

/** The spans of a dimension, from an index when its values are short. */
export function spansOf(organizationId: OrganizationId, dimension: string, { knownAt }: Asked): RowsOf {
  const long = isDimension(dimension) && definitionOf(dimension).long === true;
  return heldSpans(organizationId, dimension, knownAt, !long);
}

/**
 * The persons (person_id) of whom a criterion is true, its negation left aside: `evaluate.ts` says the same, day by day. Each
 * is one set, read at once; sets are put together in question-set.store.ts. None holds anybody who was not there at the moment
 * asked about, or was taken back since: `everybody` holds the others.
 */
export function criterionSet(
  organizationId: OrganizationId,
  criterion: Criterion,
  asked: Asked,
  everybody: RowsOf,
): RowsOf {
  const { subject, moment } = criterion;
  const { from, to } = asked;
  const spans = (dimension: string) => spansOf(organizationId, dimension, asked);
  if (subject === "activities" || subject === "meetings") {
    const counted =
      subject === "activities" ? activitiesOn(organizationId, to) : heldMeetings(organizationId, from, to);
    const many = sql.ref(`a.${subject}`);
    const those = (condition: RawBuilder<unknown>) => sql`select person_id from (${counted}) a where ${condition}`;
    if (rangeOf(criterion).least > 0) return sql`(${everybody}) intersect (${those(between(many, criterion))})`;
    // Nobody is in a table that counts nothing of them: those who have none are everybody else.
    return sql`(${everybody}) except (${those(sql`not ${between(many, criterion)}`)})`;
  }
  if (subject === "age") {
    const { least, most } = rangeOf(criterion);
    const { after, until } = bornFor(to, least, most);
    return sql`select person_id from (${spans("birth_date")}) s
      where starts_on <= ${to} and ends_on >= ${to} and value > ${after} and value <= ${until} and value <> ''`;
  }
  if (subject === "seniority" || subject === "first_contract") {
    const { least, most } = rangeOf(criterion);
    const { after, until } = bornFor(to, least, most);
    const began =
      subject === "first_contract"
        ? sql`min(starts_on) between ${from} and ${to}`
        : sql`min(starts_on)::text collate "C" > ${after} and min(starts_on)::text collate "C" <= ${until}`;
    return sql`select person_id from (${spans("contract")}) s where value <> '' group by person_id having ${began}`;
  }
  const dimension = subject === "contract_end" ? "contract" : subject;
  const truth = truthOf(criterion, asked);
  const all = spans(dimension);
  if (subject === "contract_end" || moment === "ended") {
    return sql`select s.person_id from (${all}) s where ${truth} and s.ends_on between ${from} and ${to}
      and not exists (select from (${all}) n
        where n.person_id = s.person_id and n.starts_on = s.ends_on + 1 and ${truthOf(criterion, asked, "n")})`;
  }
  if (moment === "began") {
    return sql`select s.person_id from (${all}) s where ${truth} and s.starts_on between ${from} and ${to}
      and not exists (select from (${all}) b
        where b.person_id = s.person_id and b.ends_on = s.starts_on - 1 and ${truthOf(criterion, asked, "b")})`;
  }
  const since = moment === "once" ? from : to;
  return sql`select s.person_id from (${all}) s where ${truth} and s.starts_on <= ${to} and s.ends_on >= ${since}`;
}

function rangeOf({ operator, values: [first = "0", second = "0"] }: Criterion): { least: number; most: number } {
  if (operator === "at_least") return { least: Number(first), most: MOST };
  if (operator === "at_most") return { least: 0, most: Math.min(MOST, Number(first)) };
  return { least: Number(first), most: Math.min(MOST, Number(second)) };
}

function between(value: RawBuilder<unknown>, criterion: Criterion): Condition {
  const { least, most } = rangeOf(criterion);
  return sql<boolean>`(${value} between ${least} and ${most})`;
}

/** Whether a value is what the criterion asks, for the spans of this name. */
function truthOf(criterion: Criterion, { to }: Asked, name = "s"): Condition {
  const { subject, operator, values } = criterion;
  const value = sql.ref(`${name}.value`);
  const [first = "", second = ""] = values;
  const folded = (text: RawBuilder<unknown>) => sql`unaccent(lower(${text}))`;
  switch (operator) {
    case "in":
      return sql<boolean>`${value} = any(${[...values]}::text[])`;
    case "filled":
    case "happened":
      return kindOf(subject as SubjectKey) === "yes" ? sql<boolean>`${value} = 'true'` : sql<boolean>`${value} <> ''`;
    case "contains":
      return sql<boolean>`strpos(${folded(value)}, ${folded(sql`${first}`)}) > 0`;
    case "starts":
      return sql<boolean>`starts_with(${folded(value)}, ${folded(sql`${first}`)})`;
    case "equals":
      return sql<boolean>`${folded(value)} = ${folded(sql`${first}`)}`;
    case "before":
      return sql<boolean>`${value} < ${first} and ${value} <> ''`;
    case "after":
      return sql<boolean>`${value} > ${first}`;
    case "between":
      return sql<boolean>`${value} between ${first} and ${second}`;
    case "at_least":
    case "at_most":
    case "range":
      return sql<boolean>`case when ${value} ~ '^[0-9]{1,9}$' then ${between(sql`${value}::bigint`, criterion)} else false end`;
    default: {
      const days = calendarDays(operator, to);
      return days === null ? sql<boolean>`false` : sql<boolean>`${value} between ${days.from} and ${days.to}`;
    }
  }
}
