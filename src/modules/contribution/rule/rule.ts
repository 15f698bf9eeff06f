/**
 * A contribution rule: what a general assembly voted (Labour Code R7331-8), as dated data and never as code.
 * base × scale × period, fixed parts, floor, cap, extras. Stored as JSON: amounts as "40.00", rates as parts per
 * ten thousand, so that a person can read the row.
 */
import * as z from "zod/mini";
import type { Day, Month } from "#kernel/day.ts";
import { parseMonth } from "#kernel/day.ts";
import type { ActivityId, Id } from "#kernel/id.ts";
import { type Cents, parseDecimal, toCents, toDecimalString } from "#kernel/money.ts";
import { type Rate, toRate } from "#kernel/rate.ts";

const amount = z.codec(z.string().check(z.regex(/^\d{1,12}\.\d{2}$/)), z.custom<Cents>(isAmount), {
  decode: (text) => parseDecimal(text) ?? toCents(0),
  encode: (value) => toDecimalString(value),
});
const rate = z.codec(z.int().check(z.gte(0), z.lte(10_000)), z.custom<Rate>(Number.isInteger), {
  decode: (value) => toRate(value),
  encode: (value) => value,
});
const label = z.string().check(z.minLength(1), z.maxLength(80));
const key = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,39}$/));

function isAmount(value: unknown): boolean {
  return typeof value === "bigint" && value >= 0n;
}

export const MEMBER_STATUSES = ["cape", "cesa", "associate", "other"] as const;
const status = z.enum(MEMBER_STATUSES);
/** What a person is in the cooperative, as a rule may ask: a CAPE, a CESA not yet associate, an associate. */
export type MemberStatus = (typeof MEMBER_STATUSES)[number];

/** An amount that depends on the person: the first case that fits, else `otherwise`. */
const amountByCase = z.strictObject({
  cases: z
    .array(z.strictObject({ status: z.nullable(status), firstMonths: z.nullable(z.int().check(z.gte(1))), amount }))
    .check(z.maxLength(10)),
  otherwise: amount,
});
export type AmountByCase = z.output<typeof amountByCase>;

/** A floor or a cap. Pro rata of presence: by months (a month begun counts), by days, or none. */
const limit = z.strictObject({
  per: z.enum(["month", "year"]),
  amount: amountByCase,
  prorata: z.enum(["none", "months", "days"]),
});
export type Limit = z.output<typeof limit>;

/** A band holds the bases under `below` (excluded) that the bands before it do not hold; null: no upper bound. */
const band = z.strictObject({ below: z.nullable(amount), rate });
export type Band = z.output<typeof band>;

const scale = z.discriminatedUnion("mode", [
  z.strictObject({ mode: z.literal("flat"), rate }),
  z.strictObject({ mode: z.literal("wholeBands"), bands: z.array(band).check(z.maxLength(20)) }),
  z.strictObject({ mode: z.literal("marginalBands"), bands: z.array(band).check(z.maxLength(20)) }),
]);
export type Scale = z.output<typeof scale>;

/** An extra beside the contribution, outside floor and cap: an amount a month, or a rate of the month's base. */
const extra = z.strictObject({
  key,
  label,
  when: z.strictObject({
    /** Only the months without a salary (accident at work while no salary is paid). */
    withoutSalary: z.boolean(),
    /** Only activities that train under the cooperative's Qualiopi certificate. */
    underQualiopi: z.boolean(),
    /** Only these statuses; null: all. */
    statuses: z.nullable(z.array(status)),
  }),
  due: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("amount"), amount }),
    z.strictObject({ kind: z.literal("rate"), rate }),
  ]),
});
export type Extra = z.output<typeof extra>;

