import { parseId } from "#kernel/id.ts";
import { refuse } from "#kernel/refusal.ts";
import { bytesToServe } from "#platform/files/file-check.store.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { findBid } from "../bid/bid.store.ts";
import type { BidRefusalCode } from "../bid.fr.ts";
import { mayRead } from "../bid.policy.ts";
import type { Route } from "./+types/note-file.page";
import { findNote } from "./note.store.ts";

/** A paper of a bid, for whoever reads the bid. */
export async function loader(args: Route.LoaderArgs) {
  const found = await readTenant(args, async ({ app, tx, actor, organizationId }) => {
    const missing = refuse("missing", "bid.missing" satisfies BidRefusalCode);
    const id = parseId<"bidNote">(args.params.noteId);
    const note = id === null ? null : await findNote(tx, organizationId, id);
    const bid = note === null ? null : await findBid(tx, organizationId, note.bidId);
    if (note?.fileHash == null || bid === null || mayRead(actor, bid)) return missing;
    return { app, organizationId, note, hash: note.fileHash };
  });
  const { app, organizationId, note, hash } = found;
  const bytes = await bytesToServe(app, organizationId, hash);
  if (bytes === null) return new Response(null, { status: 404 });
  const plain = (note.fileName ?? "").normalize("NFD").replace(/[^\x20-\x7e]|["\\]/g, "");
  return new Response(new Uint8Array(bytes), {
    headers: {
      "content-type": note.mediaType ?? "application/octet-stream",
      "content-disposition": `inline; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(note.fileName ?? "")}`,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
}
