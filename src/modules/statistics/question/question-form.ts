/** What the forms of a question mean. A fault names its field. */
import { type Day, parseDay } from "#kernel/day.ts";
import { parseDayInput } from "#ui/parse.ts";
import { WHEN_KINDS, type When } from "./period.ts";
import { type Criterion, type CriterionProblem, checkCriterion } from "./question.ts";
import { isSubject, kindOf, momentsOf, operatorsOf, valuesAsked } from "./subject.ts";

export type Fault = { readonly code: CriterionProblem; readonly field: string };

const text = (form: FormData, name: string) => String(form.get(name) ?? "").trim();
const dayTyped = (form: FormData, name: string, today: Day): Day | null => {
  const typed = text(form, name);
  return parseDay(parseDayInput(typed, today) ?? typed);
};

/** The criterion that a form describes; null when it is about nothing that we know. */
export function criterionOf(form: FormData, today: Day): Criterion | Fault | null {
  const subject = text(form, "subject");
  if (!isSubject(subject)) return null;
  const operator = operatorsOf(subject).find((one) => one === text(form, "operator")) ?? operatorsOf(subject)[0];
  if (operator === undefined) return null;
  const moment = momentsOf(subject).find((one) => one === text(form, "moment")) ?? "at";
  const asked = valuesAsked(operator);
  const typed = ["first", "second"].slice(0, asked ?? 0).map((name) => {
    const value = text(form, name);
    return kindOf(subject) === "day" ? (parseDayInput(value, today) ?? value) : value;
  });
  const ticked = [...form.keys()].filter((name) => name.startsWith("values.")).map((name) => name.slice(7));
  const criterion = { subject, operator, moment, values: asked === null ? ticked : typed, not: false };
  const code = checkCriterion(criterion);
  if (code === null) return criterion;
  const empty = typed.indexOf("");
  return { code, field: asked === null ? "values" : code === "question.order" || empty === 1 ? "second" : "first" };
}

export function isFault(outcome: object): outcome is Fault {
  return "code" in outcome;
}

/** When the question is asked about, and as known when. */
export function whenOf(form: FormData, today: Day): { readonly when: When; readonly known: Day | null } | Fault {
  const kind = WHEN_KINDS.find((one) => one === text(form, "kind")) ?? "today";
  const known = dayTyped(form, "known", today);
  if (known === null && text(form, "known") !== "") return { code: "question.day", field: "known" };
  if (kind === "on") {
    const on = dayTyped(form, "on", today);
    return on === null ? { code: "question.day", field: "on" } : { when: { kind, on }, known };
  }
  if (kind === "during") {
    const [from, to] = [dayTyped(form, "from", today), dayTyped(form, "to", today)];
    if (from === null) return { code: "question.day", field: "from" };
    if (to === null) return { code: "question.day", field: "to" };
    return to < from ? { code: "question.order", field: "to" } : { when: { kind, from, to }, known };
  }
  return { when: { kind }, known };
}
