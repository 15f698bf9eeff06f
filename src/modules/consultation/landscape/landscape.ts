/** What is there before a consultation: projects and findings, told by each structure. Pure. */
import type { Id } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import type { StructureId } from "#modules/network/index.ts";
import type { Phase } from "../consultation/consultation.ts";
import type { LandscapeRefusalCode } from "./landscape.fr.ts";

export type LandscapeLineId = Id<"landscapeLine">;

export const PROJECTS = ["pastProject", "presentProject", "plannedProject"] as const;
export const FINDINGS = ["strength", "weakness", "expectation", "need"] as const;
export const LANDSCAPE_KINDS = [...PROJECTS, ...FINDINGS] as const;
export type LandscapeKind = (typeof LANDSCAPE_KINDS)[number];

export type LandscapeLine = {
  readonly id: LandscapeLineId;
  readonly structureId: StructureId;
  readonly structureName: string;
  readonly kind: LandscapeKind;
  readonly body: string;
};

/** Once every phase is closed, nothing of a consultation changes. */
export function refuseOnceOver(phases: readonly Pick<Phase, "status">[]): Refusal<LandscapeRefusalCode> | null {
  return phases.every(({ status }) => status === "closed") ? refuse("conflict", "landscape.over") : null;
}
