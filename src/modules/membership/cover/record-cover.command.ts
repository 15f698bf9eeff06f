import { sql } from "kysely";
import { z } from "zod";
import type { ActivityId, Id } from "#kernel/id.ts";
import { isRefusal, type Refusal, refuse } from "#kernel/refusal.ts";
import { defineCommand } from "#platform/command.ts";
import { dayText, idText, oneOf, optionalDay, requiredText, ticked } from "#platform/field.ts";
import type { ActivityRefusalCode } from "../activity/activity.fr.ts";
import { activityToChange } from "../activity/update-activity.command.ts";
import type { CoverRefusalCode } from "./cover.fr.ts";
import { COVER_KINDS } from "./cover.ts";

type Refused = Refusal<CoverRefusalCode | ActivityRefusalCode>;

/** Says what the trade of an activity requires: without it, its quotes wait. */
export const requireCovers = defineCommand({
  name: "membership.cover.require",
  input: z.object({ activityId: idText<"activity">(), insurance: ticked(), qualification: ticked() }),
  async run(context, { activityId, insurance, qualification }): Promise<{ activityId: ActivityId } | Refused> {
    const activity = await activityToChange(context, "update", activityId, null);
    if (isRefusal(activity)) return activity;
    await sql`update membership.activity set insurance_required = ${insurance}, qualification_required = ${qualification}
      where organization_id = ${context.organizationId} and id = ${activityId}`.execute(context.tx);
    const details = { insurance, qualification };
    context.audit({ subjectKind: "membership.activity", subjectId: activityId, details });
    return { activityId };
  },
});

/** Records an insurance or a qualification of an activity, as read on its paper. */
export const recordCover = defineCommand({
  name: "membership.cover.record",
  input: z.object({
    activityId: idText<"activity">(),
    kind: oneOf(COVER_KINDS),
    label: requiredText(200),
    startsOn: dayText(),
    endsOn: optionalDay(),
  }),
  async run(context, { activityId, kind, label, startsOn, endsOn }): Promise<{ coverId: Id<"cover"> } | Refused> {
    const activity = await activityToChange(context, "update", activityId, null);
    if (isRefusal(activity)) return activity;
    if (endsOn !== null && endsOn < startsOn) return refuse("invalid", "cover.endBeforeStart", {}, "endsOn");
    const coverId = context.id<"cover">();
    await sql`insert into membership.cover
      (organization_id, id, activity_id, kind, label, starts_on, ends_on, recorded_at, recorded_by)
      values (${context.organizationId}, ${coverId}, ${activityId}, ${kind}, ${label}, ${startsOn}, ${endsOn}, ${context.now},
        ${context.actor.personId})`.execute(context.tx);
    context.audit({
      subjectKind: "membership.cover",
      subjectId: coverId,
      details: { activityId, kind, startsOn, endsOn },
    });
    return { coverId };
  },
});

/** Cancels one recorded by mistake: it stays visible, and covers nothing. */
export const cancelCover = defineCommand({
  name: "membership.cover.cancel",
  input: z.object({ activityId: idText<"activity">(), coverId: idText<"cover">() }),
  async run(context, { activityId, coverId }): Promise<{ coverId: Id<"cover"> } | Refused> {
    const activity = await activityToChange(context, "update", activityId, null);
    if (isRefusal(activity)) return activity;
    const { numAffectedRows } = await sql`update membership.cover set cancelled_at = ${context.now}
      where organization_id = ${context.organizationId} and activity_id = ${activityId} and id = ${coverId}
        and cancelled_at is null`.execute(context.tx);
    if (numAffectedRows !== 1n) return refuse("missing", "cover.missing");
    context.audit({ subjectKind: "membership.cover", subjectId: coverId, details: { activityId } });
    return { coverId };
  },
});
