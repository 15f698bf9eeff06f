import type { Seat } from "#modules/network/index.server.ts";
import type { Reader } from "#platform/http/tenant.ts";
import { answeredIn, askedBy } from "../answer/answer.store.ts";
import { type Consultation, type Phase, refuseUnlessTaking } from "./consultation.ts";

/** A phase as a page shows it: how far it is, and what it awaits of the reader. */
export type ShownPhase = Pick<Phase, "title" | "status" | "opensOn" | "closesOn"> & {
  readonly id: string;
  readonly answered: number;
  readonly asked: number;
  /** Takes answers today. */
  readonly taking: boolean;
  /** The structures that the reader speaks for, among those it asks. */
  readonly own: readonly { readonly structureId: string; readonly name: string; readonly answered: boolean }[];
};

export async function phaseShown(
  { tx, organizationId, today }: Reader,
  consultation: Consultation,
  phase: Phase,
  seats: readonly Seat[],
): Promise<ShownPhase> {
  const { id, title, status, opensOn, closesOn } = phase;
  const shown = { id: id as string, title, status, opensOn, closesOn };
  if (status === "prepared") return { ...shown, answered: 0, asked: 0, taking: false, own: [] };
  const asked = await askedBy(tx, organizationId, consultation, phase, today);
  const answered = await answeredIn(tx, organizationId, id);
  return {
    ...{ ...shown, asked: asked.length, taking: refuseUnlessTaking(phase, today) === null },
    answered: asked.filter(({ structureId }) => answered.has(structureId)).length,
    own: asked
      .filter(({ structureId }) => seats.some((seat) => seat.structureId === structureId))
      .map(({ structureId, name }) => ({
        ...{ structureId: structureId as string, name, answered: answered.has(structureId) },
      })),
  };
}
