/** The coherence of a rule that its shape alone does not give: what a screen refuses before a vote is recorded. */
import { maximum, minimum } from "#kernel/money.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import type { fr } from "../contribution.fr.ts";
import type { AmountByCase, Band, ContributionRule, Limit } from "./rule.ts";

export type RuleRefusal = Refusal<keyof typeof fr.refusals>;

const RESERVED = new Set(["everything", "floor"]);

/** All the faults of a rule, each with its field; empty when the rule can be adopted. */
export function checkRule(rule: ContributionRule): RuleRefusal[] {
  return [...checkBands(rule), ...checkLimits(rule), ...checkKeys(rule)];
}

function checkBands(rule: ContributionRule): RuleRefusal[] {
  const bands: readonly Band[] | null = rule.scale.mode === "flat" ? null : rule.scale.bands;
  if (rule.thresholds === "elapsed" && (bands === null || rule.period === "month")) {
    return [refuse("invalid", "rule.flatSmoothing", {}, "thresholds")];
  }
  if (bands === null) return [];
  if (bands.length === 0) return [refuse("invalid", "rule.bandsMissing", {}, "scale.bands")];
  const faults: RuleRefusal[] = [];
  bands.forEach((band, index) => {
    const position = { position: String(index + 1) };
    const field = `scale.bands.${index}.below`;
    const last = index === bands.length - 1;
    const before = bands[index - 1]?.below ?? null;
    if (last && band.below !== null) faults.push(refuse("invalid", "rule.lastBandNotOpen", {}, field));
    if (!last && band.below === null) faults.push(refuse("invalid", "rule.openBandNotLast", position, field));
    if (band.below !== null && band.below <= (before ?? 0n)) {
      faults.push(refuse("invalid", "rule.bandsNotAscending", position, field));
    }
  });
  return faults;
}

function checkLimits({ floor, cap }: ContributionRule): RuleRefusal[] {
  if (floor === null || cap === null) return [];
  const highestFloor = amounts(floor.amount).reduce((a, b) => maximum(a, b)) * monthsOf(floor);
  const lowestCap = amounts(cap.amount).reduce((a, b) => minimum(a, b)) * monthsOf(cap);
  return highestFloor <= lowestCap ? [] : [refuse("invalid", "rule.floorAboveCap", {}, "floor")];
}

/** Limits of different periods are compared on the year. */
function monthsOf(limit: Limit): bigint {
  return limit.per === "month" ? 12n : 1n;
}

function amounts(value: AmountByCase) {
  return [value.otherwise, ...value.cases.map((item) => item.amount)];
}

function checkKeys({ fixedParts, extras }: ContributionRule): RuleRefusal[] {
  const faults: RuleRefusal[] = [];
  const seen = new Set<string>();
  for (const { key } of [...fixedParts, ...extras]) {
    if (RESERVED.has(key)) faults.push(refuse("invalid", "rule.partKeyReserved", { key }, "fixedParts"));
    if (seen.has(key)) faults.push(refuse("invalid", "rule.partKeyTwice", { key }, "fixedParts"));
    seen.add(key);
  }
  return faults;
}
