import type { Day, Instant } from "#kernel/day.ts";
import type { Id } from "#kernel/id.ts";
import type { StructureId } from "#modules/network/index.ts";

export type ProjectId = Id<"gridProject">;
export const PROJECT_KINDS = ["ptce", "other"] as const;
export type ProjectKind = (typeof PROJECT_KINDS)[number];
/** What the law of 2014 asks of a pole: several different organisations; practice and calls for projects say five. */
export const LEAST_PARTNERS = 5;

export type Project = {
  readonly id: ProjectId;
  readonly name: string;
  readonly kind: ProjectKind;
  readonly territory: string;
  readonly description: string;
  readonly partnerIds: readonly StructureId[];
};

export type PlanAction = {
  readonly id: Id<"planAction">;
  readonly code: string;
  readonly what: string;
  readonly who: string;
  readonly dueOn: Day;
  readonly doneAt: Instant | null;
  readonly doneNote: string;
};
