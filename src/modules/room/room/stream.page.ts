import { parseId } from "#kernel/id.ts";
import { refuse } from "#kernel/refusal.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { streamOf } from "../board/walls.store.ts";
import type { Route } from "./+types/stream.page";
import { mayReadRooms } from "./room.policy.ts";
import { findRoom } from "./room.store.ts";

/** What happens in a room, for the screens of people of the network. */
export async function loader(args: Route.LoaderArgs): Promise<Response> {
  const { app, organizationId, roomId } = await readTenant(args, async ({ app, tx, actor, organizationId }) => {
    const refusal = mayReadRooms(actor);
    if (refusal) return refusal;
    const id = parseId<"room">(args.params.roomId);
    const room = id === null ? null : await findRoom(tx, organizationId, id);
    return room === null ? refuse("missing", "room.missing") : { app, organizationId, roomId: room.id };
  });
  return streamOf(app, args.request, { organizationId, roomId });
}
