import type { RouteConfig } from "@react-router/dev/routes";
import { index, layout, prefix } from "@react-router/dev/routes";
import { demoRoutes } from "./demo/routes.ts";
import { accompanimentRoutes, calendarRoutes } from "./modules/accompaniment/routes.ts";
import { accountRoutes } from "./modules/account/routes.ts";
import { bidRoutes } from "./modules/bid/routes.ts";
import { consultationRoutes, publicEventRoutes } from "./modules/consultation/routes.ts";
import { contributionRoutes } from "./modules/contribution/routes.ts";
import { delegationRoutes } from "./modules/delegation/routes.ts";
import { deskRoutes } from "./modules/desk/routes.ts";
import { documentsRoutes, verifyRoutes } from "./modules/documents/routes.ts";
import { governanceRoutes } from "./modules/governance/routes.ts";
import { gridRoutes } from "./modules/grid/routes.ts";
import { labelRoutes } from "./modules/label/routes.ts";
import { ledgerRoutes } from "./modules/ledger/routes.ts";
import { meetingsRoutes } from "./modules/meetings/routes.ts";
import { membershipRoutes } from "./modules/membership/routes.ts";
import { networkRoutes, publicNetworkRoutes } from "./modules/network/routes.ts";
import { notificationRoutes } from "./modules/notification/routes.ts";
import { objectivesRoutes } from "./modules/objectives/routes.ts";
import { observatoryRoutes, publicObservatoryFiles, publicObservatoryRoutes } from "./modules/observatory/routes.ts";
import { parcoursRoutes, publicParcoursRoutes } from "./modules/parcours/routes.ts";
import { payrollRoutes } from "./modules/payroll/routes.ts";
import { privacyRoutes } from "./modules/privacy/routes.ts";
import { doorRoutes, roomRoutes, screenRoutes } from "./modules/room/routes.ts";
import { clientRoutes } from "./modules/sales/link/routes.ts";
import { salesRoutes } from "./modules/sales/routes.ts";
import { skillsRoutes } from "./modules/skills/routes.ts";
import { statisticsRoutes } from "./modules/statistics/routes.ts";
import { trainingRoutes } from "./modules/training/routes.ts";
import { treasuryRoutes } from "./modules/treasury/routes.ts";
import { workgroupRoutes } from "./modules/workgroup/routes.ts";
import { choiceRoutes, frameRoutes, preferenceRoutes } from "./shell/routes.ts";

/** Only gathers what each module brings. */
export default [
  index("welcome.page.tsx"),
  ...accountRoutes,
  ...preferenceRoutes,
  ...demoRoutes,
  ...clientRoutes,
  ...calendarRoutes,
  ...verifyRoutes,
  ...doorRoutes,
  ...prefix(":cooperative", [
    // The inner layout keeps the frame around a page that cannot be shown.
    layout("shell.page.tsx", [
      layout("shell/boundary.page.tsx", [
        ...deskRoutes,
        ...notificationRoutes,
        ...membershipRoutes,
        ...privacyRoutes,
        ...parcoursRoutes,
        ...accompanimentRoutes,
        ...skillsRoutes,
        ...meetingsRoutes,
        ...networkRoutes,
        ...observatoryRoutes,
        ...consultationRoutes,
        ...roomRoutes,
        ...governanceRoutes,
        ...labelRoutes,
        ...gridRoutes,
        ...delegationRoutes,
        ...objectivesRoutes,
        ...workgroupRoutes,
        ...trainingRoutes,
        ...bidRoutes,
        ...documentsRoutes,
        ...statisticsRoutes,
        ...salesRoutes,
        ...treasuryRoutes,
        ...contributionRoutes,
        ...payrollRoutes,
        ...ledgerRoutes,
        ...frameRoutes,
      ]),
    ]),
    ...choiceRoutes,
    ...screenRoutes,
    ...publicParcoursRoutes,
    ...publicEventRoutes,
    ...publicNetworkRoutes(publicObservatoryRoutes),
    ...publicObservatoryFiles,
  ]),
] satisfies RouteConfig;
