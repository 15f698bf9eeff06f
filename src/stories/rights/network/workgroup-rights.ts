/** Working groups: each structure of the world has one, kept to its members and led by its delegate; and the matrix. */
import { actOf, EVERYBODY_THERE, type NetworkActLine, type NetworkExpectation, SEATED, TEAM } from "./network-cast.ts";

const GROUP = "/:cooperative/groupes-de-travail";

export const WORKGROUP_EXPECTATIONS: Readonly<Record<string, NetworkExpectation>> = {
  [GROUP]: { readers: EVERYBODY_THERE },
  [`${GROUP}/nouveau`]: { readers: TEAM },
  [`${GROUP}/:workgroupId`]: { readers: SEATED },
  [`${GROUP}/:workgroupId/seances`]: { readers: SEATED },
  [`${GROUP}/:workgroupId/seances/:sessionId`]: { readers: SEATED },
  [`${GROUP}/:workgroupId/travaux`]: { readers: SEATED },
  [`${GROUP}/:workgroupId/trame`]: { readers: SEATED },
  // What is shared there is a link: it has no file.
  [`${GROUP}/:workgroupId/fichiers/:versionId`]: { readers: SEATED, status: 404 },
  "/:cooperative/besoins-et-offres": { readers: EVERYBODY_THERE },
};

const prepared = actOf(TEAM);
const led = actOf(SEATED);
const later = actOf(SEATED, "refused");
const GIVEN = { title: "Un groupe", readers: "network" };

export const WORKGROUP_ACTS: Readonly<Record<string, NetworkActLine>> = {
  "workgroup.workgroup.form": prepared(({ personId }) => ({ ...GIVEN, leadId: personId })),
  "workgroup.workgroup.describe": led(({ workgroupId }) => ({ ...GIVEN, workgroupId, version: 1 })),
  "workgroup.workgroup.close": led(({ workgroupId }) => ({ workgroupId })),
  "workgroup.member.add": led(({ workgroupId, personId }) => ({ workgroupId, personId })),
  "workgroup.member.end": later(({ workgroupId, seatId }) => ({ workgroupId, memberId: seatId })),
  "workgroup.session.plan": led(({ workgroupId }, today) => ({ workgroupId, heldOn: today })),
  "workgroup.minutes.write": led(({ workgroupId, sessionId }) => ({ workgroupId, sessionId, body: "On a parlé." })),
  "workgroup.decision.log": led(({ workgroupId }, today) => ({ workgroupId, body: "Oui", decidedOn: today })),
  "workgroup.deliverable.share": led(({ workgroupId }) => ({
    workgroupId,
    title: "Note",
    link: "https://exemple.fr/n",
  })),
  "workgroup.template.publish": led(({ workgroupId }) => ({ workgroupId, title: "Trame", steps: "Un" })),
  "workgroup.uptake.say": led(({ workgroupId, templateId, structureId }) => ({
    ...{ workgroupId, templateId, structureId, state: "adopted" },
  })),
  "workgroup.functions.save": prepared(() => ({ functions: "Paie et RH" })),
  "workgroup.capacity.say": led(({ structureId, functionId }, today) => ({
    ...{ structureId, functionId, side: "offer", quantity: "1", unit: "fte", startsOn: today },
  })),
  "workgroup.capacity.withdraw": led(({ needId }) => ({ capacityId: needId })),
  "workgroup.encounter.say": later(({ needId }) => ({ needId, offerId: needId, state: "agreed" })),
};
