import { type RouteConfigEntry, route } from "@react-router/dev/routes";

export const payrollRoutes: RouteConfigEntry[] = [
  route("remuneration", "modules/payroll/simulation/pay.page.tsx"),
  route("remuneration/objectif", "modules/payroll/simulation/pay.page.tsx", { id: "pay-wish" }),
  route("remuneration/calcul", "modules/payroll/simulation/pay-calculation.page.ts"),
  route("remuneration/parametres", "modules/payroll/parameters/parameters.page.tsx"),
];
