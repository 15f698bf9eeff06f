import { type RouteConfigEntry, route } from "@react-router/dev/routes";

export const meetingsRoutes: RouteConfigEntry[] = [
  route("reunions", "modules/meetings/meeting/meetings.page.tsx"),
  route("reunions/nouvelle", "modules/meetings/meeting/new-meeting.page.tsx"),
  route("reunions/:cooperativeMeetingId", "modules/meetings/meeting/meeting.page.tsx"),
  route("reunions/:cooperativeMeetingId/modifier", "modules/meetings/meeting/edit-meeting.page.tsx"),
  route("reunions/:cooperativeMeetingId/presences", "modules/meetings/presence/presences.page.tsx"),
  route("reunions/:cooperativeMeetingId/compte-rendu", "modules/meetings/minutes/minutes.page.tsx"),
  route("propositions", "modules/meetings/proposal/proposals.page.tsx"),
  route("propositions/nouvelle", "modules/meetings/proposal/new-proposal.page.tsx"),
  route("propositions/:proposalId", "modules/meetings/proposal/proposal.page.tsx"),
];
