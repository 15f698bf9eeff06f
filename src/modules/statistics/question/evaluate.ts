/**
 * What a question says of one person, day by day over the facts themselves: slow, plain, and the reference that the queries
 * of the database are compared with.
 */
import type { Day, Instant } from "#kernel/day.ts";
import { type Fact, stateOn } from "#modules/membership/index.ts";
import { valueText } from "#modules/parcours/index.ts";
import { fold } from "#ui/fold.ts";
import { calendarDays, dayAfter, dayBefore, type Period, wholeYears } from "./period.ts";
import { type Criterion, isGroup, type Node } from "./question.ts";
import { kindOf } from "./subject.ts";

export type Known = {
  readonly facts: readonly Fact[];
  /** Activities that the person takes part in on the last day of the period. */
  readonly activities: number;
  /** Appointments held in the period that they came to. */
  readonly meetings: number;
};

export type Asked = Period & { readonly knownAt: Instant | null };

export function isCounted(node: Node, known: Known, asked: Asked): boolean {
  if (!isGroup(node)) return holds(node, known, asked) !== node.not;
  const answers = node.of.map((each) => isCounted(each, known, asked));
  const answer = node.of.length === 0 || (node.join === "all" ? answers.every(Boolean) : answers.some(Boolean));
  return answer !== node.not;
}

function holds(criterion: Criterion, known: Known, asked: Asked): boolean {
  const { subject, moment } = criterion;
  const { from, to } = asked;
  if (subject === "activities" || subject === "meetings") return inRange(criterion, known[subject]);
  if (subject === "age") {
    const born = valueOn(known, "birth_date", to, asked);
    return born !== "" && inRange(criterion, wholeYears(born as Day, to));
  }
  if (subject === "seniority" || subject === "first_contract") {
    const first = firstContract(known, asked);
    if (first === null) return false;
    return subject === "seniority" ? inRange(criterion, wholeYears(first, to)) : first >= from && first <= to;
  }
  const dimension = subject === "contract_end" ? "contract" : subject;
  const ended = subject === "contract_end" || moment === "ended";
  const isTrue = (day: Day) => fits(criterion, valueOn(known, dimension, day, asked), to);
  if (moment === "at" && !ended) return isTrue(to);
  for (let day = from; day <= to; day = dayAfter(day)) {
    if (!isTrue(day)) continue;
    if (moment === "once") return true;
    if (ended ? !isTrue(dayAfter(day)) : !isTrue(dayBefore(day))) return true;
  }
  return false;
}

function valueOn({ facts }: Known, dimension: string, day: Day, { knownAt }: Asked): string {
  const of = facts.filter((fact) => fact.dimension === dimension);
  return valueText(stateOn(of, day, knownAt).get(dimension)?.value);
}

/** Contracts begin on the day of effect of a fact: the first of these days on which there is one. */
function firstContract(known: Known, asked: Asked): Day | null {
  const days = known.facts.filter(({ dimension }) => dimension === "contract").map(({ effectOn }) => effectOn);
  return days.sort().find((day) => valueOn(known, "contract", day, asked) !== "") ?? null;
}

function inRange({ operator, values: [first = "0", second = "0"] }: Criterion, value: number): boolean {
  if (value < 0) return false;
  if (operator === "at_least") return value >= Number(first);
  if (operator === "at_most") return value <= Number(first);
  return value >= Number(first) && value <= Number(second);
}

function fits({ subject, operator, values }: Criterion, value: string, on: Day): boolean {
  const [first = "", second = ""] = values;
  if (value === "") return false;
  switch (operator) {
    case "in":
      return values.includes(value);
    case "filled":
    case "happened":
      return kindOf(subject) !== "yes" || value === "true";
    case "contains":
      return fold(value).includes(fold(first));
    case "starts":
      return fold(value).startsWith(fold(first));
    case "equals":
      return fold(value) === fold(first);
    case "before":
      return value < first;
    case "after":
      return value > first;
    case "between":
      return value >= first && value <= second;
    case "at_least":
    case "at_most":
    case "range":
      return /^\d+$/.test(value) && inRange({ subject, operator, values, moment: "at", not: false }, Number(value));
    default: {
      const days = calendarDays(operator, on);
      return days !== null && value >= days.from && value <= days.to;
    }
  }
}
