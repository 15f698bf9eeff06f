/** The documents that prove an entry: a supplier's invoice, an expense claim, a pay slip. */

import type { ActivityId, Id } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { type DocumentType, documentType } from "#platform/files/file-content.ts";
import type { ReadScope } from "../ledger.policy.ts";
import type { DocumentRefusalCode } from "./entry-document.fr.ts";

export type EntryDocumentId = Id<"entryDocument">;

export const MOST_DOCUMENTS = 10;
const MOST_MEGABYTES = 10;

/** What the file is, or why it cannot be a document of the books. */
export function checkDocument(bytes: Uint8Array): DocumentType | Refusal<DocumentRefusalCode> {
  if (bytes.byteLength > MOST_MEGABYTES * 1024 * 1024) {
    return refuse("invalid", "entryDocument.heavy", { most: String(MOST_MEGABYTES) });
  }
  return documentType(bytes) ?? refuse("invalid", "entryDocument.kind");
}

/**
 * Whoever reads the whole entry reads its documents: a list of pays, or an invoice shared by several activities, is not
 * shown to somebody who may read one line of it.
 */
export function readsDocuments(
  scope: ReadScope | "activities",
  lines: readonly { readonly activityId: ActivityId | null }[],
): boolean {
  if (scope === "all") return true;
  return lines.every(({ activityId }) => activityId !== null && (scope === "activities" || scope.includes(activityId)));
}
