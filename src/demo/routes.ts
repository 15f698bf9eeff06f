import { type RouteConfigEntry, route } from "@react-router/dev/routes";

/** Outside of any cooperative: the progress of the story is no secret of anybody. */
export const demoRoutes: RouteConfigEntry[] = [route("demonstration/etat", "demo/state.page.ts")];
