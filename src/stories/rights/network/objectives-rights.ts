/** Agreements of objectives: each structure of the world leads one, signed, with another party. */
import { actOf, EVERYBODY_THERE, type NetworkActLine, type NetworkExpectation, SEATED, TEAM } from "./network-cast.ts";

const AT = "/:cooperative/conventions-d-objectifs";
const read = { readers: SEATED } as const;

export const OBJECTIVES_EXPECTATIONS: Readonly<Record<string, NetworkExpectation>> = {
  [AT]: { readers: EVERYBODY_THERE },
  [`${AT}/nouvelle`]: { readers: TEAM },
  [`${AT}/:conventionId`]: read,
  [`${AT}/:conventionId/objectifs`]: read,
  [`${AT}/:conventionId/financement`]: read,
  [`${AT}/:conventionId/actions`]: read,
  [`${AT}/:conventionId/effets`]: read,
  [`${AT}/:conventionId/rapport`]: read,
};

const prepared = actOf(TEAM);
const told = actOf(SEATED);
const later = actOf(SEATED, "refused");
// Their own figures are for those who speak for a structure: not for the team.
const measuredLater = actOf(["seated"], "refused");
const given = (structureId: string, partyId: string, today: string) => ({
  ...{ title: "Une convention", startsOn: today, endsOn: today, leadId: structureId },
  partyIds: [structureId, partyId],
});

export const OBJECTIVES_ACTS: Readonly<Record<string, NetworkActLine>> = {
  "objectives.convention.begin": prepared(({ structureId, partyId }, today) => given(structureId, partyId, today)),
  // What is signed changes by an amendment only.
  "objectives.convention.describe": later(({ structureId, partyId, conventionId }, today) => ({
    ...given(structureId, partyId, today),
    ...{ conventionId, version: 2 },
  })),
  "objectives.convention.sign": later(({ conventionId }, today) => ({ conventionId, signedOn: today })),
  "objectives.convention.amend": told(({ conventionId }, today) => ({ conventionId, agreedOn: today, body: "Plus." })),
  "objectives.objective.add": told(({ conventionId }) => ({ conventionId, title: "Accueillir", amendment: 1 })),
  "objectives.indicator.add": told(({ conventionId, objectiveId }) => ({
    ...{ conventionId, objectiveId, label: "Personnes", amendment: 1 },
  })),
  "objectives.target.change": told(({ conventionId, objectiveIndicatorId }, today) => ({
    ...{ conventionId, indicatorId: objectiveIndicatorId, amendment: 1 },
    targets: { [today.slice(0, 4)]: "12" },
  })),
  "objectives.result.record": told(({ conventionId, objectiveIndicatorId }, today) => ({
    ...{ conventionId, indicatorId: objectiveIndicatorId, year: today.slice(0, 4), done: "3" },
  })),
  "objectives.tranche.plan": told(({ conventionId, structureId }, today) => ({
    ...{ conventionId, label: "Tranche", funderId: structureId, amount: "10", dueOn: today, amendment: 1 },
    shares: { [structureId]: "10" },
  })),
  "objectives.tranche.receive": told(({ conventionId, trancheId }, today) => ({
    ...{ conventionId, trancheId, receivedOn: today },
  })),
  "objectives.action.plan": told(({ conventionId, structureId }, today) => ({
    ...{ conventionId, title: "Un salon", carrierId: structureId, plannedOn: today },
  })),
  "objectives.action.tell": told(({ conventionId, jointActionId }) => ({
    ...{ conventionId, actionId: jointActionId, state: "done", note: "Tenu." },
  })),
  // A party speaks for itself; the team enters what it was told.
  "objectives.effect.declare": actOf(["seated"])(({ conventionId, structureId }, today) => ({
    ...{ conventionId, structureId, year: today.slice(0, 4), kind: "referrals", number: "2" },
  })),
  "objectives.effect.enter": prepared(({ conventionId, structureId }, today) => ({
    ...{ conventionId, structureId, year: today.slice(0, 4), kind: "sharedCustomers", number: "2" },
    toldBy: "Dominique, qui tient les comptes",
  })),
  // Nothing was sent to the observatory of this network.
  "objectives.effect.measure": measuredLater(({ conventionId, structureId, placeId: documentId }, today) => ({
    ...{ conventionId, structureId, documentId, year: today.slice(0, 4), kind: "referrals" },
  })),
};
