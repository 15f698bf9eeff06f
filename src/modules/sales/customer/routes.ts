import { type RouteConfigEntry, route } from "@react-router/dev/routes";

export const customerRoutes: RouteConfigEntry[] = [
  route("clients", "modules/sales/customer/customers.page.tsx"),
  route("clients/telecharger", "modules/sales/customer/customers-file.page.ts"),
  route("clients/import", "modules/sales/customer/import-customers.page.tsx"),
  route("clients/nouveau", "modules/sales/customer/customer-edit.page.tsx", { id: "customer-new" }),
  route("clients/:customerId", "modules/sales/customer/customer.page.tsx"),
  route("clients/:customerId/modifier", "modules/sales/customer/customer-edit.page.tsx"),
];
