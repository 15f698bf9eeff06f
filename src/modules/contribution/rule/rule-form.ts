/**
 * The form of a rule: its fields are named as the rule's JSON ("scale.bands.0.rate"), so that what a check says of a
 * path shows beside its field. Rows left empty are no rows. Read from a form that was sent, or from an address.
 */
import type { Language } from "#kernel/language.ts";
import { parseDecimal, toDecimalString } from "#kernel/money.ts";
import { parsePercent, rateToPercentString } from "#kernel/rate.ts";
import { fold } from "#ui/fold.ts";
import { amountText } from "#ui/format.ts";
import { parseAmount } from "#ui/parse.ts";
import { type ContributionRule, MEMBER_STATUSES, type MemberStatus, type RuleJson } from "./rule.ts";

/** What is typed in each field; absent is empty. */
export type RuleValues = Readonly<Record<string, string>>;

/** Rows read of each list: as many as a rule may hold. */
const ROWS = { bands: 20, parts: 10, cases: 10, extras: 20 } as const;

const TICKED = "oui";
const COUNTED = ["deposits", "disbursements", "subsidies", "internalSales"] as const;
const rows = (count: number) => Array.from({ length: count }, (_, index) => index);

/** The fields of a rule, as a form shows them. */
export function ruleValues(rule: ContributionRule, language: Language): RuleValues {
  const values: Record<string, string> = {
    base: rule.base,
    "scale.mode": rule.scale.mode,
    period: rule.period,
    yearStart: String(rule.yearStart),
    negativeMonth: rule.negativeMonth,
  };
  const percentText = (rate: Parameters<typeof rateToPercentString>[0]) => {
    const text = rateToPercentString(rate).replace(/\.?0+$/, "");
    return language === "fr" ? text.replace(".", ",") : text;
  };
  for (const kind of COUNTED) if (rule.counts[kind]) values[`counts.${kind}`] = TICKED;
  if (rule.thresholds === "elapsed") values.thresholds = TICKED;
  if (rule.scale.mode === "flat") values["scale.rate"] = percentText(rule.scale.rate);
  else {
    rule.scale.bands.forEach(({ below, rate }, index) => {
      values[`scale.bands.${index}.below`] = below === null ? "" : amountText(below, language);
      values[`scale.bands.${index}.rate`] = percentText(rate);
    });
  }
  rule.fixedParts.forEach(({ label, amount }, index) => {
    values[`fixedParts.${index}.label`] = label;
    values[`fixedParts.${index}.amount`] = amountText(amount, language);
  });
  for (const name of ["floor", "cap"] as const) {
    const limit = rule[name];
    if (limit === null) continue;
    values[`${name}.per`] = limit.per;
    values[`${name}.prorata`] = limit.prorata;
    values[`${name}.amount`] = amountText(limit.amount.otherwise, language);
    limit.amount.cases.forEach(({ status, firstMonths, amount }, index) => {
      values[`${name}.cases.${index}.status`] = status ?? "";
      values[`${name}.cases.${index}.firstMonths`] = firstMonths === null ? "" : String(firstMonths);
      values[`${name}.cases.${index}.amount`] = amountText(amount, language);
    });
  }
  rule.extras.forEach(({ label, when, due }, index) => {
    const name = `extras.${index}`;
    values[`${name}.label`] = label;
    values[`${name}.kind`] = due.kind;
    values[`${name}.due`] = due.kind === "amount" ? amountText(due.amount, language) : percentText(due.rate);
    if (when.withoutSalary) values[`${name}.withoutSalary`] = TICKED;
    if (when.underQualiopi) values[`${name}.underQualiopi`] = TICKED;
    values[`${name}.status`] = when.statuses?.[0] ?? "";
  });
  return values;
}

/** The rows to show of a list ("scale.bands"): those filled and one more, `least` of them at least. */
export function shownRows(values: RuleValues, list: string, least: number): number[] {
  const prefix = `${list}.`;
  const last = Object.entries(values)
    .filter(([name, value]) => name.startsWith(prefix) && value !== "")
    .map(([name]) => Number(name.slice(prefix.length).split(".")[0]))
    .reduce((a, b) => Math.max(a, b), -1);
  return rows(Math.min(20, Math.max(least, last + 2)));
}

export type RuleReading = {
  readonly rule: RuleJson;
  /** Codes by field: what could not be read. Empty when the rule can be checked further. */
  readonly errors: Readonly<Record<string, string>>;
};

