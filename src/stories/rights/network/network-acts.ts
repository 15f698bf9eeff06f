/** Who may do each act of a network, and an example of it: a growing list. */
import { actOf, EVERYBODY_THERE, type NetworkActLine, SEATED, TEAM } from "./network-cast.ts";

const prepared = actOf(TEAM);
const preparedLater = actOf(TEAM, "refused");
const spoken = actOf(SEATED);
const spokenLater = actOf(SEATED, "refused");
const answeredLater = actOf(["seated"], "refused");

const ASKED = { title: "Une question", question: "Laquelle ?", audience: "cae", axes: "Un\nDeux" };
const LATER = { phaseTitle: "Plus tard", opensOn: "2090-01-01", closesOn: "2090-02-01" };
const taken = actOf(EVERYBODY_THERE);

export const NETWORK_ACTS: Readonly<Record<string, NetworkActLine>> = {
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
  "consultation.consultation.prepare": prepared(() => ({ ...ASKED, ...LATER })),
  "consultation.consultation.update": preparedLater(({ consultationId }) => ({ ...ASKED, consultationId, version: 1 })),
  "consultation.phase.save": prepared(({ consultationId }) => ({ ...LATER, consultationId })),
  "consultation.phase.open": preparedLater(({ phaseId }) => ({ phaseId })),
  "consultation.phase.remind": prepared(({ phaseId }) => ({ phaseId })),
  "consultation.phase.close": prepared(({ phaseId }) => ({ phaseId })),
  "consultation.synthesis.publish": preparedLater(({ consultationId }) => ({ consultationId, body: "Elles veulent…" })),
  "consultation.answer.give": answeredLater(({ phaseId, structureId }) => ({ phaseId, structureId, ranks: [] })),
  "consultation.answer.record": spokenLater(({ phaseId, structureId }) => ({ phaseId, structureId, ranks: [] })),
};
