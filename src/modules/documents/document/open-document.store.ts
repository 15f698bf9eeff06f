import { type PersonId, parseId } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { findPerson } from "#modules/membership/index.server.ts";
import type { FileStore } from "#platform/files/file-store.ts";
import type { Reader } from "#platform/http/tenant.ts";
import { traceReading } from "#platform/http/trace-reading.ts";
import type { PageBlock } from "#platform/pdf/printable-pages.ts";
import { mayDocuments } from "../documents.policy.ts";
import { readContent } from "../docx/content.ts";
import { openDocx } from "../docx/safety.ts";
import { findDocument } from "./document.store.ts";

/** A document that this reader may open, with its person; or why not. */
export async function openDocument({ tx, actor, organizationId }: Reader, id: string | undefined) {
  const documentId = parseId<"document">(id);
  const document = documentId === null ? null : await findDocument(tx, organizationId, documentId);
  const person = document === null ? null : await findPerson(tx, actor, document.personId);
  const missing: Refusal = refuse("missing", "document.missing");
  if (document === null || person === null) return missing;
  const refusal = mayDocuments(actor, "read", person.facts);
  return refusal ?? { document, person };
}

/** A document opened by somebody else than its person is a line of the access log. */
export async function traceOpening(
  reader: Reader,
  { id, personId }: { readonly id: string; readonly personId: PersonId },
): Promise<void> {
  if (reader.actor.personId === personId) return;
  const fact = { subjectKind: "documents.document", subjectId: id, details: { personId } };
  await traceReading(reader, "documents.document.open", fact);
}

/** The words of a document, to be read on the screen; null while its files are being written. */
export async function wordsOf(files: FileStore, docxHash: string | null): Promise<readonly PageBlock[] | null> {
  const bytes = docxHash === null ? null : await files.get(docxHash);
  const parts = bytes === null ? "notDocx" : openDocx(bytes);
  return typeof parts === "string" ? null : readContent(parts).blocks;
}
