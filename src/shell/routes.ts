import { type RouteConfigEntry, route } from "@react-router/dev/routes";

/** Within the frame of a cooperative. */
export const frameRoutes: RouteConfigEntry[] = [route("aide/raccourcis", "shell/shortcuts.page.tsx")];

/** Of a cooperative, without its frame. */
export const choiceRoutes: RouteConfigEntry[] = [route("activite", "shell/activity-choice.page.tsx")];

/** Of the device, for everybody. */
export const preferenceRoutes: RouteConfigEntry[] = [
  route("langue", "shell/preference.page.tsx", { id: "shell/langue" }),
  route("apparence", "shell/preference.page.tsx", { id: "shell/apparence" }),
  route("marque/:colour", "shell/accent-sheet.page.ts"),
];
