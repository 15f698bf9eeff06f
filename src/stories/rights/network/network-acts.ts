/** Who may do each act of a network, and an example of it: a growing list. */
import { NETWORK_BID_ACTS } from "../acts-bid.ts";
import { actOf, EVERYBODY_THERE, type NetworkActLine, ofBoth, SEATED, TEAM } from "./network-cast.ts";

import { GOVERNANCE_OF_NETWORK } from "./network-governance.ts";
import { OBJECTIVES_ACTS } from "./objectives-rights.ts";

import { TRAINING_ACTS } from "./training-rights.ts";
import { WORKGROUP_ACTS } from "./workgroup-rights.ts";

const prepared = actOf(TEAM);
const preparedLater = actOf(TEAM, "refused");
const spoken = actOf(SEATED);
const spokenLater = actOf(SEATED, "refused");
const answeredLater = actOf(["seated"], "refused");

const wordOf = actOf(["seated"]);
const wordLater = actOf(["seated"], "refused");
const assessedLater = actOf([], "refused");

const ASKED = { title: "Une question", question: "Laquelle ?", audience: "cae", axes: "Un\nDeux" };
const EVENT = { title: "Un événement", place: "Lannion" };
const LATER = { phaseTitle: "Plus tard", opensOn: "2090-01-01", closesOn: "2090-02-01" };
const taken = actOf(EVERYBODY_THERE);

