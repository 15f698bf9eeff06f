import { sql } from "kysely";
import { z } from "zod";
import { isRefusal, type Refusal, refuse } from "#kernel/refusal.ts";
import { maySpeakFor, seatsOf, speakingFor } from "#modules/network/index.server.ts";
import type { NetworkRefusalCode } from "#modules/network/index.ts";
import { defineCommand } from "#platform/command.ts";
import { idText, oneOf, requiredText } from "#platform/field.ts";
import type { ConsultationRefusalCode } from "../consultation/consultation.fr.ts";
import { findConsultation, phasesOf } from "../consultation/consultation.store.ts";
import type { LandscapeRefusalCode } from "./landscape.fr.ts";
import { holdLine, landscapeOf } from "./landscape.store.ts";
import { LANDSCAPE_KINDS, type LandscapeLineId, refuseOnceOver } from "./landscape.ts";

type Refused = Refusal<LandscapeRefusalCode | ConsultationRefusalCode | NetworkRefusalCode>;
type Told = { readonly lineId: LandscapeLineId };

export const addLandscapeLine = defineCommand({
  name: "consultation.landscape.add",
  input: z.object({
    consultationId: idText<"consultation">(),
    structureId: idText<"structure">(),
    kind: oneOf(LANDSCAPE_KINDS),
    body: requiredText(1000),
  }),
  async run(context, { consultationId, structureId, kind, body }): Promise<Told | Refused> {
    const { tx, organizationId, actor, now } = context;
    const structure = await speakingFor(context, structureId);
    if (isRefusal(structure)) return structure;
    // Held: two lines that say the same come one after the other.
    if ((await findConsultation(tx, organizationId, consultationId, true)) === null) {
      return refuse("missing", "consultation.missing");
    }
    const over = refuseOnceOver(await phasesOf(tx, organizationId, consultationId));
    if (over) return over;
    const told = await landscapeOf(tx, organizationId, consultationId);
    if (told.some((line) => line.structureId === structureId && line.kind === kind && line.body === body)) {
      return refuse("conflict", "landscape.same", {}, "body");
    }
    const lineId = context.id<"landscapeLine">();
    await sql`insert into consultation.landscape_line
        (organization_id, id, consultation_id, structure_id, kind, body, added_at, added_by)
      values (${organizationId}, ${lineId}, ${consultationId}, ${structureId}, ${kind}, ${body}, ${now},
        ${actor.personId})`.execute(tx);
    context.audit({
      ...{ subjectKind: "consultation.consultation", subjectId: consultationId, details: { structureId, kind } },
    });
    return { lineId };
  },
});

/** Takes a line back: it is shown no more, and stays as a trace. */
export const withdrawLandscapeLine = defineCommand({
  name: "consultation.landscape.withdraw",
  input: z.object({ lineId: idText<"landscapeLine">() }),
  async run(context, { lineId }): Promise<Told | Refused> {
    const { tx, organizationId, actor, now, today } = context;
    const line = await holdLine(tx, organizationId, lineId);
    if (line === null) return refuse("missing", "landscape.missing");
    const seats = await seatsOf(tx, organizationId, actor.personId, today);
    const refusal = maySpeakFor(actor, seats, line.structureId);
    if (refusal) return refusal;
    if (line.withdrawn) return refuse("conflict", "landscape.gone");
    const over = refuseOnceOver(await phasesOf(tx, organizationId, line.consultationId));
    if (over) return over;
    await sql`update consultation.landscape_line set withdrawn_at = ${now}, withdrawn_by = ${actor.personId}
      where organization_id = ${organizationId} and id = ${lineId}`.execute(tx);
    const { structureId, kind } = line;
    const details = { structureId, kind, withdrawn: true };
    context.audit({ subjectKind: "consultation.consultation", subjectId: line.consultationId, details });
    return { lineId };
  },
});
