/** What a computed month leaves to the months after it. Stored with a posted run, never recomputed. */
import type { Month } from "#kernel/day.ts";
import type { Cents } from "#kernel/money.ts";
import type { RuleVersion } from "../rule/rule.ts";

export type PastMonth = {
  readonly month: Month;
  readonly ruleVersionId: RuleVersion["id"];
  readonly base: Cents;
  /** Fixed parts due, waivers deducted. */
  readonly fixed: Cents;
  /** The month's own floor (zero without) and cap (null without): rules by the year add them up. */
  readonly floor: Cents;
  readonly cap: Cents | null;
  /** The month's twelfth of a yearly floor (zero without). */
  readonly yearlyFloor: Cents;
  /** Due before the limits of the year. */
  readonly computed: Cents;
  /** Due after the limits of the year: the `due` of a year's months add up to what the year bears. */
  readonly due: Cents;
  /** Credit left for the following months (zero or negative). */
  readonly carried: Cents;
};
