import { z } from "zod";
import { isRefusal, type Refusal, refuse } from "#kernel/refusal.ts";
import { seatsOf } from "#modules/network/index.server.ts";
import { defineCommand } from "#platform/command.ts";
import { idText, optionalId } from "#platform/field.ts";
import { mayReadRooms } from "../room/room.policy.ts";
import { insertParticipant, type Joined, participantOf, roomToJoin } from "./participant.store.ts";

/** Somebody of the network comes in, under the seat they hold: once, whatever they come by. */
export const joinRoom = defineCommand({
  name: "room.participant.join",
  input: z.object({ roomId: idText<"room">(), structureId: optionalId<"structure">() }),
  async run(context, { roomId, structureId }): Promise<Joined | Refusal> {
    const { tx, organizationId, actor, today } = context;
    const refusal = mayReadRooms(actor);
    if (refusal) return refusal;
    const room = await roomToJoin(context, roomId);
    if (isRefusal(room)) return room;
    const known = await participantOf(tx, organizationId, roomId, actor.personId);
    if (known !== null) {
      context.audit({ subjectKind: "room.room", subjectId: roomId });
      return { participantId: known.id };
    }
    const seats = await seatsOf(tx, organizationId, actor.personId, today);
    const seat = structureId === null ? seats[0] : seats.find((held) => held.structureId === structureId);
    if (seat === undefined && structureId !== null) return refuse("invalid", "room.notSeated", {}, "structureId");
    const id = context.id<"participant">();
    const structure = seat?.structureId ?? null;
    await insertParticipant(context, { id, roomId, personId: actor.personId, structureId: structure });
    context.audit({ subjectKind: "room.room", subjectId: roomId });
    return { participantId: id };
  },
});
