import { sql } from "kysely";
import { z } from "zod";
import type { Day } from "#kernel/day.ts";
import type { Id } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { defineCommand } from "#platform/command.ts";
import { dayText, idText } from "#platform/field.ts";
import type { NetworkRefusalCode } from "../network.fr.ts";
import { mayPrepare } from "../network.policy.ts";
import { findStructure } from "../structure/structure.store.ts";
import type { NetworkTables } from "../tables.ts";

type Refused = Refusal<NetworkRefusalCode>;

/** Records that a structure belongs to a network from a day. It may belong to several, never twice to one at a time. */
export const recordAffiliation = defineCommand({
  name: "network.affiliation.record",
  input: z.object({ structureId: idText<"structure">(), networkId: idText<"structure">(), startsOn: dayText() }),
  async run(context, { structureId, networkId, startsOn }): Promise<{ affiliationId: Id<"affiliation"> } | Refused> {
    const { tx, organizationId, now } = context;
    const refusal = mayPrepare(context.actor);
    if (refusal) return refusal;
    if (structureId === networkId) return refuse("invalid", "structure.itself", {}, "networkId");
    const structure = await findStructure(tx, organizationId, structureId, true);
    if (structure === null) return refuse("missing", "structure.missing");
    const network = await findStructure(tx, organizationId, networkId);
    if (network === null || network.kind !== "network") {
      return refuse("invalid", "structure.notNetwork", {}, "networkId");
    }
    const { rows } = await sql`select 1 from network.affiliation where organization_id = ${organizationId}
      and structure_id = ${structureId} and network_id = ${networkId}
      and (ends_on is null or ends_on >= ${startsOn})`.execute(tx);
    if (rows.length > 0) return refuse("conflict", "affiliation.already", {}, "startsOn");
    const affiliationId = context.id<"affiliation">();
    await tx
      .withTables<NetworkTables>()
      .insertInto("network.affiliation")
      .values({
        ...{ organization_id: organizationId, id: affiliationId, structure_id: structureId, network_id: networkId },
        ...{ starts_on: startsOn, ends_on: null, recorded_at: now },
      })
      .execute();
    context.audit({ subjectKind: "network.structure", subjectId: structureId, details: { networkId, startsOn } });
    return { affiliationId };
  },
});

/** Records the last day of a membership: once. */
export const endAffiliation = defineCommand({
  name: "network.affiliation.end",
  input: z.object({ affiliationId: idText<"affiliation">(), endsOn: dayText() }),
  async run(context, { affiliationId, endsOn }): Promise<{ affiliationId: Id<"affiliation"> } | Refused> {
    const { tx, organizationId } = context;
    const refusal = mayPrepare(context.actor);
    if (refusal) return refusal;
    const { rows } = await sql<{ structureId: string; startsOn: Day }>`select structure_id as "structureId",
        starts_on as "startsOn" from network.affiliation
      where organization_id = ${organizationId} and id = ${affiliationId} and ends_on is null for update`.execute(tx);
    const found = rows[0];
    if (found === undefined) return refuse("missing", "affiliation.missing");
    if (endsOn < found.startsOn) return refuse("invalid", "affiliation.endsBefore", {}, "endsOn");
    await tx
      .withTables<NetworkTables>()
      .updateTable("network.affiliation")
      .set({ ends_on: endsOn })
      .where("organization_id", "=", organizationId)
      .where("id", "=", affiliationId)
      .execute();
    context.audit({ subjectKind: "network.structure", subjectId: found.structureId, details: { endsOn } });
    return { affiliationId };
  },
});
