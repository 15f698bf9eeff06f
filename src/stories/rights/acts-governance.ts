/** Who may do each act of associates and assemblies, with an example: a growing list. */
import { type ActLine, BOOKS, CHIEFS, of } from "./act-line.ts";

const governed = of(CHIEFS, "none");
const governedLater = of(CHIEFS, "none", "refused");
const kept = of(BOOKS, "none");
const rule = { quorum: "1/5", base: "cast" };

export const GOVERNANCE_ACTS: Readonly<Record<string, ActLine>> = {
  "governance.articles.save": governed(() => ({
    ...{ version: "0", shareValue: "20", minimumCapital: "30", refundYears: "5", admittedBy: "assembly" },
    ...{ convocationDays: "15", proxiesMost: "2", quorumScope: "whole" },
    majority: { ordinary: "1/2", extraordinary: "2/3" },
    rule: { ordinary1: rule, ordinary2: rule, extraordinary1: rule, extraordinary2: rule },
    college: { 1: { name: "Associés", weight: "" } },
  })),
  "governance.associate.apply": governed(({ accompaniedId: representativeId }, appliedOn) => ({
    ...{ kind: "organization", legalName: "Mairie", representativeId, college: "1", appliedOn },
  })),
  // Admitted already: their own tests bring each to its state.
  "governance.associate.applyAgain": governedLater(({ associateId }, effectOn) => ({
    ...{ associateId, effectOn, college: "1" },
  })),
  "governance.associate.decide": governedLater(({ associateId }, effectOn) => ({
    ...{ associateId, effectOn, decision: "admit", decidedBy: "assembly" },
  })),
  "governance.associate.move": governed(({ associateId, accompaniedId: representativeId }, effectOn) => ({
    ...{ associateId, effectOn, college: "1", representativeId },
  })),
  "governance.associate.leave": governed(({ associateId }, effectOn) => ({
    ...{ associateId, effectOn, kind: "leave" },
  })),
  "governance.share.move": kept(({ associateId }, effectOn) => ({ associateId, effectOn, kind: "pay", amount: "50" })),
  "governance.share.reverse": kept(({ shareMovementId: movementId }) => ({ movementId })),
  "governance.assembly.prepare": governed((_, day) => ({
    ...{ title: "Assemblée", kind: "ordinary", day, time: "23:59", place: "Grande salle" },
  })),
  "governance.assembly.update": governed(({ assemblyId }, day) => ({
    ...{ assemblyId, version: 1, title: "Assemblée", kind: "ordinary", day, time: "23:59", place: "Grande salle" },
  })),
  "governance.assembly.convene": governed(({ assemblyId }) => ({ assemblyId })),
  "governance.assembly.cancel": governed(({ assemblyId }) => ({ assemblyId })),
  // Not called yet.
  "governance.assembly.open": governedLater(({ assemblyId }) => ({ assemblyId })),
  "governance.assembly.close": governedLater(({ assemblyId }) => ({ assemblyId, chair: "Ana", secretary: "Yann" })),
  // Of a file that they sent: no file waits for them here.
  "governance.enclosure.add": governedLater(({ assemblyId, enclosureId: heldFileId }) => ({
    ...{ assemblyId, title: "Rapport", heldFileId },
  })),
  "governance.enclosure.remove": governed(({ enclosureId }) => ({ enclosureId })),
  "governance.motion.add": governed(({ assemblyId }) => ({
    ...{ assemblyId, title: "Budget", body: "Adopter.", rule: "ordinary", ballot: "open" },
  })),
  "governance.motion.remove": governed(({ motionId }) => ({ motionId })),
  "governance.motion.open": governedLater(({ motionId }) => ({ motionId })),
  "governance.motion.settle": governedLater(({ motionId }) => ({ motionId })),
  "governance.motion.record": governedLater(({ motionId }) => ({
    ...{ motionId, votesFor: "1", votesAgainst: "0", votesAbstain: "0", countedBy: "Ana" },
  })),
  "governance.vote.cast": governedLater(({ motionId, associateId }) => ({ motionId, associateId, choice: "for" })),
  // Associates alone, and nobody here is one: their own tests play it.
  "governance.presence.sign": of([], "none")(({ assemblyId }) => ({ assemblyId, code: "abcdefghjk" })),
  "governance.presence.note": governedLater(({ assemblyId, associateId }) => ({
    assemblyId,
    associateId,
    present: "oui",
  })),
  "governance.proxy.give": governedLater(({ assemblyId, associateId: giverId }) => ({ assemblyId, giverId })),
  "governance.minutes.publish": governedLater(({ assemblyId }) => ({ assemblyId })),
};
