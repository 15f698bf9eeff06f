import { sql } from "kysely";
import { z } from "zod";
import { isRefusal, type Refusal } from "#kernel/refusal.ts";
import { defineCommand } from "#platform/command.ts";
import { idText, oneOf } from "#platform/field.ts";
import { closePolls } from "../poll/poll.store.ts";
import { mayFacilitate } from "./room.policy.ts";
import { enterRoom } from "./room.store.ts";
import { type RoomId, SORTINGS } from "./room.ts";

type Done = { readonly roomId: RoomId };

/** Closes a room with its polls: nothing of it changes any more, its code opens nothing. */
export const closeRoom = defineCommand({
  name: "room.room.close",
  input: z.object({ roomId: idText<"room">() }),
  async run(context, { roomId }): Promise<Done | Refusal> {
    const { tx, organizationId, actor, now } = context;
    const refusal = mayFacilitate(actor);
    if (refusal) return refusal;
    const room = await enterRoom(context, roomId);
    if (isRefusal(room)) return room;
    await closePolls(context, roomId);
    await sql`update room.room set closed_at = ${now}, closed_by = ${actor.personId}
      where organization_id = ${organizationId} and id = ${roomId}`.execute(tx);
    context.audit({ subjectKind: "room.room", subjectId: roomId });
    return { roomId };
  },
});

/** In which order all screens show the cards. */
export const sortRoom = defineCommand({
  name: "room.room.sort",
  input: z.object({ roomId: idText<"room">(), sorting: oneOf(SORTINGS) }),
  async run(context, { roomId, sorting }): Promise<Done | Refusal> {
    const refusal = mayFacilitate(context.actor);
    if (refusal) return refusal;
    const room = await enterRoom(context, roomId);
    if (isRefusal(room)) return room;
    await sql`update room.room set sorting = ${sorting}
      where organization_id = ${context.organizationId} and id = ${roomId}`.execute(context.tx);
    context.audit({ subjectKind: "room.room", subjectId: roomId, details: { sorting } });
    return { roomId };
  },
});
