import { parseId } from "#kernel/id.ts";
import { refuse } from "#kernel/refusal.ts";
import { keptFile } from "#platform/http/kept-file.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { findBid } from "../bid/bid.store.ts";
import type { BidRefusalCode } from "../bid.fr.ts";
import { mayRead } from "../bid.policy.ts";
import type { Route } from "./+types/note-file.page";
import { findNote } from "./note.store.ts";

/** A paper of a bid, for whoever reads the bid. */
export async function loader(args: Route.LoaderArgs) {
  const { app, organizationId, file } = await readTenant(args, async ({ app, tx, actor, organizationId }) => {
    const missing = refuse("missing", "bid.missing" satisfies BidRefusalCode);
    const id = parseId<"bidNote">(args.params.noteId);
    const note = id === null ? null : await findNote(tx, organizationId, id);
    const bid = note === null ? null : await findBid(tx, organizationId, note.bidId);
    if (note === null || bid === null || mayRead(actor, bid)) return missing;
    const { fileHash: hash, mediaType, fileName: name } = note;
    if (hash === null || mediaType === null || name === null) return missing;
    return { app, organizationId, file: { hash, mediaType, name } };
  });
  return keptFile(app, organizationId, file, "inline");
}
