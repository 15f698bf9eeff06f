import { type RouteConfigEntry, route } from "@react-router/dev/routes";

export const quoteRoutes: RouteConfigEntry[] = [
  route("devis", "modules/sales/quote/quotes.page.tsx"),
  route("devis/telecharger", "modules/sales/quote/quotes-file.page.ts"),
  route("devis/nouveau", "modules/sales/quote/quote-edit.page.tsx", { id: "quote-new" }),
  route("devis/:quoteId", "modules/sales/quote/quote.page.tsx"),
  route("devis/:quoteId/modifier", "modules/sales/quote/quote-edit.page.tsx"),
  route("devis/:quoteId/pdf", "modules/sales/quote/quote-pdf.page.ts"),
];
