import { layout, type RouteConfigEntry, route } from "@react-router/dev/routes";

/** Outside of any cooperative: who one is, and where one may go. */
export const accountRoutes: RouteConfigEntry[] = [
  layout("modules/account/frame.page.tsx", [
    route("connexion", "modules/account/sign-in.page.tsx"),
    route("connexion/code", "modules/account/code.page.tsx"),
    route("mot-de-passe-oublie", "modules/account/forgotten-password.page.tsx"),
    route("mot-de-passe/:token", "modules/account/choose-password.page.tsx"),
    route("compte/securite", "modules/account/security/security.page.tsx"),
    route("cooperatives", "modules/account/cooperatives.page.tsx"),
    route("premiers-pas", "modules/account/first-run.page.tsx"),
  ]),
  route("compte/securite/connexions", "modules/account/security/sign-in-log.page.ts"),
  route("deconnexion", "modules/account/sign-out.page.ts"),
];
