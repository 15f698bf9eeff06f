import { parseId } from "#kernel/id.ts";
import { refuse } from "#kernel/refusal.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { qrCode } from "#platform/qr-code.ts";
import { boardOf } from "../board/board.store.ts";
import { Projector } from "../board/projector.island.tsx";
import type { Route } from "./+types/screen.page";
import { mayReadRooms } from "./room.policy.ts";
import { findRoom } from "./room.store.ts";

/** What a room projects: big, and the same for everybody who looks. */
export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ app, tx, actor, organizationId, slug }) => {
    const refusal = mayReadRooms(actor);
    if (refusal) return refusal;
    const id = parseId<"room">(args.params.roomId);
    const room = id === null ? null : await findRoom(tx, organizationId, id);
    if (room === null) return refuse("missing", "room.missing");
    const address = `${app.settings.publicUrl.replace(/\/$/, "")}/r`;
    const code = room.closedAt === null ? room.code : null;
    return {
      here: `/${slug}/salles/${room.id}`,
      board: await boardOf(tx, organizationId, room),
      view: new URL(args.request.url).searchParams.get("vue"),
      wayIn:
        code === null
          ? null
          : { code, address: address.replace(/^https?:\/\//, ""), qr: await qrCode(`${address}/${code}`) },
    };
  });
}

export default function Screen({ loaderData: { here, board, view, wayIn } }: Route.ComponentProps) {
  return <Projector here={here} loaded={board} view={view} wayIn={wayIn} />;
}
