import type { Day, Instant } from "#kernel/day.ts";
import type { Id, PersonId } from "#kernel/id.ts";
import type { Transitions } from "#kernel/transition.ts";
import type { StructureId } from "#modules/network/index.ts";
import type { EditionId } from "../referential/referential.ts";

export type LabellingId = Id<"labelling">;
export type EvidenceId = Id<"evidence">;
export const MODES = ["audit", "peers"] as const;
export type Mode = (typeof MODES)[number];

export type LabellingStatus = "preparing" | "submitted" | "granted" | "refused" | "withdrawn";
export type LabellingAction = "submit" | "reopen" | "grant" | "refuse" | "withdraw";
/** A structure prepares, hands over, is assessed; the rule decides. Handed over too early, it may be given back. */
export const labellingTransitions: Transitions<LabellingStatus, LabellingAction> = {
  preparing: { submit: "submitted", withdraw: "withdrawn" },
  submitted: { reopen: "preparing", grant: "granted", refuse: "refused", withdraw: "withdrawn" },
  granted: {},
  refused: {},
  withdrawn: {},
};

export const ANSWER_VALUES = ["met", "partly", "unmet", "not_applicable"] as const;
export type AnswerValue = (typeof ANSWER_VALUES)[number];

export type Labelling = {
  readonly id: LabellingId;
  readonly structureId: StructureId;
  readonly structureName: string;
  readonly editionId: EditionId;
  readonly referentialName: string;
  readonly editionNumber: number;
  readonly example: boolean;
  readonly mode: Mode;
  readonly status: LabellingStatus;
  readonly registeredAt: Instant;
  readonly submittedAt: Instant | null;
  readonly assessorIds: readonly PersonId[];
  readonly decidedOn: Day | null;
  readonly number: string | null;
  readonly validUntil: Day | null;
};

export type Answer = {
  readonly code: string;
  readonly value: AnswerValue;
  readonly comment: string;
  readonly evidenceIds: readonly EvidenceId[];
};