/** Reads the fields of a form. What cannot be read is told by field and takes a harmless value. */
export function readRule(values: RuleValues, language: Language): RuleReading {
  const errors: Record<string, string> = {};
  const text = (name: string) => (values[name] ?? "").trim().slice(0, 200);
  const ticked = (name: string) => text(name) === TICKED;
  const one = <const T extends readonly string[]>(name: string, choices: T): T[number] =>
    choices.includes(text(name)) ? text(name) : (choices[0] as T[number]);
  const amount = (name: string): string => {
    const read = parseAmount(text(name), language);
    if (read === null) errors[name] = text(name) === "" ? "field.required" : "field.amount";
    else if (read < 0n) errors[name] = "field.negative";
    else if (read > 99_999_999_999_999n) errors[name] = "field.tooLarge";
    return toDecimalString(read === null || errors[name] ? (parseDecimal("0") ?? (0n as never)) : read);
  };
  const rate = (name: string): number => {
    const read = parsePercent(text(name));
    if (read === null) errors[name] = text(name) === "" ? "field.required" : "field.percent";
    else if (read < 0 || read > 10_000) errors[name] = "field.percent";
    return read === null || errors[name] ? 0 : read;
  };
  const filled = (name: string, fields: readonly string[]) => fields.some((field) => text(`${name}.${field}`) !== "");
  const limit = (name: "floor" | "cap"): RuleJson["floor"] => {
    const cases = rows(ROWS.cases)
      .map((index) => `${name}.cases.${index}`)
      .filter((item) => filled(item, ["status", "firstMonths", "amount"]));
    if (text(`${name}.amount`) === "" && cases.length === 0) return null;
    return {
      per: one(`${name}.per`, ["month", "year"]),
      prorata: one(`${name}.prorata`, ["none", "months", "days"]),
      amount: {
        cases: cases.map((item) => ({
          status: statusOf(text(`${item}.status`)),
          firstMonths: wholeNumber(`${item}.firstMonths`, text(`${item}.firstMonths`), errors),
          amount: amount(`${item}.amount`),
        })),
        otherwise: amount(`${name}.amount`),
      },
    };
  };
  const bands = rows(ROWS.bands)
    .map((index) => `scale.bands.${index}`)
    .filter((item) => filled(item, ["below", "rate"]));
  const mode = one("scale.mode", ["flat", "wholeBands", "marginalBands"]);
  const rule: RuleJson = {
    base: one("base", ["invoiced", "collected", "grossMargin"]),
    counts: {
      deposits: ticked("counts.deposits"),
      disbursements: ticked("counts.disbursements"),
      subsidies: ticked("counts.subsidies"),
      internalSales: ticked("counts.internalSales"),
    },
    scale:
      mode === "flat"
        ? { mode, rate: rate("scale.rate") }
        : {
            mode,
            bands: bands.map((item) => ({
              below: text(`${item}.below`) === "" ? null : amount(`${item}.below`),
              rate: rate(`${item}.rate`),
            })),
          },
    period: one("period", ["month", "year"]),
    thresholds: ticked("thresholds") ? "elapsed" : "whole",
    yearStart: Number(one("yearStart", ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"])),
    fixedParts: rows(ROWS.parts)
      .map((index) => `fixedParts.${index}`)
      .filter((item) => filled(item, ["label", "amount"]))
      .map((item) => ({ ...named(item, text(`${item}.label`), errors), amount: amount(`${item}.amount`) })),
    floor: limit("floor"),
    cap: limit("cap"),
    extras: rows(ROWS.extras)
      .map((index) => `extras.${index}`)
      .filter((item) => filled(item, ["label", "due"]))
      .map((item) => {
        const status = statusOf(text(`${item}.status`));
        const kind = one(`${item}.kind`, ["amount", "rate"]);
        return {
          ...named(item, text(`${item}.label`), errors),
          when: {
            withoutSalary: ticked(`${item}.withoutSalary`),
            underQualiopi: ticked(`${item}.underQualiopi`),
            statuses: status === null ? null : [status],
          },
          due: kind === "amount" ? { kind, amount: amount(`${item}.due`) } : { kind, rate: rate(`${item}.due`) },
        };
      }),
    negativeMonth: one("negativeMonth", ["giveBack", "carryOver"]),
  };
  return { rule, errors };
}

function statusOf(text: string): MemberStatus | null {
  return MEMBER_STATUSES.find((status) => status === text) ?? null;
}

function wholeNumber(name: string, text: string, errors: Record<string, string>): number | null {
  if (text === "") return null;
  if (/^[1-9]\d{0,2}$/.test(text)) return Number(text);
  errors[name] = "field.wholeNumber";
  return null;
}

/** The label and the key that waivers name: "Part fixe" is "part-fixe", from one version of the rule to the next. */
function named(name: string, label: string, errors: Record<string, string>): { key: string; label: string } {
  const key = fold(label)
    .replace(/œ/g, "oe")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[^a-z]+/, "")
    .slice(0, 40)
    .replace(/-$/, "");
  if (key === "") errors[`${name}.label`] = "field.required";
  else if (label.length > 80) errors[`${name}.label`] = "field.tooLong";
  return { key: key === "" ? "part" : key, label: label.slice(0, 80) };
}
