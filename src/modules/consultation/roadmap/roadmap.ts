/** A roadmap: what a network plans, decides, and what each structure makes of it. */
import type { Day, Instant } from "#kernel/day.ts";
import type { Id, PersonId } from "#kernel/id.ts";
import type { StructureId } from "#modules/network/index.ts";
import type { ConsultationId } from "../consultation/consultation.ts";

export type RoadmapId = Id<"roadmap">;
export type WorkstreamId = Id<"workstream">;
export type MilestoneId = Id<"milestone">;

/** A structure is free: it adopts, adapts, waits or declines, and says why. */
export const CHOICES = ["adopted", "adapted", "notYet", "declined"] as const;
export type AdoptionChoice = (typeof CHOICES)[number];

export type Roadmap = {
  readonly id: RoadmapId;
  readonly consultationId: ConsultationId | null;
  readonly title: string;
  readonly mandate: string;
  readonly version: number;
};
export type Milestone = {
  readonly id: MilestoneId;
  readonly title: string;
  readonly dueOn: Day;
  readonly reachedOn: Day | null;
};
export type Workstream = {
  readonly id: WorkstreamId;
  readonly title: string;
  readonly description: string;
  readonly structureName: string | null;
  readonly milestones: readonly Milestone[];
};
export type CommitteeSeat = { readonly personId: PersonId; readonly name: string; readonly function: string };
export type Decision = { readonly id: string; readonly decidedOn: Day; readonly title: string; readonly body: string };
export type Adoption = {
  readonly structureId: StructureId;
  readonly structureName: string;
  readonly number: number;
  readonly choice: AdoptionChoice;
  readonly comment: string;
  readonly recordedAt: Instant;
};

/** How many say each thing, as facts of a sentence. */
export function countChoices(adoptions: readonly Pick<Adoption, "choice">[]): Record<AdoptionChoice, string> {
  const counted = (choice: AdoptionChoice) => String(adoptions.filter((one) => one.choice === choice).length);
  return {
    ...{ adopted: counted("adopted"), adapted: counted("adapted") },
    ...{ notYet: counted("notYet"), declined: counted("declined") },
  };
}

/** The last answer of each structure: the earlier ones stay below it. */
export function latest(adoptions: readonly Adoption[]): Adoption[] {
  const held = new Map<StructureId, Adoption>();
  for (const one of adoptions) {
    if ((held.get(one.structureId)?.number ?? 0) < one.number) held.set(one.structureId, one);
  }
  return [...held.values()].sort((a, b) => a.structureName.localeCompare(b.structureName, "fr"));
}
