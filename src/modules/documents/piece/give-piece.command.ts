import { sql } from "kysely";
import { z } from "zod";
import type { Id } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { findPerson } from "#modules/membership/index.server.ts";
import { type CommandContext, defineCommand } from "#platform/command.ts";
import { idText, optionalDay, optionalText, ticked } from "#platform/field.ts";
import { recordFile } from "#platform/files/file-store.ts";
import { heldFiles } from "#platform/files/held-file.store.ts";
import { mayDocuments } from "../documents.policy.ts";
import { type FoundPiece, findPiece, pieceKinds } from "./piece.store.ts";

export const PIECE_GIVEN = "documents.piece.given.v1";

type Given = { readonly pieceId: Id<"piece"> };

/** Gives a piece: a new version of its kind; the ones before stay. */
export const givePiece = defineCommand({
  name: "documents.piece.give",
  input: z.object({
    personId: idText<"person">(),
    kindId: idText<"pieceKind">(),
    heldFileId: idText<"heldFile">(),
    expiresOn: optionalDay(),
  }),
  async run(context, { personId, kindId, heldFileId, expiresOn }): Promise<Given | Refusal> {
    const { tx, organizationId, actor, now, today } = context;
    const person = await findPerson(tx, actor, personId);
    if (person === null) return refuse("missing", "document.personMissing");
    const refusal = mayDocuments(actor, "give", person.facts) && mayDocuments(actor, "make", person.facts);
    if (refusal) return refusal;
    const kind = (await pieceKinds(tx, organizationId)).find(({ id }) => id === kindId);
    if (kind === undefined) return refuse("missing", "piece.kindMissing", {}, "kindId");
    if (kind.expires && expiresOn === null) return refuse("invalid", "piece.expiryNeeded", {}, "expiresOn");
    if (expiresOn !== null && expiresOn < today) return refuse("invalid", "piece.expiredAlready", {}, "expiresOn");
    const [file] = await heldFiles(tx, { organizationId, userId: actor.userId }, "piece", [heldFileId]);
    if (file === undefined) return refuse("missing", "template.fileMissing", {}, "file");
    await recordFile(tx, organizationId, file, now);
    const pieceId = context.id<"piece">();
    await sql`insert into documents.piece (organization_id, id, kind_id, person_id, file_hash, file_name, media_type,
        expires_on, given_at, given_by)
      values (${organizationId}, ${pieceId}, ${kindId}, ${personId}, ${file.hash}, ${file.name}, ${file.mediaType},
        ${kind.expires ? expiresOn : null}, ${now}, ${actor.personId})`.execute(tx);
    context.audit({ subjectKind: "documents.piece", subjectId: pieceId, details: { kindId } });
    context.emit(PIECE_GIVEN, { pieceId });
    return { pieceId };
  },
});

/** The piece an act is about, if this actor may do that with it. */
async function pieceFor(
  context: CommandContext,
  pieceId: Id<"piece">,
  action: "decide" | "read",
): Promise<FoundPiece | Refusal> {
  const { tx, organizationId, actor } = context;
  const piece = await findPiece(tx, organizationId, pieceId);
  const person = piece === null ? null : await findPerson(tx, actor, piece.personId);
  if (piece === null || person === null) return refuse("missing", "piece.missing");
  const refusal =
    mayDocuments(actor, action, person.facts) ??
    (piece.sensitive ? mayDocuments(actor, "readSensitive", person.facts) : null);
  return refusal ?? piece;
}

/** Accepts a piece, or sends it back with its reason. Deciding again is another line: the last one counts. */
export const decidePiece = defineCommand({
  name: "documents.piece.decide",
  input: z.object({ pieceId: idText<"piece">(), accepted: ticked(), reason: optionalText(500) }),
  async run(context, { pieceId, accepted, reason }): Promise<Given | Refusal> {
    const piece = await pieceFor(context, pieceId, "decide");
    if ("refused" in piece) return piece;
    if (!accepted && reason === "") return refuse("invalid", "piece.reasonNeeded", {}, "reason");
    const { tx, organizationId, actor, now } = context;
    await sql`insert into documents.piece_decision (organization_id, id, piece_id, accepted, reason, decided_at, decided_by)
      values (${organizationId}, ${context.id()}, ${pieceId}, ${accepted}, ${reason}, ${now}, ${actor.personId})`.execute(
      tx,
    );
    context.audit({ subjectKind: "documents.piece", subjectId: pieceId, details: { accepted } });
    return { pieceId };
  },
});

/** Opens a piece: reading one that touches identity or health is itself written down. */
export const readPiece = defineCommand({
  name: "documents.piece.read",
  input: z.object({ pieceId: idText<"piece">() }),
  async run(context, { pieceId }): Promise<Pick<FoundPiece, "fileHash" | "fileName" | "mediaType"> | Refusal> {
    const piece = await pieceFor(context, pieceId, "read");
    if ("refused" in piece) return piece;
    context.audit({
      subjectKind: "documents.piece",
      subjectId: pieceId,
      details: { sensitive: piece.sensitive, personId: piece.personId },
    });
    const { fileHash, fileName, mediaType } = piece;
    return { fileHash, fileName, mediaType };
  },
});
