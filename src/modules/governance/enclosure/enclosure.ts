/** What is read before an assembly: a file and the title that it is read by. Pure. */
import type { Instant } from "#kernel/day.ts";
import type { Id } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { type DocumentType, documentType } from "#platform/files/file-content.ts";
import type { AssemblyId, AssemblyStatus } from "../assembly/assembly.ts";
import type { EnclosureRefusalCode } from "./enclosure.fr.ts";

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
const MOST_MEGABYTES = 10;

/** A late paper is still a paper: it is told, and its day shows. */
export const takesEnclosures = (status: AssemblyStatus): boolean => status !== "closed" && status !== "cancelled";

/** What the file is, or why it cannot be read before an assembly. */
export function checkEnclosure(bytes: Uint8Array): DocumentType | Refusal<EnclosureRefusalCode> {
  if (bytes.byteLength > MOST_MEGABYTES * 1024 * 1024) {
    return refuse("invalid", "enclosure.heavy", { most: String(MOST_MEGABYTES) });
  }
  return documentType(bytes) ?? refuse("invalid", "enclosure.kind");
}
