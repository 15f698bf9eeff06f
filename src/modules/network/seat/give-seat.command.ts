import { sql } from "kysely";
import { z } from "zod";
import { addDays, type Day } from "#kernel/day.ts";
import type { Id, PersonId } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { lockPerson } from "#modules/membership/index.server.ts";
import { defineCommand } from "#platform/command.ts";
import { idText, optionalDay, optionalText } from "#platform/field.ts";
import type { NetworkRefusalCode } from "../network.fr.ts";
import { mayPrepare } from "../network.policy.ts";
import { findStructure } from "../structure/structure.store.ts";
import type { NetworkTables } from "../tables.ts";
import { seatsOf } from "./seat.store.ts";

type Refused = Refusal<NetworkRefusalCode>;

/** Lets somebody of the network speak for a structure, from a day (today when it does not say). */
export const giveSeat = defineCommand({
  name: "network.seat.give",
  input: z.object({
    personId: idText<"person">(),
    structureId: idText<"structure">(),
    function: optionalText(120),
    startsOn: optionalDay(),
  }),
  async run(context, input): Promise<{ seatId: Id<"seat"> } | Refused> {
    const { tx, organizationId, now, today } = context;
    const refusal = mayPrepare(context.actor);
    if (refusal) return refusal;
    const { personId, structureId } = input;
    if (!(await lockPerson(tx, organizationId, personId))) {
      return refuse("invalid", "seat.personMissing", {}, "personId");
    }
    if ((await findStructure(tx, organizationId, structureId)) === null) {
      return refuse("missing", "structure.missing", {}, "structureId");
    }
    const startsOn = input.startsOn ?? today;
    const held = await seatsOf(tx, organizationId, personId, startsOn);
    if (held.some((seat) => seat.structureId === structureId)) {
      return refuse("conflict", "seat.already", {}, "personId");
    }
    const seatId = context.id<"seat">();
    await tx
      .withTables<NetworkTables>()
      .insertInto("network.seat")
      .values({
        ...{ organization_id: organizationId, id: seatId, person_id: personId, structure_id: structureId },
        ...{ function: input.function, starts_on: startsOn, ends_on: null, recorded_at: now },
      })
      .execute();
    context.audit({ subjectKind: "network.seat", subjectId: seatId, details: { structureId, personId } });
    return { seatId };
  },
});

/** From tomorrow they do not speak for that structure any more; from today when they only began today. */
export const endSeat = defineCommand({
  name: "network.seat.end",
  input: z.object({ seatId: idText<"seat">() }),
  async run(context, { seatId }): Promise<{ seatId: Id<"seat"> } | Refused> {
    const { tx, organizationId, today } = context;
    const refusal = mayPrepare(context.actor);
    if (refusal) return refusal;
    const { rows } = await sql<{ startsOn: Day; personId: PersonId; structureId: string }>`select
        starts_on as "startsOn", person_id as "personId", structure_id as "structureId" from network.seat
      where organization_id = ${organizationId} and id = ${seatId} and ends_on is null for update`.execute(tx);
    const seat = rows[0];
    if (seat === undefined) return refuse("missing", "seat.missing");
    // A seat has one day at least.
    const endsOn = seat.startsOn >= today ? seat.startsOn : addDays(today, -1);
    await tx
      .withTables<NetworkTables>()
      .updateTable("network.seat")
      .set({ ends_on: endsOn })
      .where("organization_id", "=", organizationId)
      .where("id", "=", seatId)
      .execute();
    const { personId, structureId } = seat;
    context.audit({ subjectKind: "network.seat", subjectId: seatId, details: { structureId, personId } });
    return { seatId };
  },
});
