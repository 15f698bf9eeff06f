/** A question about people: who (a tree of criteria), when, as known when, and how the answer is spread in a table. */
import { z } from "zod";
import { canonicalJson, type Json } from "#kernel/canonical-json.ts";
import { type Day, parseDay } from "#kernel/day.ts";
import { definitionOf, isDimension } from "#modules/parcours/index.ts";
import type { When } from "./period.ts";
import {
  isSubject,
  kindOf,
  type Moment,
  momentsOf,
  type Operator,
  operatorsOf,
  SUBJECTS,
  type SubjectKey,
  valuesAsked,
} from "./subject.ts";

export type Criterion = {
  readonly subject: SubjectKey;
  readonly operator: Operator;
  readonly values: readonly string[];
  readonly moment: Moment;
  readonly not: boolean;
};

export type Group = { readonly join: "all" | "any"; readonly not: boolean; readonly of: readonly Node[] };
export type Node = Criterion | Group;

export type Question = {
  readonly who: Group;
  readonly when: When;
  /** At the end of this day; null: as known now. */
  readonly known: Day | null;
  readonly rows: SubjectKey | null;
  readonly columns: SubjectKey | null;
};

export const EMPTY_GROUP: Group = { join: "all", not: false, of: [] };
export const BLANK: Question = { who: EMPTY_GROUP, when: { kind: "today" }, known: null, rows: null, columns: null };

export function isGroup(node: Node): node is Group {
  return "of" in node;
}

/** What a table may be spread by: what has few values, days by year, ages by band. */
export const AXES: readonly SubjectKey[] = SUBJECTS.filter((subject) => {
  if (!isDimension(subject)) return subject === "age";
  return definitionOf(subject).long !== true && kindOf(subject) !== "event";
});

export type CriterionProblem = "question.value" | "question.day" | "question.number" | "question.order";
const LONGEST = 200;

/** Why a criterion cannot be asked as it stands, or null. */
export function checkCriterion({ subject, operator, values }: Criterion): CriterionProblem | null {
  const asked = valuesAsked(operator);
  if (asked === null ? values.length === 0 : values.length !== asked) return "question.value";
  if (values.some((value) => value === "" || value.length > LONGEST)) return "question.value";
  const kind = kindOf(subject);
  if (kind === "choice" && operator === "in") {
    const choices = isDimension(subject) ? (definitionOf(subject).choices ?? []) : [];
    if (!values.every((value) => choices.includes(value))) return "question.value";
  }
  if (kind === "day" && values.some((value) => parseDay(value) === null)) return "question.day";
  if (kind === "number" && values.some((value) => !/^\d{1,6}$/.test(value))) return "question.number";
  const [first = "", second = ""] = values;
  if (operator === "between" && first > second) return "question.order";
  return operator === "range" && Number(first) > Number(second) ? "question.order" : null;
}

const dayShape = z.string().refine((text) => parseDay(text) !== null) as unknown as z.ZodType<Day>;
const subjectShape = z.string().refine(isSubject) as unknown as z.ZodType<SubjectKey>;
const criterionShape = z
  .object({
    subject: subjectShape,
    operator: z.string() as unknown as z.ZodType<Operator>,
    values: z.array(z.string()).max(60),
    moment: z.string() as unknown as z.ZodType<Moment>,
    not: z.boolean(),
  })
  .refine(
    (one) =>
      operatorsOf(one.subject).includes(one.operator) &&
      momentsOf(one.subject).includes(one.moment) &&
      checkCriterion(one) === null,
  );
const groupShape: z.ZodType<Group> = z.lazy(() =>
  z.object({
    join: z.enum(["all", "any"]),
    not: z.boolean(),
    of: z.array(z.union([criterionShape, groupShape])).max(20),
  }),
);
const axisShape = subjectShape.refine((subject) => AXES.includes(subject)).nullable();
const whenShape = z.union([
  z.object({ kind: z.enum(["today", "this_year", "last_year"]) }),
  z.object({ kind: z.literal("on"), on: dayShape }),
  z.object({ kind: z.literal("during"), from: dayShape, to: dayShape }).refine(({ from, to }) => from <= to),
]);
const questionShape = z.object({
  who: groupShape,
  when: whenShape,
  known: dayShape.nullable(),
  rows: axisShape,
  columns: axisShape,
});

export const MOST_NODES = 40;
const MOST_DEPTH = 5;
const LONGEST_TEXT = 8_000;

function depthOf(node: Node): number {
  return isGroup(node) ? 1 + Math.max(0, ...node.of.map(depthOf)) : 0;
}

export function nodesOf(node: Node): number {
  return isGroup(node) ? 1 + node.of.reduce((sum, each) => sum + nodesOf(each), 0) : 1;
}

/** A question as an address or a sheet keeps it; null when it is not one that we would ask. */
export function readQuestion(value: unknown): Question | null {
  const parsed = questionShape.safeParse(value);
  if (!parsed.success || depthOf(parsed.data.who) > MOST_DEPTH || nodesOf(parsed.data.who) > MOST_NODES) return null;
  return parsed.data as Question;
}

export function parseQuestion(text: string | null): Question | null {
  if (text === null || text === "" || text.length > LONGEST_TEXT) return null;
  try {
    return readQuestion(JSON.parse(text));
  } catch {
    return null;
  }
}

export function questionText(question: Question): string {
  return canonicalJson(question as unknown as Json);
}

/** Spread over rows or columns, a value that nobody filled in. */
export const UNFILLED = "";
export const AGE_BANDS = ["0-25", "26-34", "35-44", "45-54", "55-64", "65-150"] as const;

/** The persons behind a line of a table: the same question, with what the line says. */
export function within(who: Group, axis: SubjectKey | null, value: string): Group {
  if (axis === null) return who;
  return { join: "all", not: false, of: [who, criterionOf(axis, value)] };
}

function criterionOf(subject: SubjectKey, value: string): Criterion {
  const one = { subject, moment: "at", not: false } as const;
  if (subject === "age") {
    if (value === UNFILLED) return { ...one, subject: "birth_date", operator: "filled", values: [], not: true };
    return { ...one, operator: "range", values: value.split("-") };
  }
  const kind = kindOf(subject);
  if (value === UNFILLED || kind === "yes") return { ...one, operator: "filled", values: [], not: value === UNFILLED };
  if (kind === "day") return { ...one, operator: "between", values: [`${value}-01-01`, `${value}-12-31`] };
  if (kind === "text") return { ...one, operator: "equals", values: [value] };
  return { ...one, operator: "in", values: [value] };
}
