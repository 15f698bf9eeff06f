import { z } from "zod";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { activityProfile, personNames } from "#modules/membership/index.server.ts";
import { defineCommand } from "#platform/command.ts";
import { dayText, idText, optionalId, requiredText } from "#platform/field.ts";
import { mayManage } from "../contribution.policy.ts";
import { monthField } from "../input.ts";
import type { WaiverId } from "../tables.ts";
import { insertWaiver, insertWithdrawal, listWaivers } from "./waiver.store.ts";

/**
 * Records that an activity, or a person in all of their activities, does not pay a part, the floor or anything for some
 * months: who decided, and why. On months already posted a correcting run gives back the difference.
 */
export const grantWaiver = defineCommand({
  name: "contribution.waiver.grant",
  input: z.object({
    /** One of the two. */
    activityId: optionalId<"activity">(),
    personId: optionalId<"person">(),
    /** "everything", "floor", or the key of a fixed part or of an extra. */
    target: z.string("field.choose").regex(/^[a-z][a-z0-9-]{0,39}$/, "field.choose"),
    from: monthField(),
    until: monthField(),
    reason: requiredText(300),
    decidedBy: requiredText(200),
    decidedOn: dayText(),
  }),
  async run(context, input): Promise<{ waiverId: WaiverId } | Refusal> {
    const { tx, organizationId, actor, today } = context;
    const refusal = mayManage(actor);
    if (refusal) return refusal;
    const { activityId, personId } = input;
    if ((activityId === null) === (personId === null)) return refuse("invalid", "waiver.forWhom", {}, "activityId");
    if (activityId !== null && (await activityProfile(tx, organizationId, activityId)) === null) {
      return refuse("missing", "contribution.noActivity", {}, "activityId");
    }
    if (personId !== null && !(await personNames(tx, organizationId, [personId])).has(personId)) {
      return refuse("missing", "waiver.noPerson", {}, "personId");
    }
    if (input.until < input.from) return refuse("invalid", "waiver.endBeforeStart", {}, "until");
    if (input.decidedOn > today) return refuse("invalid", "rule.decidedLater", {}, "decidedOn");
    const waiverId = context.id<"waiver">();
    await insertWaiver(context, { ...input, id: waiverId });
    const { target, from, until, reason, decidedBy } = input;
    context.audit({
      subjectKind: "contribution.waiver",
      subjectId: waiverId,
      details: { activityId, personId, target, from, until, reason, decidedBy },
    });
    return { waiverId };
  },
});

/** Takes a waiver recorded by mistake out of the reckoning: it stays to be read, and counts nowhere. */
export const withdrawWaiver = defineCommand({
  name: "contribution.waiver.withdraw",
  input: z.object({ waiverId: idText<"waiver">(), reason: requiredText(300) }),
  async run(context, { waiverId, reason }): Promise<{ waiverId: WaiverId } | Refusal> {
    const refusal = mayManage(context.actor);
    if (refusal) return refusal;
    const waivers = await listWaivers(context.tx, context.organizationId);
    if (!waivers.some((waiver) => waiver.id === waiverId)) return refuse("missing", "waiver.missing");
    if (!(await insertWithdrawal(context, waiverId, reason))) return refuse("conflict", "waiver.withdrawnAlready");
    context.audit({ subjectKind: "contribution.waiver", subjectId: waiverId, details: { withdrawn: reason } });
    return { waiverId };
  },
});
