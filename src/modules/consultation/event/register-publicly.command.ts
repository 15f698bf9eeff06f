import { sql } from "kysely";
import { z } from "zod";
import { isRefusal, type Refusal, refuse } from "#kernel/refusal.ts";
import { emailText, idText, optionalId, optionalText, requiredText } from "#platform/field.ts";
import { definePublicCommand } from "#platform/public-command.ts";
import type { EventRefusalCode } from "./event.fr.ts";
import { insertAttendee } from "./event.store.ts";
import { isFull, refuseUnlessComing } from "./event.ts";
import { held, knownStructure } from "./held-event.store.ts";

type Refused = Refusal<EventRefusalCode>;
/** What the public form brings in an hour, at most. */
const PER_HOUR = 60;

/** Somebody without an account registers. The answer is the same whether their address is known or not. */
export const registerPublicly = definePublicCommand({
  public: true,
  name: "consultation.attendee.apply",
  input: z.object({
    eventId: idText<"event">(),
    firstName: requiredText(80),
    lastName: requiredText(80),
    email: emailText(),
    structureId: optionalId<"structure">(),
    structureName: optionalText(160),
  }),
  async act(context, input): Promise<{ received: true } | Refused> {
    const { tx, organizationId, now, today } = context;
    const found = await held(context, input.eventId);
    if (isRefusal(found)) return found;
    const { event, attendees } = found;
    if (!event.public) return refuse("missing", "event.missing");
    const over = refuseUnlessComing(event, today);
    if (over) return over;
    const known = attendees.some(({ email }) => email === input.email);
    if (!known) {
      if (isFull(event, attendees.length)) return refuse("conflict", "event.full");
      const { rows } = await sql<{ lately: number }>`select count(*)::int as lately from consultation.attendee
        where organization_id = ${organizationId} and event_id = ${event.id} and origin = 'public'
          and registered_at > ${now}::timestamptz - interval '1 hour'`.execute(tx);
      if ((rows[0]?.lately ?? 0) >= PER_HOUR) return refuse("conflict", "event.tooMany");
      const structure = await knownStructure(context, input.structureId);
      if (isRefusal(structure)) return structure;
      const { firstName, lastName, email, structureId } = input;
      await insertAttendee(context, event.id, {
        ...{ personId: null, structureId, structureName: structure || input.structureName },
        ...{ firstName, lastName, email, origin: "public" },
      });
    }
    context.audit({ subjectKind: "consultation.event", subjectId: event.id, details: { public: true } });
    return { received: true };
  },
});
