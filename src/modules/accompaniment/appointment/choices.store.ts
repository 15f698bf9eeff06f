import { visibleActivities } from "#kernel/actor.ts";
import { activitiesOf } from "#modules/membership/index.server.ts";
import type { Reader } from "#platform/http/tenant.ts";
import { fundedActions } from "../setup/funded-action.store.ts";
import type { AppointmentChoices } from "./appointment-fields.view.tsx";

/** What an appointment may speak of, for whoever gives it. */
export async function appointmentChoices({ tx, actor, organizationId }: Reader): Promise<AppointmentChoices> {
  const activities = await activitiesOf(tx, organizationId, visibleActivities(actor));
  const actions = await fundedActions(tx, organizationId);
  return {
    activities: activities.map(({ id, name }) => ({ value: id, label: name })),
    fundedActions: actions
      .filter(({ archivedAt }) => archivedAt === null)
      .map(({ id, name }) => ({ value: id, label: name })),
  };
}
