import { parseId } from "#kernel/id.ts";
import { refuse } from "#kernel/refusal.ts";
import { bytesToServe } from "#platform/files/file-check.store.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { findEntry } from "../entry/entry.store.ts";
import type { DocumentRefusalCode } from "../entry/entry-document.fr.ts";
import { findDocument } from "../entry/entry-document.store.ts";
import { readsDocuments } from "../entry/entry-document.ts";
import { readScope } from "../ledger.policy.ts";
import type { Route } from "./+types/document.page";

/** A document of an entry, for whoever reads the whole entry. */
export async function loader(args: Route.LoaderArgs) {
  const { document, app, organizationId } = await readTenant(args, async ({ app, tx, actor, organizationId }) => {
    const missing = refuse<DocumentRefusalCode>("missing", "entryDocument.missing");
    const id = parseId<"entryDocument">(args.params.documentId);
    const document = id === null ? null : await findDocument(tx, organizationId, id);
    if (document === null) return missing;
    const entry = await findEntry(tx, organizationId, document.entryId);
    if (entry === null || !readsDocuments(readScope(actor), entry.lines)) return missing;
    return { document, app, organizationId };
  });
  const bytes = await bytesToServe(app, organizationId, document.hash);
  if (bytes === null) throw new Response(null, { status: 404 });
  return new Response(new Uint8Array(bytes), {
    headers: {
      "content-type": document.mediaType,
      "content-disposition": `inline; filename*=UTF-8''${encodeURIComponent(document.name)}`,
      "cache-control": "private, max-age=300",
    },
  });
}
