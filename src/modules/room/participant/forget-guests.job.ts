/** Names of guests go thirty days after the closing of their room: what was said stays, under no name. */
import { sql } from "kysely";
import { addDays } from "#kernel/day.ts";
import type { App } from "#platform/app.ts";
import { withTenant } from "#platform/database/tenant.ts";
import type { OutboxHandler } from "#platform/outbox/drain.ts";
import { morningOf } from "#platform/outbox/morning.ts";
import { writeTrace } from "#platform/trace.ts";

const KEPT_DAYS = 30;

/** Looked at each morning; a morning that comes twice finds nothing more to do. */
export function forgetGuests(app: Pick<App, "database" | "clock">): OutboxHandler {
  return (event) => {
    const { organizationId } = event;
    const before = addDays(morningOf(event), -KEPT_DAYS);
    return withTenant(app.database, { organizationId, userId: null }, async (tx) => {
      const now = app.clock();
      const { rows } = await sql<{ id: string }>`update room.room set names_erased_at = ${now}
        where organization_id = ${organizationId} and closed_at < ${before}::date and names_erased_at is null
        returning id`.execute(tx);
      if (rows.length === 0) return;
      await sql`update room.participant set first_name = '', structure_name = ''
        where organization_id = ${organizationId} and room_id = any(${rows.map(({ id }) => id)}::uuid[])
          and (first_name <> '' or structure_name <> '')`.execute(tx);
      const facts = rows.map(({ id }) => ({ subjectKind: "room.room", subjectId: id }));
      const author = { userId: "retention", personId: null };
      await writeTrace(tx, organizationId, author, "room.participant.forget", facts, [], now);
    });
  };
}
