/** What a month brings to the engine, beside the rule and the months before it. */
import type { MemberMonth } from "../rule/limit.ts";
import type { Waiver } from "../rule/rule.ts";
import type { MonthFigures } from "./base.ts";

export type MonthInput = {
  readonly figures: MonthFigures;
  readonly member: MemberMonth;
  readonly waivers: readonly Waiver[];
  /** The last month of the activity: a credit is given back, since no month follows. */
  readonly last: boolean;
};
