/** What a structure answered in a phase; of its answers one stands, and the others stay as a trace. */
import type { Day, Instant } from "#kernel/day.ts";
import type { Id, PersonId } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import type { StructureId } from "#modules/network/index.ts";
import type { ConsultationRefusalCode } from "../consultation/consultation.fr.ts";
import type { AxisId, PhaseId } from "../consultation/consultation.ts";

export type AnswerId = Id<"answer">;
export type GatheringId = Id<"gathering">;

/** By the form of a representative, or by a territorial meeting and its minutes. */
export const CHANNELS = ["form", "gathering"] as const;
export type Channel = (typeof CHANNELS)[number];

export type Ranked = { readonly axisId: AxisId; readonly rank: number; readonly note: string };

export type Gathering = {
  readonly id: GatheringId;
  readonly heldOn: Day;
  readonly place: string;
  readonly attendees: number | null;
  readonly minutes: string;
};

export type Answer = {
  readonly id: AnswerId;
  readonly phaseId: PhaseId;
  readonly structureId: StructureId;
  readonly number: number;
  readonly channel: Channel;
  readonly gatheringId: GatheringId | null;
  /** The day of the form, or of the meeting. */
  readonly givenOn: Day;
  readonly comment: string;
  readonly recordedAt: Instant;
  readonly recordedBy: PersonId;
  readonly ranks: readonly Ranked[];
};

type Dated = Pick<Answer, "structureId" | "givenOn" | "number">;

/** The later day wins, whatever its channel; of one day, what was recorded last. */
const later = (a: Dated, b: Dated) => (a.givenOn === b.givenOn ? a.number > b.number : a.givenOn > b.givenOn);

/** The one valid answer of each structure, among all those of one phase. */
export function standing<T extends Dated>(answers: readonly T[]): ReadonlyMap<StructureId, T> {
  const valid = new Map<StructureId, T>();
  for (const answer of answers) {
    const held = valid.get(answer.structureId);
    if (held === undefined || later(answer, held)) valid.set(answer.structureId, answer);
  }
  return valid;
}

/** Every axis has its place, and each place is given once. */
export function refuseRanks(
  ranks: readonly Ranked[],
  axes: readonly { readonly id: AxisId }[],
): Refusal<ConsultationRefusalCode> | null {
  for (const { id } of axes) {
    if (!ranks.some(({ axisId }) => axisId === id)) return refuse("invalid", "answer.unranked");
  }
  if (ranks.length !== axes.length) return refuse("invalid", "answer.unranked");
  for (const [index, { rank }] of ranks.entries()) {
    if (rank < 1 || rank > axes.length) return refuse("invalid", "answer.unranked", {}, `ranks.${index}.rank`);
    if (ranks.slice(0, index).some((other) => other.rank === rank)) {
      return refuse("invalid", "answer.sameRank", { rank: String(rank) }, `ranks.${index}.rank`);
    }
  }
  return null;
}
