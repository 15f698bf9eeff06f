import { isRefusal, refuse } from "#kernel/refusal.ts";
import { DOCX_TYPE, fileName } from "#platform/files/file-content.ts";
import { keptFile } from "#platform/http/kept-file.ts";
import { readTenant } from "#platform/http/tenant.ts";
import type { Route } from "./+types/document-word.page";
import { openDocument, traceOpening } from "./open-document.store.ts";

/** The DOCX of a document. */
export async function loader(args: Route.LoaderArgs) {
  const { app, organizationId, hash, title } = await readTenant(args, async (reader) => {
    const opened = await openDocument(reader, args.params.documentId);
    if (isRefusal(opened)) return opened;
    const { docxHash, title } = opened.document;
    if (docxHash !== null) await traceOpening(reader, opened.document);
    return docxHash === null
      ? refuse("missing", "document.notReady")
      : { app: reader.app, organizationId: reader.organizationId, hash: docxHash, title };
  });
  return keptFile(app, organizationId, { hash, mediaType: DOCX_TYPE, name: fileName(title, DOCX_TYPE) }, "attachment");
}
