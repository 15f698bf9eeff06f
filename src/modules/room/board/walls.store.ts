/** The boards that screens look at in this process: each read once after a change, whoever looks. */
import type { OrganizationId } from "#kernel/id.ts";
import type { App } from "#platform/app.ts";
import { withTenant } from "#platform/database/tenant.ts";
import { type Broadcast, openBroadcast, streamAnswer } from "#platform/live/broadcast.ts";
import type { RoomId } from "../room/room.ts";
import { steadyBoard } from "./board.store.ts";
import { type Board, changeBetween } from "./board.ts";

/** Beyond this many screens in one process, others read the page again by themselves. */
const MOST_SCREENS = 3000;

type Walls = Map<RoomId, Promise<Broadcast>>;
const ofApps = new WeakMap<App["changes"], { readonly walls: Walls; screens: () => Promise<number> }>();

function wallsOf(app: App) {
  const known = ofApps.get(app.changes);
  if (known !== undefined) return known;
  const walls: Walls = new Map();
  const screens = async () => (await Promise.all(walls.values())).reduce((sum, wall) => sum + wall.screens, 0);
  const made = { walls, screens };
  ofApps.set(app.changes, made);
  return made;
}

async function openWall(app: App, walls: Walls, organizationId: OrganizationId, roomId: RoomId): Promise<Broadcast> {
  let stop = () => {};
  const wall = openBroadcast<Board>({
    read: () =>
      withTenant(app.database, { organizationId, userId: null }, (tx) => steadyBoard(tx, organizationId, roomId)),
    revision: ({ revision }) => revision,
    change: changeBetween,
    over: ({ closed }) => closed,
    onError: (error) => app.log.warn({ err: error }, "a board could not be read for its screens"),
    onEmpty: () => {
      walls.delete(roomId);
      stop();
    },
  });
  stop = await app.changes.listen(roomId, wall.changed);
  return wall;
}

/** A stream of what happens in a room, for a screen whose right to look at it was asked before. */
export async function streamOf(
  app: App,
  request: Request,
  { organizationId, roomId }: { readonly organizationId: OrganizationId; readonly roomId: RoomId },
): Promise<Response> {
  const { walls, screens } = wallsOf(app);
  if ((await screens()) >= MOST_SCREENS) return new Response(null, { status: 503, headers: { "retry-after": "30" } });
  const told = request.headers.get("last-event-id") ?? new URL(request.url).searchParams.get("depuis");
  const known = told !== null && /^\d{1,9}$/.test(told) ? Number(told) : null;
  // The last screen may have left while this one came: once more, then.
  for (let attempt = 0; attempt < 2; attempt++) {
    const wall = walls.get(roomId) ?? openWall(app, walls, organizationId, roomId);
    walls.set(roomId, wall);
    const stream = await (await wall).attach(known);
    if (stream !== null) return streamAnswer(stream);
  }
  return new Response(null, { status: 404 });
}
