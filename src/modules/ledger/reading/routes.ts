import { type RouteConfigEntry, route } from "@react-router/dev/routes";

export const readingRoutes: RouteConfigEntry[] = [
  route("compta/grand-livre", "modules/ledger/reading/general-ledger.page.tsx"),
  route("compta/grand-livre/telecharger", "modules/ledger/reading/general-ledger-file.page.ts"),
  route("compta/balance", "modules/ledger/reading/trial-balance.page.tsx"),
  route("compta/balance/telecharger", "modules/ledger/reading/trial-balance-file.page.ts"),
  route("compta/journaux", "modules/ledger/reading/journals.page.tsx"),
  route("compta/journaux/telecharger", "modules/ledger/reading/journals-file.page.ts"),
  route("compta/analyse", "modules/ledger/reading/analysis.page.tsx"),
  route("compta/analyse/telecharger", "modules/ledger/reading/analysis-file.page.ts"),
  route("compta/ecritures/:entryId", "modules/ledger/reading/entry.page.tsx"),
  route("compta/pieces/:documentId", "modules/ledger/reading/document.page.ts"),
];
