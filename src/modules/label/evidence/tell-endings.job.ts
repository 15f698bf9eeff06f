import { seatsOn } from "#modules/network/index.server.ts";
import { notify } from "#modules/notification/index.server.ts";
import type { App } from "#platform/app.ts";
import { withTenant } from "#platform/database/tenant.ts";
import type { OutboxEvent, OutboxHandler } from "#platform/outbox/drain.ts";
import { morningOf } from "#platform/outbox/morning.ts";
import { day } from "#ui/format.ts";
import { ACTION_DUE, CERTIFICATE_ENDING, EVIDENCE_ENDING } from "../topics.ts";
import { warningOf } from "./ending.ts";
import { endingsOn } from "./endings.store.ts";

const TOPIC = { evidence: EVIDENCE_ENDING, action: ACTION_DUE, certificate: CERTIFICATE_ENDING } as const;

/** Of a morning: whoever speaks for a structure is told what runs out, once for each warning. */
export async function tellEndings(
  app: Pick<App, "database" | "clock" | "wake">,
  event: Pick<OutboxEvent, "organizationId" | "payload">,
): Promise<void> {
  const { organizationId } = event;
  const today = morningOf(event);
  await withTenant(app.database, { organizationId, userId: null }, async (tx) => {
    for (const ending of await endingsOn(tx, organizationId, today)) {
      const days = warningOf(ending.kind, ending.on, today);
      if (days === null) continue;
      const seats = await seatsOn(tx, organizationId, today, ending.structureId);
      const { title, structureName: structure } = ending;
      await notify(
        { tx, organizationId, now: app.clock(), actor: null },
        {
          to: seats.map(({ personId }) => personId),
          topic: TOPIC[ending.kind],
          subject: { kind: `label.${ending.kind}`, id: ending.id },
          path: ending.path,
          facts: { title, wording: title, structure, day: day(ending.on) },
          once: `label ${ending.kind} ${ending.id} ${days}`,
        },
      );
    }
  });
  app.wake();
}

export function labelMornings(app: App): OutboxHandler[] {
  return [(event) => tellEndings(app, event)];
}
