import { type RouteConfigEntry, route } from "@react-router/dev/routes";

export const privacyRoutes: RouteConfigEntry[] = [route("mes-donnees", "modules/privacy/own-data/own-data.page.tsx")];
