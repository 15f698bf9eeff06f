import { type RouteConfigEntry, route } from "@react-router/dev/routes";

export const reviewRoutes: RouteConfigEntry[] = [
  route("a-relire", "modules/sales/review/review-queue.page.tsx"),
  route("a-relire/:invoiceId", "modules/sales/review/review.page.tsx"),
  route("a-relire/devis/:quoteId", "modules/sales/review/review-quote.page.tsx"),
];
