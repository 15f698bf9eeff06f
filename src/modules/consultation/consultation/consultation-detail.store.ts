import { seatsOf } from "#modules/network/index.server.ts";
import type { Reader } from "#platform/http/tenant.ts";
import { answeredIn, askedBy } from "../answer/answer.store.ts";
import { phasesOf } from "./consultation.store.ts";
import type { Consultation, Phase } from "./consultation.ts";

export type ShownPhase = Phase & { readonly answered: number; readonly asked: number };
export type OwnSeat = { readonly structureId: string; readonly name: string; readonly answered: boolean };

/** A consultation with its phases and how far each is. */
export async function phasesShown(reader: Reader, consultation: Consultation): Promise<ShownPhase[]> {
  const { tx, organizationId, today } = reader;
  const shown: ShownPhase[] = [];
  for (const phase of await phasesOf(tx, organizationId, consultation.id)) {
    const asked = await askedBy(tx, organizationId, consultation, phase, today);
    const answered = await answeredIn(tx, organizationId, phase.id);
    const among = asked.filter(({ structureId }) => answered.has(structureId)).length;
    shown.push({ ...phase, answered: among, asked: asked.length });
  }
  return shown;
}

/** The structures that the reader represents and that a phase asks, with whether they have answered. */
export async function ownSeats(reader: Reader, consultation: Consultation, phase: Phase): Promise<OwnSeat[]> {
  const { tx, organizationId, actor, today } = reader;
  const asked = await askedBy(tx, organizationId, consultation, phase, today);
  const answered = await answeredIn(tx, organizationId, phase.id);
  const seats = await seatsOf(tx, organizationId, actor.personId, today);
  return seats
    .filter((seat) => asked.some(({ structureId }) => structureId === seat.structureId))
    .map(({ structureId, structureName }) => ({
      ...{ structureId: structureId as string, name: structureName, answered: answered.has(structureId) },
    }));
}
