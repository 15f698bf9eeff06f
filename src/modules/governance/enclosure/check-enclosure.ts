/** What may be read before an assembly, by its bytes. Pure; beside enclosure.ts, which the browser reads too. */
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { type DocumentType, documentType } from "#platform/files/file-content.ts";
import type { EnclosureRefusalCode } from "./enclosure.fr.ts";

const MOST_MEGABYTES = 10;

/** What the file is, or why it cannot be read before an assembly. */
export function checkEnclosure(bytes: Uint8Array): DocumentType | Refusal<EnclosureRefusalCode> {
  if (bytes.byteLength > MOST_MEGABYTES * 1024 * 1024) {
    return refuse("invalid", "enclosure.heavy", { most: String(MOST_MEGABYTES) });
  }
  return documentType(bytes) ?? refuse("invalid", "enclosure.kind");
}
