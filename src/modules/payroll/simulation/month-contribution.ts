/** The contribution that one month's turnover bears under a rule: what the way from a wished pay needs. */
import type { Day, Month } from "#kernel/day.ts";
import type { Cents } from "#kernel/money.ts";
import {
  computeMonth,
  emptyFigures,
  type MemberMonth,
  type RuleVersion,
  seniorityMonth,
} from "#modules/contribution/index.ts";
import type { ContributionOn } from "./turnover.ts";

/**
 * The month is taken alone, invoiced and collected at once: what the year already brought (bands, caps, catch-up) is
 * not counted. The direct costs are production costs, which only a rule on the margin looks at. Extras are counted.
 */
export function contributionOnMonth(
  version: RuleVersion,
  { month, since, directCosts }: { readonly month: Month; readonly since: Day; readonly directCosts: Cents },
): ContributionOn {
  const empty = emptyFigures(month);
  const member: MemberMonth = {
    status: "cesa",
    seniorityMonth: seniorityMonth(since, month),
    salaryPaid: true,
    underQualiopi: false,
    present: { from: since, until: null },
  };
  return (turnover) => {
    const sales = { ...empty.invoiced, sales: turnover };
    const figures = { ...empty, invoiced: sales, collected: sales, productionCosts: directCosts };
    return computeMonth(version, { figures, member, waivers: [], last: false }, []).total;
  };
}
