import { sql } from "kysely";
import { z } from "zod";
import { isRefusal, type Refusal, refuse } from "#kernel/refusal.ts";
import { speakingFor } from "#modules/network/index.server.ts";
import type { NetworkRefusalCode } from "#modules/network/index.ts";
import { defineCommand } from "#platform/command.ts";
import { dayText, idText, requiredText } from "#platform/field.ts";
import type { ConsultationRefusalCode } from "../consultation/consultation.fr.ts";
import { findConsultation } from "../consultation/consultation.store.ts";
import type { PositionRefusalCode } from "./position.fr.ts";
import { positionsOf } from "./position.store.ts";
import { refusePosition } from "./position.ts";

type Refused = Refusal<PositionRefusalCode | ConsultationRefusalCode | NetworkRefusalCode>;

/** Publishes the stance of a structure: a new version, the earlier ones stay below it. */
export const publishPosition = defineCommand({
  name: "consultation.position.publish",
  input: z.object({
    consultationId: idText<"consultation">(),
    structureId: idText<"structure">(),
    takenOn: dayText(),
    body: requiredText(8000),
  }),
  async run(context, { consultationId, structureId, takenOn, body }): Promise<{ readonly number: number } | Refused> {
    const { tx, organizationId, actor, now, today } = context;
    const structure = await speakingFor(context, structureId);
    if (isRefusal(structure)) return structure;
    // Held: two versions of one structure come one after the other.
    if ((await findConsultation(tx, organizationId, consultationId, true)) === null) {
      return refuse("missing", "consultation.missing");
    }
    const last = (await positionsOf(tx, organizationId, consultationId)).find((one) => one.structureId === structureId);
    const refused = refusePosition({ takenOn, body }, last, today);
    if (refused) return refused;
    const number = (last?.number ?? 0) + 1;
    await sql`insert into consultation.position
        (organization_id, consultation_id, structure_id, number, taken_on, body, recorded_at, recorded_by)
      values (${organizationId}, ${consultationId}, ${structureId}, ${number}, ${takenOn}, ${body}, ${now},
        ${actor.personId})`.execute(tx);
    const details = { structureId, position: number };
    context.audit({ subjectKind: "consultation.consultation", subjectId: consultationId, details });
    return { number };
  },
});
