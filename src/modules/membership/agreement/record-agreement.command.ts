import { sql } from "kysely";
import { z } from "zod";
import { canonicalJson } from "#kernel/canonical-json.ts";
import type { Id } from "#kernel/id.ts";
import { isRefusal, type Refusal, refuse } from "#kernel/refusal.ts";
import { defineCommand } from "#platform/command.ts";
import { dayText, idText, optionalDay } from "#platform/field.ts";
import type { ActivityRefusalCode } from "../activity/activity.fr.ts";
import { participationsIn } from "../activity/activity-detail.store.ts";
import { activityToChange } from "../activity/update-activity.command.ts";
import type { AgreementRefusalCode } from "./agreement.fr.ts";
import { readShares } from "./agreement.ts";

type Refused = Refusal<AgreementRefusalCode | ActivityRefusalCode>;
type Recorded = { readonly agreementId: Id<"agreement"> };

/** Records the agreement of those who share an activity: from when, and the part of each. */
export const recordAgreement = defineCommand({
  name: "membership.agreement.record",
  input: z.object({
    activityId: idText<"activity">(),
    startsOn: dayText(),
    endsOn: optionalDay(),
    /** Person → percentage as typed. */
    shares: z.record(idText<"person">(), z.string().max(20)),
  }),
  async run(context, { activityId, startsOn, endsOn, shares }): Promise<Recorded | Refused> {
    const { tx, organizationId } = context;
    const activity = await activityToChange(context, "share", activityId, null);
    if (isRefusal(activity)) return activity;
    if (endsOn !== null && endsOn < startsOn) return refuse("invalid", "agreement.endBeforeStart", {}, "endsOn");
    const people = new Set(
      (await participationsIn(tx, organizationId, activityId))
        .filter((one) => one.endsOn === null || one.endsOn >= startsOn)
        .map(({ personId }) => personId as string),
    );
    const split = readShares(shares);
    const named = Object.keys(shares);
    if (split === null || named.length !== people.size || named.some((personId) => !people.has(personId))) {
      return refuse("invalid", "agreement.shares");
    }
    const agreementId = context.id<"agreement">();
    await sql`insert into membership.agreement
      (organization_id, id, activity_id, starts_on, ends_on, shares, recorded_at, recorded_by)
      values (${organizationId}, ${agreementId}, ${activityId}, ${startsOn}, ${endsOn}, ${canonicalJson(split)}::jsonb,
        ${context.now}, ${context.actor.personId})`.execute(tx);
    const details = { activityId, startsOn, endsOn };
    context.audit({ subjectKind: "membership.agreement", subjectId: agreementId, details });
    return { agreementId };
  },
});

/** Cancels one recorded by mistake: it stays visible, and splits nothing. */
export const cancelAgreement = defineCommand({
  name: "membership.agreement.cancel",
  input: z.object({ activityId: idText<"activity">(), agreementId: idText<"agreement">() }),
  async run(context, { activityId, agreementId }): Promise<Recorded | Refused> {
    const activity = await activityToChange(context, "share", activityId, null);
    if (isRefusal(activity)) return activity;
    const { numAffectedRows } = await sql`update membership.agreement set cancelled_at = ${context.now}
      where organization_id = ${context.organizationId} and activity_id = ${activityId} and id = ${agreementId}
        and cancelled_at is null`.execute(context.tx);
    if (numAffectedRows !== 1n) return refuse("missing", "agreement.missing");
    context.audit({ subjectKind: "membership.agreement", subjectId: agreementId, details: { activityId } });
    return { agreementId };
  },
});
