import { isRefusal, refuse } from "#kernel/refusal.ts";
import { fileName } from "#platform/files/file-content.ts";
import { keptFile } from "#platform/http/kept-file.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { openDocument, traceOpening } from "../document/open-document.store.ts";
import type { Route } from "./+types/signed-file.page";
import { lastRequest } from "./signature.store.ts";
import { signedName } from "./signature.ts";

/** The signed PDF, with its page of signatures and its seal. */
export async function loader(args: Route.LoaderArgs) {
  const { app, organizationId, hash, title } = await readTenant(args, async (reader) => {
    const opened = await openDocument(reader, args.params.documentId);
    if (isRefusal(opened)) return opened;
    const request = await lastRequest(reader.tx, reader.organizationId, opened.document.id);
    if (request?.signedHash == null) return refuse("missing", "document.notReady");
    await traceOpening(reader, opened.document);
    return {
      app: reader.app,
      organizationId: reader.organizationId,
      hash: request.signedHash,
      title: opened.document.title,
    };
  });
  return keptFile(
    app,
    organizationId,
    { hash, mediaType: "application/pdf", name: fileName(signedName(title), "application/pdf") },
    "inline",
  );
}