/** The JSON of a rule. `z.decode(ruleSchema, json)` reads it, `z.encode(ruleSchema, rule)` writes it. */
export const ruleSchema = z.strictObject({
  base: z.enum(["invoiced", "collected", "grossMargin"]),
  /** What else enters the base; all false is money.md's default. */
  counts: z.strictObject({
    deposits: z.boolean(),
    disbursements: z.boolean(),
    subsidies: z.boolean(),
    internalSales: z.boolean(),
  }),
  scale,
  period: z.enum(["month", "year"]),
  /** Yearly bands compare the year's base with whole thresholds, or with thresholds × months elapsed ÷ 12 (smoothed). */
  thresholds: z.enum(["whole", "elapsed"]),
  /** First month of the contribution year, 1 to 12. */
  yearStart: z.int().check(z.gte(1), z.lte(12)),
  fixedParts: z.array(z.strictObject({ key, label, amount })).check(z.maxLength(10)),
  floor: z.nullable(limit),
  cap: z.nullable(limit),
  extras: z.array(extra).check(z.maxLength(20)),
  negativeMonth: z.enum(["giveBack", "carryOver"]),
});
export type ContributionRule = z.output<typeof ruleSchema>;
export type RuleJson = z.input<typeof ruleSchema>;
export type RuleBase = ContributionRule["base"];

/** A rule as adopted: from which month, by which resolution, for everybody or for one activity. */
export type RuleVersion = {
  readonly id: Id<"contributionRule">;
  readonly effectiveFrom: Month;
  readonly resolution: { readonly reference: string; readonly decidedOn: Day };
  /** null: the cooperative's default rule. */
  readonly activityId: ActivityId | null;
  readonly rule: ContributionRule;
};

/** A waiver: who decided, why, for which months, of what ("everything", "floor", or the key of a part or extra). */
export type Waiver = {
  readonly target: "everything" | "floor" | (string & {});
  readonly from: Month;
  readonly until: Month | null;
  readonly reason: string;
  readonly decidedBy: string;
  readonly decidedOn: Day;
};

/**
 * The version in force for an activity in a month: its own rule if it has one by then, else the default one; the
 * latest that took effect. For no activity (null): the default one. Null when there is none. A new version never
 * changes a month before its effective month.
 */
export function versionInForce(
  versions: readonly RuleVersion[],
  activityId: ActivityId | null,
  month: Month,
): RuleVersion | null {
  let found: RuleVersion | null = null;
  for (const version of versions) {
    if (version.effectiveFrom > month) continue;
    if (version.activityId !== null && version.activityId !== activityId) continue;
    if (found === null || outranks(version, found)) found = version;
  }
  return found;
}

function outranks(a: RuleVersion, b: RuleVersion): boolean {
  const aOwn = a.activityId !== null;
  if (aOwn !== (b.activityId !== null)) return aOwn;
  // Two versions of one month: the one adopted last (UUIDv7 grow with time).
  return a.effectiveFrom > b.effectiveFrom || (a.effectiveFrom === b.effectiveFrom && a.id > b.id);
}

/** The waiver of a target in a month, if any. A waiver of everything covers each target. */
export function waiverOf(waivers: readonly Waiver[], target: string, month: Month): Waiver | null {
  return (
    waivers.find(
      (waiver) =>
        (waiver.target === target || waiver.target === "everything") &&
        waiver.from <= month &&
        (waiver.until === null || month <= waiver.until),
    ) ?? null
  );
}

/** The first month of the contribution year that holds a month. */
export function yearStartOf(rule: Pick<ContributionRule, "yearStart">, month: Month): Month {
  const year = Number(month.slice(0, 4));
  const start = String(rule.yearStart).padStart(2, "0");
  const inYear = Number(month.slice(5, 7)) >= rule.yearStart;
  const first = parseMonth(`${inYear ? year : year - 1}-${start}`);
  if (first === null) throw new RangeError(`no contribution year for ${month}`);
  return first;
}

/** Months elapsed in the contribution year, this one included: 1 to 12. */
export function elapsedMonths(rule: Pick<ContributionRule, "yearStart">, month: Month): number {
  return ((Number(month.slice(5, 7)) - rule.yearStart + 12) % 12) + 1;
}

/** Which month of presence a month is: 1 for the month of the entry. */
export function seniorityMonth(entry: Day, month: Month): number {
  const months = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
  return months(month) - months(entry) + 1;
}
