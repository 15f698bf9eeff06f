import { monthOf } from "#kernel/day.ts";
import { toRate } from "#kernel/rate.ts";
import type { CommandContext } from "#platform/command.ts";
import { insertVersion } from "./rule.store.ts";
import { flatRule, TO_BE_VOTED } from "./rule-template.ts";

/**
 * The rule of a new cooperative until its assembly votes one: 10 % of the invoiced turnover, from the month of its
 * creation. The resolution says that it is still to be voted (C. trav. R7331-8).
 */
export async function installDefaultRule(context: CommandContext): Promise<void> {
  await insertVersion(context, {
    id: context.id<"contributionRule">(),
    effectiveFrom: monthOf(context.today),
    resolution: { reference: TO_BE_VOTED, decidedOn: context.today },
    activityId: null,
    rule: flatRule(toRate(1000)),
  });
}
