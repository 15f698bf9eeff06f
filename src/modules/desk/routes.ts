import { index, type RouteConfigEntry } from "@react-router/dev/routes";

export const deskRoutes: RouteConfigEntry[] = [index("modules/desk/home/home.page.tsx")];
