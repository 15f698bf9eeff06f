import { isRefusal, refuse } from "#kernel/refusal.ts";
import { fileName } from "#platform/files/file-content.ts";
import { keptFile } from "#platform/http/kept-file.ts";
import { readTenant } from "#platform/http/tenant.ts";
import type { Route } from "./+types/document-file.page";
import { openDocument, traceOpening } from "./open-document.store.ts";

const WAITS = 20;
const WAIT_MS = 250;

/** The paper of a document. Printed right after it is made: waited for a moment. */
export async function loader(args: Route.LoaderArgs) {
  for (let attempt = 0; ; attempt++) {
    const found = await readTenant(args, async (reader) => {
      const opened = await openDocument(reader, args.params.documentId);
      if (isRefusal(opened)) return opened;
      if (opened.document.pdfHash !== null) await traceOpening(reader, opened.document);
      const notReady = reader.app.sentence(refuse("conflict", "document.notReady"), reader.language);
      return { app: reader.app, organizationId: reader.organizationId, document: opened.document, notReady };
    });
    const { app, organizationId, document } = found;
    if (document.pdfHash !== null) {
      const name = fileName(document.title, "application/pdf");
      return keptFile(app, organizationId, { hash: document.pdfHash, mediaType: "application/pdf", name }, "inline");
    }
    if (attempt >= WAITS) {
      const headers = { "retry-after": "2", "content-type": "text/plain; charset=utf-8" };
      return new Response(found.notReady, { status: 503, headers });
    }
    await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
  }
}
