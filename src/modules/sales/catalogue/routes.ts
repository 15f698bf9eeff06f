import { type RouteConfigEntry, route } from "@react-router/dev/routes";

export const catalogueRoutes: RouteConfigEntry[] = [
  route("catalogue", "modules/sales/catalogue/catalogue.page.tsx"),
  route("catalogue/telecharger", "modules/sales/catalogue/catalogue-file.page.ts"),
  route("catalogue/nouveau", "modules/sales/catalogue/product-edit.page.tsx", { id: "product-new" }),
  route("catalogue/:productId", "modules/sales/catalogue/product-edit.page.tsx"),
];
