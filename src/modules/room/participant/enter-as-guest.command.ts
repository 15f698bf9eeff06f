import { z } from "zod";
import { isRefusal, type Refusal, refuse } from "#kernel/refusal.ts";
import { idText, optionalText, requiredText } from "#platform/field.ts";
import { definePublicCommand } from "#platform/public-command.ts";
import { insertParticipant, type Joined, roomToJoin } from "./participant.store.ts";

/** Somebody without an account comes in by a first name, where the facilitator allows it. */
export const enterAsGuest = definePublicCommand({
  public: true,
  name: "room.participant.enter",
  input: z.object({ roomId: idText<"room">(), firstName: requiredText(60), structureName: optionalText(160) }),
  async act(context, { roomId, firstName, structureName }): Promise<Joined | Refusal> {
    const room = await roomToJoin(context, roomId);
    if (isRefusal(room)) return room;
    if (!room.guests) return refuse("forbidden", "room.noGuests");
    const id = context.id<"participant">();
    await insertParticipant(context, { id, roomId, firstName, structureName });
    context.audit({ subjectKind: "room.room", subjectId: roomId });
    return { participantId: id };
  },
});
