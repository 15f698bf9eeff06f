import { type RouteConfigEntry, route } from "@react-router/dev/routes";

export const consultationRoutes: RouteConfigEntry[] = [
  route("consultations", "modules/consultation/consultation/consultations.page.tsx"),
  route("consultations/nouvelle", "modules/consultation/consultation/new-consultation.page.tsx"),
  route("consultations/:consultationId", "modules/consultation/consultation/consultation.page.tsx"),
  route("consultations/:consultationId/participation", "modules/consultation/answer/participation.page.tsx"),
  route("consultations/:consultationId/resultats", "modules/consultation/result/results.page.tsx"),
  route("consultations/:consultationId/synthese", "modules/consultation/result/synthesis.page.tsx"),
  route("consultations/:consultationId/phases/:phaseId/reponse", "modules/consultation/answer/answer.page.tsx"),
  route("consultations/:consultationId/phases/:phaseId/reunion", "modules/consultation/answer/gathering.page.tsx"),
  route("consultations/:consultationId/reponses/:structureId", "modules/consultation/answer/answers.page.tsx"),
];
