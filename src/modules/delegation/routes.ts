import { type RouteConfigEntry, route } from "@react-router/dev/routes";

export const delegationRoutes: RouteConfigEntry[] = [
  route("delegations", "modules/delegation/agreement/agreements.page.tsx"),
  route("delegations/nouvelle", "modules/delegation/agreement/new-agreement.page.tsx"),
  route("delegations/:agreementId", "modules/delegation/agreement/agreement.page.tsx"),
  route("travaux-confies", "modules/delegation/work/works.page.tsx"),
  route("travaux-confies/:workId", "modules/delegation/work/work.page.tsx"),
];
