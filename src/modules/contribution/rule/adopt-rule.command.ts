import { z } from "zod";
import * as mini from "zod/mini";
import type { Json } from "#kernel/canonical-json.ts";
import { addToMonth } from "#kernel/day.ts";
import { inMonth } from "#kernel/fact.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { activityProfile } from "#modules/membership/index.server.ts";
import { defineCommand } from "#platform/command.ts";
import { dayText, optionalId, requiredText } from "#platform/field.ts";
import { mayManage } from "../contribution.policy.ts";
import { monthField } from "../input.ts";
import { lockHead, runsSoFar } from "../run/run.store.ts";
import type { RuleVersionId } from "../tables.ts";
import { checkRule } from "./check-rule.ts";
import { insertVersion } from "./rule.store.ts";
import { type ContributionRule, ruleSchema } from "./rule.ts";

/** The rule as its JSON says it (amounts "40.00", rates in parts per ten thousand). */
const ruleField = z.unknown().transform((value, context): ContributionRule => {
  const parsed = mini.safeDecode(ruleSchema, value as never);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues)
    context.addIssue({ code: "custom", path: issue.path, message: "field.other" });
  return z.NEVER;
});

/**
 * Records the rule that an assembly voted, from a month on. A later version of the same month wins over an earlier one,
 * so a slip is corrected by adopting again. Refuses a month already posted: a new rule never changes a past month.
 */
export const adoptRule = defineCommand({
  name: "contribution.rule.adopt",
  input: z.object({
    effectiveFrom: monthField(),
    resolution: requiredText(200),
    decidedOn: dayText(),
    /** null: the rule of everybody. */
    activityId: optionalId<"activity">(),
    rule: ruleField,
  }),
  async run(context, input): Promise<{ ruleVersionId: RuleVersionId } | Refusal> {
    const { tx, organizationId, actor, today } = context;
    const refusal = mayManage(actor);
    if (refusal) return refusal;
    const [fault] = checkRule(input.rule);
    if (fault) return fault;
    if (input.decidedOn > today) return refuse("invalid", "rule.decidedLater", {}, "decidedOn");
    if (input.activityId !== null && (await activityProfile(tx, organizationId, input.activityId)) === null) {
      return refuse("missing", "contribution.noActivity", {}, "activityId");
    }
    await lockHead(context);
    const { lastMonth } = await runsSoFar(tx, organizationId, input.effectiveFrom);
    if (lastMonth !== null && input.effectiveFrom <= lastMonth) {
      const first = inMonth(addToMonth(lastMonth, 1));
      return refuse("conflict", "rule.monthPosted", { first }, "effectiveFrom");
    }
    const ruleVersionId = context.id<"contributionRule">();
    await insertVersion(context, {
      id: ruleVersionId,
      effectiveFrom: input.effectiveFrom,
      resolution: { reference: input.resolution, decidedOn: input.decidedOn },
      activityId: input.activityId,
      rule: input.rule,
    });
    const rule = mini.encode(ruleSchema, input.rule) as Json;
    const { effectiveFrom, resolution, activityId } = input;
    context.audit({
      subjectKind: "contribution.rule",
      subjectId: ruleVersionId,
      details: { effectiveFrom, resolution, activityId, rule },
    });
    return { ruleVersionId };
  },
});
