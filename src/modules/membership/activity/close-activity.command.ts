import { sql } from "kysely";
import { z } from "zod";
import { onDay } from "#kernel/fact.ts";
import type { ActivityId } from "#kernel/id.ts";
import { isRefusal, type Refusal, refuse } from "#kernel/refusal.ts";
import { defineCommand } from "#platform/command.ts";
import { dayText, idText, versionNumber } from "#platform/field.ts";
import type { ActivityRefusalCode } from "./activity.fr.ts";
import { activityToChange } from "./update-activity.command.ts";

type Refused = Refusal<ActivityRefusalCode>;

/** Closes an activity on its last day: nothing is invoiced after it, and those who take part leave that day. */
export const closeActivity = defineCommand({
  name: "membership.activity.close",
  input: z.object({ activityId: idText<"activity">(), version: versionNumber(), closedOn: dayText() }),
  async run(context, { activityId, version, closedOn }): Promise<{ activityId: ActivityId } | Refused> {
    const { tx, organizationId } = context;
    const activity = await activityToChange(context, "close", activityId, version);
    if (isRefusal(activity)) return activity;
    if (activity.closedOn !== null) return refuse("conflict", "activity.closedAlready");
    if (closedOn < activity.openedOn) {
      return refuse("invalid", "activity.closedBeforeOpened", { opened: onDay(activity.openedOn) }, "closedOn");
    }
    const { rows } = await sql<{ later: boolean }>`select exists (select 1 from membership.participation
      where organization_id = ${organizationId} and activity_id = ${activityId} and starts_on > ${closedOn}) as later`.execute(
      tx,
    );
    if (rows[0]?.later) return refuse("conflict", "activity.participationLater", {}, "closedOn");
    await sql`update membership.participation set ends_on = ${closedOn}, version = version + 1
      where organization_id = ${organizationId} and activity_id = ${activityId}
        and (ends_on is null or ends_on > ${closedOn})`.execute(tx);
    await sql`update membership.activity set closed_on = ${closedOn}, version = version + 1
      where organization_id = ${organizationId} and id = ${activityId}`.execute(tx);
    context.audit({ subjectKind: "membership.activity", subjectId: activityId, details: { closedOn } });
    return { activityId };
  },
});

/** Opens a closed activity again. Who takes part is said again, with dates. */
export const reopenActivity = defineCommand({
  name: "membership.activity.reopen",
  input: z.object({ activityId: idText<"activity">(), version: versionNumber() }),
  async run(context, { activityId, version }): Promise<{ activityId: ActivityId } | Refused> {
    const activity = await activityToChange(context, "close", activityId, version);
    if (isRefusal(activity)) return activity;
    if (activity.closedOn === null) return refuse("conflict", "activity.notClosed");
    await sql`update membership.activity set closed_on = null, version = version + 1
      where organization_id = ${context.organizationId} and id = ${activityId}`.execute(context.tx);
    context.audit({ subjectKind: "membership.activity", subjectId: activityId, details: { from: activity.closedOn } });
    return { activityId };
  },
});
