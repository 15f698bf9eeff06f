import { layout, type RouteConfigEntry, route } from "@react-router/dev/routes";

export const consultationRoutes: RouteConfigEntry[] = [
  route("consultations", "modules/consultation/consultation/consultations.page.tsx"),
  route("consultations/nouvelle", "modules/consultation/consultation/new-consultation.page.tsx"),
  route("consultations/:consultationId", "modules/consultation/consultation/consultation.page.tsx"),
  route("consultations/:consultationId/etat-des-lieux", "modules/consultation/landscape/landscape.page.tsx"),
  route("consultations/:consultationId/positions", "modules/consultation/position/positions.page.tsx"),
  route("consultations/:consultationId/participation", "modules/consultation/answer/participation.page.tsx"),
  route("consultations/:consultationId/resultats", "modules/consultation/result/results.page.tsx"),
  route("consultations/:consultationId/synthese", "modules/consultation/result/synthesis.page.tsx"),
  route("consultations/:consultationId/rapport.pdf", "modules/consultation/result/report.page.ts"),
  route("consultations/:consultationId/donnees.zip", "modules/consultation/result/data.page.ts"),
  route("consultations/:consultationId/phases/:phaseId/reponse", "modules/consultation/answer/answer.page.tsx"),
  route("consultations/:consultationId/phases/:phaseId/reunion", "modules/consultation/answer/gathering.page.tsx"),
  route("consultations/:consultationId/reponses/:structureId", "modules/consultation/answer/answers.page.tsx"),
  route("evenements", "modules/consultation/event/events.page.tsx"),
  route("evenements/nouveau", "modules/consultation/event/new-event.page.tsx"),
  route("evenements/:eventId", "modules/consultation/event/event.page.tsx"),
  route("evenements/:eventId/presences", "modules/consultation/event/attendees.page.tsx"),
  route("evenements/:eventId/badges.pdf", "modules/consultation/event/badges.page.ts"),
  route("feuilles-de-route", "modules/consultation/roadmap/roadmaps.page.tsx"),
  route("feuilles-de-route/:roadmapId", "modules/consultation/roadmap/roadmap.page.tsx"),
];

/** Of an event, for anybody and without the frame of a network. */
export const publicEventRoutes: RouteConfigEntry[] = [
  layout("modules/network/directory/public-frame.page.tsx", { id: "public-event-frame" }, [
    route("inscription/:eventId", "modules/consultation/event/public-event.page.tsx"),
  ]),
];
