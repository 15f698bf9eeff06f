/** What is read before an assembly: a file and the title that it is read by. Pure. */
import type { Instant } from "#kernel/day.ts";
import type { Id } from "#kernel/id.ts";
import type { AssemblyId, AssemblyStatus } from "../assembly/assembly.ts";

export type EnclosureId = Id<"enclosure">;

export type Enclosure = {
  readonly id: EnclosureId;
  readonly assemblyId: AssemblyId;
  readonly title: string;
  readonly fileHash: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly addedAt: Instant;
};

export const MOST_ENCLOSURES = 30;

/** A late paper is still a paper: it is told, and its day shows. */
export const takesEnclosures = (status: AssemblyStatus): boolean => status !== "closed" && status !== "cancelled";
