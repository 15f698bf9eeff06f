/** Front door of the pure things of the contribution. */
export { type ActivityMonths, compareRules, type RuleComparison, type RuleOf } from "./comparison/compare-rules.ts";
export { baseOf, emptyFigures, type MonthFigures, type SalesFigures } from "./compute/base.ts";
export { type ComputedMonth, computeMonth, computeMonths } from "./compute/compute-contribution.ts";
export type { MonthInput } from "./compute/month-input.ts";
export type { PastMonth } from "./compute/past-month.ts";
export type { Step, StepKey } from "./compute/trace.ts";
export { en } from "./contribution.en.ts";
export { fr } from "./contribution.fr.ts";
export { checkRule, type RuleRefusal } from "./rule/check-rule.ts";
export type { MemberMonth } from "./rule/limit.ts";
export {
  type ContributionRule,
  type MemberStatus,
  type RuleJson,
  type RuleVersion,
  ruleSchema,
  seniorityMonth,
  versionInForce,
  type Waiver,
} from "./rule/rule.ts";
export { flatRule, RULE_TEMPLATES, type RuleTemplateKey } from "./rule/rule-template.ts";
