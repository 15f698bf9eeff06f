import { layout, type RouteConfigEntry, route } from "@react-router/dev/routes";

/** Within the frame of a network. */
export const roomRoutes: RouteConfigEntry[] = [
  route("salles", "modules/room/room/rooms.page.tsx"),
  route("salles/nouvelle", "modules/room/room/new-room.page.tsx"),
  route("salles/:roomId", "modules/room/room/room.page.tsx"),
];

/** Of a network, without its frame: what is projected, and what it hears. */
export const screenRoutes: RouteConfigEntry[] = [
  route("salles/:roomId/ecran", "modules/room/room/screen.page.tsx"),
  route("salles/:roomId/flux", "modules/room/room/stream.page.ts"),
];

/** Short, for telephones: whoever has the code comes in. */
export const doorRoutes: RouteConfigEntry[] = [
  route("r/:code/flux", "modules/room/participant/stream.page.ts"),
  layout("modules/room/participant/frame.page.tsx", [
    route("r", "modules/room/participant/code.page.tsx"),
    route("r/:code", "modules/room/participant/take-part.page.tsx"),
  ]),
];
