import { sql } from "kysely";
import { z } from "zod";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { defineCommand } from "#platform/command.ts";
import { idText, optionalId, requiredText } from "#platform/field.ts";
import { recordFile } from "#platform/files/file-store.ts";
import { heldFiles } from "#platform/files/held-file.store.ts";
import { findBid } from "../bid/bid.store.ts";
import type { BidId } from "../bid/bid.ts";
import type { BidRefusalCode } from "../bid.fr.ts";
import { mayRead } from "../bid.policy.ts";

/** A word or a paper, for everybody who is in it: kept as it was said. */
export const addNote = defineCommand({
  name: "bid.note.add",
  input: z.object({ bidId: idText<"bid">(), words: requiredText(4000), heldFileId: optionalId<"heldFile">() }),
  async run(context, { bidId, words, heldFileId }): Promise<{ bidId: BidId } | Refusal<BidRefusalCode>> {
    const { tx, organizationId, actor, now } = context;
    const bid = await findBid(tx, organizationId, bidId);
    if (bid === null) return refuse("missing", "bid.missing");
    const refusal = mayRead(actor, bid);
    if (refusal) return refusal;
    const sender = { organizationId, userId: actor.userId };
    const [file] = heldFileId === null ? [] : await heldFiles(tx, sender, "document", [heldFileId]);
    if (heldFileId !== null && file === undefined) return refuse("missing", "bid.fileMissing", {}, "file");
    if (file !== undefined) await recordFile(tx, organizationId, file, now);
    await sql`insert into bid.note (organization_id, id, bid_id, person_id, words, file_hash, file_name, media_type, at)
      values (${organizationId}, ${context.id<"bidNote">()}, ${bidId}, ${actor.personId}, ${words}, ${file?.hash ?? null},
        ${file?.name ?? null}, ${file?.mediaType ?? null}, ${now})`.execute(tx);
    context.audit({ subjectKind: "bid.bid", subjectId: bidId });
    return { bidId };
  },
});