export const NETWORK_ACTS: Readonly<Record<string, NetworkActLine>> = {
  ...GOVERNANCE_OF_NETWORK,
  ...ofBoth(NETWORK_BID_ACTS),
  "network.structure.add": prepared(() => ({ kind: "cae", name: "Une structure de plus" })),
  "network.structure.identify": prepared(({ structureId, structureVersion: version }) => ({
    ...{ structureId, version, kind: "cae", name: `Rebaptisée ${structureId}` },
  })),
  "network.structure.describe": spoken(({ structureId, structureVersion: version }) => ({ structureId, version })),
  "network.affiliation.record": preparedLater(({ structureId }, startsOn) => ({
    ...{ structureId, networkId: structureId, startsOn },
  })),
  "network.affiliation.end": preparedLater(({ structureId: affiliationId }, endsOn) => ({ affiliationId, endsOn })),
  "network.seat.give": prepared(({ structureId, personId }) => ({ structureId, personId })),
  "network.seat.end": prepared(({ seatId }) => ({ seatId })),
  "network.place.add": spoken(({ structureId }) => ({ structureId, kind: "site", city: "Brest", department: "29" })),
  "network.place.remove": spoken(({ structureId, placeId }) => ({ structureId, placeId })),
  "room.room.open": prepared(() => ({ title: "Une salle de plus", kind: "contributions" })),
  "room.room.sort": prepared(({ openRoomId: roomId }) => ({ roomId, sorting: "supports" })),
  "room.room.close": prepared(({ openRoomId: roomId }) => ({ roomId })),
  "room.participant.join": taken(({ openRoomId: roomId }) => ({ roomId })),
  "room.poll.prepare": prepared(({ openRoomId: roomId }) => ({ roomId, title: "Avis", scenarios: "Une forme" })),
  "room.poll.open": preparedLater(({ openRoomId: pollId }) => ({ pollId })),
  "room.poll.close": preparedLater(({ openRoomId: pollId }) => ({ pollId })),
  "room.card.merge": preparedLater(({ openRoomId: roomId }) => ({ roomId, cards: [roomId] })),
  "room.card.split": preparedLater(({ openRoomId: roomId }) => ({ roomId, cards: [roomId] })),
  "room.card.move": preparedLater(({ openRoomId: roomId }) => ({ roomId, cards: [roomId], laneId: roomId })),
  "room.card.hide": preparedLater(({ openRoomId: roomId }) => ({ roomId, cards: [roomId] })),
  "room.card.show": preparedLater(({ openRoomId: roomId }) => ({ roomId, cards: [roomId] })),
  "network.page.save": prepared(() => ({ open: "oui", version: 1 })),
  "observatory.invitation.give": prepared(({ structureId }) => ({ structureId })),
  "observatory.invitation.cancel": preparedLater(({ structureId: invitationId }) => ({ invitationId })),
  "observatory.adhesion.revoke": preparedLater(({ structureId: adhesionId }) => ({ adhesionId })),
  "observatory.release.publish": preparedLater(() => ({ period: "2025" })),
  "consultation.consultation.prepare": prepared(() => ({ ...ASKED, ...LATER })),
  "consultation.consultation.update": preparedLater(({ consultationId }) => ({ ...ASKED, consultationId, version: 1 })),
  "consultation.phase.save": prepared(({ consultationId }) => ({ ...LATER, consultationId })),
  "consultation.phase.open": preparedLater(({ phaseId }) => ({ phaseId })),
  "consultation.phase.remind": prepared(({ phaseId }) => ({ phaseId })),
  "consultation.phase.close": prepared(({ phaseId }) => ({ phaseId })),
  "consultation.synthesis.publish": preparedLater(({ consultationId }) => ({ consultationId, body: "Elles veulent…" })),
  "consultation.event.announce": prepared((_, today) => ({ ...EVENT, startsOn: today, endsOn: today })),
  "consultation.event.update": prepared(({ eventId }) => ({
    ...{ ...EVENT, eventId, version: 1, startsOn: "2090-01-01", endsOn: "2090-01-01" },
  })),
  "consultation.event.cancel": prepared(({ eventId }) => ({ eventId })),
  "consultation.part.add": preparedLater(({ eventId }) => ({
    ...{ eventId, kind: "plenary", title: "Plénière", day: "2090-01-01", time: "10:00", duration: "60" },
  })),
  "consultation.part.change": preparedLater(({ eventId, structureId: partId }) => ({ eventId, partId })),
  "consultation.attendee.register": actOf(EVERYBODY_THERE)(({ eventId }) => ({ eventId })),
  "consultation.attendee.add": prepared(({ eventId }) => ({ eventId, firstName: "Ana", lastName: "Roux" })),
  "consultation.attendee.cancel": actOf(
    EVERYBODY_THERE,
    "refused",
  )(({ eventId, structureId: attendeeId }) => ({ eventId, attendeeId })),
  "consultation.attendee.note": preparedLater(({ eventId, structureId: attendeeId }) => ({ eventId, attendeeId })),
  "consultation.roadmap.open": prepared(() => ({ title: "Une feuille de route" })),
  "consultation.roadmap.update": prepared(({ roadmapId }) => ({ roadmapId, version: 1, title: "Rebaptisée" })),
  "consultation.workstream.add": prepared(({ roadmapId }) => ({ roadmapId, title: "Un chantier" })),
  "consultation.milestone.add": preparedLater(({ roadmapId, structureId: workstreamId }, dueOn) => ({
    ...{ roadmapId, workstreamId, title: "Un jalon", dueOn },
  })),
  "consultation.milestone.reach": preparedLater(({ roadmapId, structureId: milestoneId }) => ({
    ...{ roadmapId, milestoneId, reached: "oui" },
  })),
  "consultation.committee.seat": prepared(({ roadmapId, personId }) => ({ roadmapId, personId })),
  "consultation.decision.log": prepared(({ roadmapId }, decidedOn) => ({ roadmapId, decidedOn, title: "Décidé" })),
  "consultation.adoption.record": spoken(({ roadmapId, structureId }) => ({
    roadmapId,
    structureId,
    choice: "adopted",
  })),
  "consultation.landscape.add": spoken(({ consultationId, structureId }) => ({
    ...{ consultationId, structureId, kind: "need", body: "Un besoin" },
  })),
  // No line was told: for everybody there is none.
  "consultation.landscape.withdraw": actOf([], "refused")(({ consultationId: lineId }) => ({ lineId })),
  "consultation.position.publish": spoken(({ consultationId, structureId }, takenOn) => ({
    ...{ consultationId, structureId, takenOn, body: "Une position" },
  })),
  "consultation.answer.give": answeredLater(({ phaseId, structureId }) => ({ phaseId, structureId, ranks: [] })),
  ...OBJECTIVES_ACTS,
  ...WORKGROUP_ACTS,
  ...TRAINING_ACTS,
  "consultation.answer.record": spokenLater(({ phaseId, structureId }) => ({ phaseId, structureId, ranks: [] })),
  "label.referential.start": prepared(() => ({ name: "Une liste de plus" })),
  "label.edition.revise": prepared(({ editionId }) => ({ editionId })),
  "label.criterion.import": preparedLater(({ editionId }) => ({ editionId, text: "code" })),
  "label.criterion.save": preparedLater(({ editionId }) => ({
    ...{ editionId, code: "Z1", field: "Domaine", level: "mandatory", wording: "Un critère." },
  })),
  "label.criterion.remove": preparedLater(({ editionId }) => ({ editionId, code: "A1" })),
  "label.edition.rule": preparedLater(({ editionId }) => ({
    ...{ editionId, version: 1, mandatoryPercent: 100, recommendedPercent: 50 },
    ...{ notApplicable: "unmet", validityMonths: 36 },
  })),
  "label.edition.publish": preparedLater(({ editionId }) => ({ editionId })),
  "label.labelling.register": spokenLater(({ structureId, editionId }) => ({ structureId, editionId, mode: "audit" })),
  "label.answer.write": wordOf(({ labellingId }) => ({ labellingId, answers: [{ code: "A1", value: "met" }] })),
  "label.labelling.submit": wordLater(({ labellingId }) => ({ labellingId })),
  "label.labelling.reopen": preparedLater(({ labellingId }) => ({ labellingId })),
  "label.labelling.withdraw": spoken(({ labellingId }) => ({ labellingId })),
  "label.labelling.decide": actOf(["chief"], "refused")(({ labellingId }) => ({ labellingId })),
  "label.evidence.give": wordOf(({ structureId }) => ({ structureId, title: "Page", link: "https://exemple.fr/p" })),
  "label.evidence.retire": wordOf(({ evidenceId }) => ({ evidenceId })),
  "label.assessor.name": prepared(({ labellingId, personId }) => ({ labellingId, personId })),
  "label.assessor.release": preparedLater(({ labellingId, personId }) => ({ labellingId, personId })),
  // Those who were named, and nobody here is: their own tests play them.
  "label.finding.record": assessedLater(({ labellingId }) => ({
    ...{ labellingId, findings: [{ code: "A1", value: "met" }] },
  })),
  "label.action.ask": assessedLater(({ labellingId }, dueOn) => ({
    labellingId,
    code: "A1",
    wording: "Revoir.",
    dueOn,
  })),
  // No action was asked: for everybody there is none.
  "label.action.finish": actOf([], "refused")(({ labellingId: actionId }) => ({ actionId, doneNote: "Fait." })),
  "label.action.check": assessedLater(({ labellingId: actionId }) => ({ actionId })),
  "grid.model.start": prepared(() => ({ name: "Une grille de plus" })),
  "grid.model.revise": prepared(({ gridModelId: modelId }) => ({ modelId })),
  "grid.indicator.import": preparedLater(({ gridModelId: modelId }) => ({ modelId, text: "code" })),
  "grid.model.publish": preparedLater(({ gridModelId: modelId }) => ({ modelId })),
  "grid.project.start": spoken(({ structureId }) => ({ name: "Un pôle", kind: "ptce", partnerIds: [structureId] })),
  "grid.project.describe": spoken(({ gridProjectId: projectId, structureId }) => ({
    ...{ projectId, name: "Un pôle", kind: "other", partnerIds: [structureId] },
  })),
  "grid.round.open": spokenLater(({ gridProjectId: projectId, gridModelId: modelId, personId }) => ({
    ...{ projectId, modelId, mode: "external", raterIds: [personId] },
  })),
  "grid.round.compare": spokenLater(({ gridRoundId: roundId }) => ({ roundId })),
  "grid.round.close": spokenLater(({ gridRoundId: roundId }) => ({ roundId })),
  "grid.rating.write": wordOf(({ gridRoundId: roundId }) => ({ roundId, ratings: [{ code: "A1", level: 1 }] })),
  "grid.rating.finish": wordLater(({ gridRoundId: roundId }) => ({ roundId })),
  "grid.remark.say": spokenLater(({ gridRoundId: roundId }) => ({ roundId, code: "A1", body: "À voir." })),
  "grid.value.agree": spokenLater(({ gridRoundId: roundId }) => ({ roundId, code: "A1", level: 1, reason: "Vu." })),
  "grid.action.plan": spokenLater(({ gridRoundId: roundId }, dueOn) => ({
    roundId,
    what: "Écrire",
    who: "Nous",
    dueOn,
  })),
  "grid.action.finish": spokenLater(({ gridProjectId: projectId, gridRoundId: actionId }) => ({ projectId, actionId })),
};
