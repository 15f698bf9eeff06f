/**
 * Associates and assemblies in a network: its members are structures, and whoever speaks for one votes for it. A
 * cooperative has the same pages and acts, whose lines for it are in the lists beside this folder.
 */
import {
  actOf,
  EVERYBODY_THERE,
  type NetworkActLine,
  type NetworkExpectation,
  type NetworkKind,
  ofBoth,
} from "./network-cast.ts";

const CHIEF: readonly NetworkKind[] = ["chief"];
/** Who was called: each speaks for an associate. */
const CALLED: readonly NetworkKind[] = [...CHIEF, "seated", "otherSeated"];
/** What is of one associate: for the chief, and for who speaks for it. */
const OWN: readonly NetworkKind[] = [...CHIEF, "seated"];

const PAGES: Readonly<Record<string, NetworkExpectation>> = {
  "/:cooperative/mes-parts": { readers: EVERYBODY_THERE },
  "/:cooperative/associes": { readers: CHIEF },
  "/:cooperative/associes/telecharger": { readers: CHIEF },
  "/:cooperative/associes/mouvements": { readers: CHIEF },
  "/:cooperative/associes/nouveau": { readers: CHIEF },
  "/:cooperative/associes/:associateId": { readers: CHIEF },
  "/:cooperative/associes/:associateId/attestation": { readers: OWN },
  "/:cooperative/assemblees": { readers: EVERYBODY_THERE },
  "/:cooperative/decisions": { readers: EVERYBODY_THERE },
  "/:cooperative/assemblees/nouvelle": { readers: CHIEF },
  "/:cooperative/assemblees/:assemblyId": { readers: CALLED },
  "/:cooperative/assemblees/documents/:enclosureId": { readers: CALLED },
  // Called, and not held yet: it is edited no more, and each page of the session leads to the assembly.
  "/:cooperative/assemblees/:assemblyId/modifier": { readers: CHIEF, status: 409 },
  "/:cooperative/assemblees/:assemblyId/seance": { readers: CHIEF, status: 302 },
  "/:cooperative/assemblees/:assemblyId/ecran": { readers: CHIEF, status: 302 },
  "/:cooperative/assemblees/:assemblyId/voter": { readers: EVERYBODY_THERE, status: 302 },
  "/:cooperative/assemblees/:assemblyId/proces-verbal": { readers: CALLED, status: 409 },
  "/:cooperative/assemblees/:assemblyId/proces-verbal/pdf": { readers: CALLED, status: 404 },
  "/:cooperative/reglages/associes": { readers: CHIEF },
};

const governed = actOf(CHIEF);
const governedLater = actOf(CHIEF, "refused");
const rule = { quorum: "1/5", base: "cast" };
const ASSEMBLY = { title: "Une de plus", kind: "ordinary", day: "2090-01-15", time: "18:00", place: "Lannion" };

const ACTS: Readonly<Record<string, NetworkActLine>> = {
  "governance.articles.save": governed(() => ({
    ...{ version: "0", shareValue: "20", minimumCapital: "30", refundYears: "5", admittedBy: "assembly" },
    ...{ convocationDays: "15", proxiesMost: "2", quorumScope: "college" },
    majority: { ordinary: "1/2", extraordinary: "2/3" },
    rule: { ordinary1: rule, ordinary2: rule, extraordinary1: rule, extraordinary2: rule },
    college: { 1: { name: "CAE", weight: "" }, 2: { name: "Territoires", weight: "" } },
  })),
  "governance.associate.apply": governed(({ personId: representativeId }, appliedOn) => ({
    ...{ kind: "organization", legalName: "Une structure de plus", representativeId, college: "1", appliedOn },
  })),
  "governance.associate.applyAgain": governedLater(({ associateId }, effectOn) => ({
    ...{ associateId, effectOn, college: "1" },
  })),
  "governance.associate.decide": governedLater(({ associateId }, effectOn) => ({
    ...{ associateId, effectOn, decision: "admit", decidedBy: "assembly" },
  })),
  "governance.associate.move": governed(({ associateId, personId: representativeId }, effectOn) => ({
    ...{ associateId, effectOn, college: "1", representativeId },
  })),
  "governance.associate.leave": governed(({ associateId }, effectOn) => ({ associateId, effectOn, kind: "leave" })),
  "governance.share.move": governed(({ associateId }, effectOn) => ({
    ...{ associateId, effectOn, kind: "pay", amount: "50" },
  })),
  "governance.share.reverse": governed(({ shareMovementId: movementId }) => ({ movementId })),
  "governance.assembly.prepare": governed(() => ASSEMBLY),
  "governance.assembly.update": governedLater(({ assemblyId }) => ({ ...ASSEMBLY, assemblyId, version: 1 })),
  "governance.assembly.convene": governedLater(({ assemblyId }) => ({ assemblyId })),
  "governance.assembly.cancel": governed(({ assemblyId }) => ({ assemblyId })),
  "governance.assembly.open": governedLater(({ assemblyId }) => ({ assemblyId })),
  "governance.assembly.close": governedLater(({ assemblyId }) => ({ assemblyId, chair: "Ana", secretary: "Yann" })),
  "governance.enclosure.add": governedLater(({ assemblyId, enclosureId: heldFileId }) => ({
    ...{ assemblyId, title: "Rapport", heldFileId },
  })),
  "governance.enclosure.remove": governedLater(({ enclosureId }) => ({ enclosureId })),
  "governance.motion.add": governedLater(({ assemblyId }) => ({
    ...{ assemblyId, title: "Budget", body: "Adopter.", rule: "ordinary", ballot: "open" },
  })),
  "governance.motion.remove": governedLater(({ motionId }) => ({ motionId })),
  "governance.motion.open": governedLater(({ motionId }) => ({ motionId })),
  "governance.motion.settle": governedLater(({ motionId }) => ({ motionId })),
  "governance.motion.record": governedLater(({ motionId }) => ({
    ...{ motionId, votesFor: "1", votesAgainst: "0", votesAbstain: "0", countedBy: "Ana" },
  })),
  // Not in session: who votes is known once it is.
  "governance.vote.cast": governedLater(({ motionId, associateId }) => ({ motionId, associateId, choice: "for" })),
  "governance.presence.sign": actOf(
    ["seated", "otherSeated"],
    "refused",
  )(({ assemblyId }) => ({
    ...{ assemblyId, code: "abcdefghjk" },
  })),
  "governance.presence.note": governedLater(({ assemblyId, associateId }) => ({
    ...{ assemblyId, associateId, present: "oui" },
  })),
  "governance.proxy.give": actOf(OWN)(({ assemblyId, associateId: giverId }) => ({ assemblyId, giverId })),
  "governance.minutes.publish": governedLater(({ assemblyId }) => ({ assemblyId })),
};

export const GOVERNANCE_PAGES: Readonly<Record<string, NetworkExpectation>> = ofBoth(PAGES);
export const GOVERNANCE_OF_NETWORK: Readonly<Record<string, NetworkActLine>> = ofBoth(ACTS);
