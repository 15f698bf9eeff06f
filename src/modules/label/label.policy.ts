import { type Actor, hasGeneralRole } from "#kernel/actor.ts";
import type { PersonId } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { isStaff, mayEnter, mayPrepare, type Seat } from "#modules/network/index.server.ts";
import type { StructureId } from "#modules/network/index.ts";
import type { LabelRefusalCode } from "./label.fr.ts";

type Seats = readonly Pick<Seat, "structureId">[];
export type Assessed = { readonly structureId: StructureId; readonly assessorIds: readonly PersonId[] };

/** Referentials are everybody's to read in a network; the team writes them. */
export const mayReadReferentials = mayEnter;
export const mayKeepReferentials = mayPrepare;

const seated = (seats: Seats, structureId: StructureId) => seats.some((seat) => seat.structureId === structureId);
const assesses = (actor: Actor, of: Assessed) => of.assessorIds.includes(actor.personId);

/** Who reads a labelling: the structure's representatives, its assessors, the team. For others it does not exist. */
export function mayReadLabelling(actor: Actor, seats: Seats, of: Assessed): Refusal<string> | null {
  const entered = mayEnter(actor);
  if (entered) return entered;
  if (isStaff(actor) || seated(seats, of.structureId) || assesses(actor, of)) return null;
  return refuse("missing", "labelling.missing" satisfies LabelRefusalCode);
}

/** Answers, evidence and what was put right are the structure's own word: its representatives, nobody else. */
export function maySpeakForIt(actor: Actor, seats: Seats, structureId: StructureId): Refusal<string> | null {
  const entered = mayEnter(actor);
  if (entered) return entered;
  return seated(seats, structureId) ? null : refuse("forbidden", "labelling.notYours" satisfies LabelRefusalCode);
}

/** Registering a structure: its representatives, or the team for it. */
export function mayRegister(actor: Actor, seats: Seats, structureId: StructureId): Refusal<string> | null {
  const entered = mayEnter(actor);
  if (entered) return entered;
  if (isStaff(actor) || seated(seats, structureId)) return null;
  return refuse("forbidden", "labelling.notYours" satisfies LabelRefusalCode);
}

/** Findings: whoever was named to assess, and speaks for the structure no more than the day they were named. */
export function mayAssess(actor: Actor, seats: Seats, of: Assessed): Refusal<string> | null {
  const readable = mayReadLabelling(actor, seats, of);
  if (readable) return readable;
  if (!assesses(actor, of)) return refuse("forbidden", "labelling.notAssessor" satisfies LabelRefusalCode);
  if (seated(seats, of.structureId)) return refuse("forbidden", "labelling.notIndependent" satisfies LabelRefusalCode);
  return null;
}

/** Naming assessors and giving back what was handed over: the team, but not for one's own structure. */
export function mayOrganise(actor: Actor, seats: Seats, structureId: StructureId): Refusal<string> | null {
  const prepares = mayPrepare(actor);
  if (prepares) return prepares;
  return seated(seats, structureId) ? refuse("forbidden", "labelling.notIndependent" satisfies LabelRefusalCode) : null;
}

/** Pronouncing what the rule gives: direction or administration, who neither speak for the structure nor assessed it. */
export function mayDecide(actor: Actor, seats: Seats, of: Assessed): Refusal<string> | null {
  const organises = mayOrganise(actor, seats, of.structureId);
  if (organises) return organises;
  if (!hasGeneralRole(actor, ["direction", "administrator"])) {
    return refuse("forbidden", "labelling.notDecider" satisfies LabelRefusalCode);
  }
  return assesses(actor, of) ? refuse("forbidden", "labelling.notIndependent" satisfies LabelRefusalCode) : null;
}
