import { sql } from "kysely";
import { addMonths, type Day, dayIn } from "#kernel/day.ts";
import type { OrganizationId } from "#kernel/id.ts";
import { organizationProfile } from "#modules/membership/index.server.ts";
import type { App } from "#platform/app.ts";
import type { Tx } from "#platform/database/database.ts";
import { withTenant } from "#platform/database/tenant.ts";
import type { OutboxEvent, OutboxHandler } from "#platform/outbox/drain.ts";
import { writeTrace } from "#platform/trace.ts";
import { axesOf, findConsultation, findPhase, phasesOf } from "./consultation/consultation.store.ts";
import { dueOn, refuseOpening } from "./consultation/consultation.ts";
import { closePhaseNow, openPhaseNow, remindNow } from "./consultation/run-phase.store.ts";

/** How a trace names what happens because its day has come. */
const DATES = { userId: "dates of phases", personId: null };

/** Each morning: phases open, call again and close by their dates. Run twice, it finds nothing the second time. */
export async function runPhases(
  app: Pick<App, "database" | "clock" | "wake">,
  { organizationId }: Pick<OutboxEvent, "organizationId">,
): Promise<void> {
  const now = app.clock();
  await withTenant(app.database, { organizationId, userId: null }, async (tx) => {
    const { timeZone } = await organizationProfile(tx, organizationId);
    const today = dayIn(now, timeZone);
    const context = { tx, organizationId, now, today, actor: null };
    for (const { id } of await phasesOf(tx, organizationId)) {
      // Read again each time: closing one may let the next one open.
      const phase = await findPhase(tx, organizationId, id, true);
      const due = phase === null ? null : dueOn(phase, today);
      if (phase === null || due === null) continue;
      const consultation = await findConsultation(tx, organizationId, phase.consultationId, true);
      if (consultation === null) continue;
      if (due === "open") {
        const axes = await axesOf(tx, organizationId, consultation.id);
        const phases = await phasesOf(tx, organizationId, consultation.id);
        if (refuseOpening(phase, phases, axes.length, today) !== null) continue;
        await openPhaseNow(context, consultation, phase);
      } else if (due === "close") await closePhaseNow(context, consultation, phase);
      else if (phase.remindedAt !== null && dayIn(phase.remindedAt, timeZone) === today) continue;
      else await remindNow(context, consultation, phase);
      const fact = { subjectKind: "consultation.phase", subjectId: phase.id, details: { due } };
      await writeTrace(tx, organizationId, DATES, "consultation.phase.come", [fact], [], now);
    }
    await forgetGuests(tx, organizationId, today);
  });
  app.wake();
}

/** Names of those who came without an account are kept for a year after the event; the count stays. */
async function forgetGuests(tx: Tx, organizationId: OrganizationId, today: Day): Promise<void> {
  await sql`update consultation.attendee a set first_name = 'Personne', last_name = 'effacée', email = '', structure_name = ''
    from consultation.event e
    where a.organization_id = ${organizationId} and a.person_id is null and (a.email <> '' or a.first_name <> 'Personne')
      and e.organization_id = a.organization_id and e.id = a.event_id and e.ends_on < ${addMonths(today, -12)}`.execute(
    tx,
  );
}

/** What consultations do each morning. */
export function consultationMornings(app: App): OutboxHandler[] {
  return [(event) => runPhases(app, event)];
}
