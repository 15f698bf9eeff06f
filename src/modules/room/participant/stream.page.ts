import { streamOf } from "../board/walls.store.ts";
import type { Route } from "./+types/stream.page";
import { readAtDoor } from "./door.store.ts";

/** What happens in the room, for the telephone of somebody who takes part. */
export async function loader(args: Route.LoaderArgs): Promise<Response> {
  const { app, organizationId, roomId, inside } = await readAtDoor(
    args,
    async ({ app, open, room, participant, actor }) => ({
      ...{ app, organizationId: open.organizationId, roomId: room.id },
      inside: participant !== null || actor !== null,
    }),
  );
  if (!inside) return new Response(null, { status: 403 });
  return streamOf(app, args.request, { organizationId, roomId });
}
