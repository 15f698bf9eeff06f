import { z } from "zod";
import type { Id } from "#kernel/id.ts";
import { isRefusal, type Refusal, refuse } from "#kernel/refusal.ts";
import { defineCommand } from "#platform/command.ts";
import { idText, oneOf, optionalText, requiredText } from "#platform/field.ts";
import type { FieldCode } from "#platform/http/field.fr.ts";
import type { NetworkRefusalCode } from "../network.fr.ts";
import { maySpeakFor } from "../network.policy.ts";
import { seatsOf } from "../seat/seat.store.ts";
import { speakingFor } from "../seat/speak.store.ts";
import type { NetworkTables } from "../tables.ts";
import { isDepartment } from "../territory/department.ts";
import { PLACE_KINDS } from "./place.ts";

type Refused = Refusal<NetworkRefusalCode>;

/** Adds a site or a permanence to a structure. */
export const addPlace = defineCommand({
  name: "network.place.add",
  input: z.object({
    structureId: idText<"structure">(),
    kind: oneOf(PLACE_KINDS),
    name: optionalText(120),
    city: requiredText(100),
    department: requiredText(3).refine(isDepartment, "field.choose" satisfies FieldCode),
    rhythm: optionalText(200),
  }),
  async run(context, { structureId, ...place }): Promise<{ placeId: Id<"place"> } | Refused> {
    const { tx, organizationId } = context;
    const structure = await speakingFor(context, structureId);
    if (isRefusal(structure)) return structure;
    const placeId = context.id<"place">();
    await tx
      .withTables<NetworkTables>()
      .insertInto("network.place")
      .values({ organization_id: organizationId, id: placeId, structure_id: structureId, ...place })
      .execute();
    context.audit({ subjectKind: "network.structure", subjectId: structureId, details: { placeId } });
    return { placeId };
  },
});

/** Takes it away: people are not received there any more. */
export const removePlace = defineCommand({
  name: "network.place.remove",
  input: z.object({ structureId: idText<"structure">(), placeId: idText<"place">() }),
  async run(context, { structureId, placeId }): Promise<{ placeId: Id<"place"> } | Refused> {
    const { tx, organizationId, actor, today } = context;
    const refusal = maySpeakFor(actor, await seatsOf(tx, organizationId, actor.personId, today), structureId);
    if (refusal) return refusal;
    const removed = await tx
      .withTables<NetworkTables>()
      .deleteFrom("network.place")
      .where("organization_id", "=", organizationId)
      .where("structure_id", "=", structureId)
      .where("id", "=", placeId)
      .executeTakeFirst();
    if (removed.numDeletedRows === 0n) return refuse("missing", "place.missing");
    context.audit({ subjectKind: "network.structure", subjectId: structureId, details: { placeId, removed: true } });
    return { placeId };
  },
});
