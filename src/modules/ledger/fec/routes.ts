import { type RouteConfigEntry, route } from "@react-router/dev/routes";

export const fecRoutes: RouteConfigEntry[] = [
  route("compta/fec", "modules/ledger/fec/fec.page.tsx"),
  route("compta/fec/telecharger", "modules/ledger/fec/fec-file.page.ts"),
];
