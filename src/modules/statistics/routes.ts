import { type RouteConfigEntry, route } from "@react-router/dev/routes";

export const statisticsRoutes: RouteConfigEntry[] = [
  route("statistiques", "modules/statistics/sheet/sheets.page.tsx"),
  route("statistiques/question", "modules/statistics/question/question.page.tsx"),
  route("statistiques/question/telecharger", "modules/statistics/question/table-file.page.ts"),
  route("statistiques/personnes", "modules/statistics/question/people.page.tsx"),
  route("statistiques/personnes/telecharger", "modules/statistics/question/people-file.page.ts"),
  route("statistiques/bilan", "modules/statistics/report/report.page.tsx"),
  route("statistiques/bilan/telecharger", "modules/statistics/report/report-file.page.ts"),
  route("statistiques/bilan/pdf", "modules/statistics/report/report-pdf.page.ts"),
];
