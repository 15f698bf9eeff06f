import { sql } from "kysely";
import { z } from "zod";
import type { ActivityId, Id, PersonId } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { contractsOf, findPerson } from "#modules/membership/index.server.ts";
import { type CommandContext, defineCommand } from "#platform/command.ts";
import { idText, optionalDay, optionalId, optionalText, ticked } from "#platform/field.ts";
import { recordFile } from "#platform/files/file-store.ts";
import { heldFiles } from "#platform/files/held-file.store.ts";
import { mayActivityPieces, mayDocuments } from "../documents.policy.ts";
import { mayPiece } from "./may-piece.store.ts";
import { type FoundPiece, findPiece, pieceKinds } from "./piece.store.ts";
import type { Holder } from "./piece.ts";

export const PIECE_GIVEN = "documents.piece.given.v1";

type Given = { readonly pieceId: Id<"piece"> };

/** Gives a piece: a new version of its kind; the ones before stay. */
export const givePiece = defineCommand({
  name: "documents.piece.give",
  input: z.object({
    /** Whose it is: a person, one of their contracts, or an activity. */
    personId: optionalId<"person">(),
    contractId: optionalId<"contract">(),
    activityId: optionalId<"activity">(),
    kindId: idText<"pieceKind">(),
    heldFileId: idText<"heldFile">(),
    expiresOn: optionalDay(),
  }),
  async run(context, { kindId, heldFileId, expiresOn, ...named }): Promise<Given | Refusal> {
    const { tx, organizationId, actor, now, today } = context;
    const holder = await holderOf(context, named);
    if ("refused" in holder) return holder;
    const kind = (await pieceKinds(tx, organizationId)).find(
      ({ id, subject }) => id === kindId && subject === holder.subject,
    );
    if (kind === undefined) return refuse("missing", "piece.kindMissing", {}, "kindId");
    if (kind.expires && expiresOn === null) return refuse("invalid", "piece.expiryNeeded", {}, "expiresOn");
    if (expiresOn !== null && expiresOn < today) return refuse("invalid", "piece.expiredAlready", {}, "expiresOn");
    const [file] = await heldFiles(tx, { organizationId, userId: actor.userId }, "piece", [heldFileId]);
    if (file === undefined) return refuse("missing", "template.fileMissing", {}, "file");
    await recordFile(tx, organizationId, file, now);
    const pieceId = context.id<"piece">();
    await sql`insert into documents.piece (organization_id, id, kind_id, person_id, contract_id, activity_id, file_hash, file_name, media_type,
        expires_on, given_at, given_by)
      values (${organizationId}, ${pieceId}, ${kindId}, ${holder.subject === "activity" ? null : holder.personId},
        ${holder.subject === "contract" ? holder.contractId : null}, ${holder.subject === "activity" ? holder.activityId : null}, ${file.hash}, ${file.name}, ${file.mediaType},
        ${kind.expires ? expiresOn : null}, ${now}, ${actor.personId})`.execute(tx);
    context.audit({ subjectKind: "documents.piece", subjectId: pieceId, details: { kindId } });
    context.emit(PIECE_GIVEN, { pieceId });
    return { pieceId };
  },
});

/** Whose piece it is, if this actor may give it. */
async function holderOf(
  { tx, organizationId, actor }: CommandContext,
  {
    personId,
    contractId,
    activityId,
  }: {
    readonly personId: PersonId | null;
    readonly contractId: Id<"contract"> | null;
    readonly activityId: ActivityId | null;
  },
): Promise<Holder | Refusal> {
  if (activityId !== null) {
    return mayActivityPieces(actor, "give", activityId) ?? { subject: "activity", activityId };
  }
  const person = personId === null ? null : await findPerson(tx, actor, personId);
  if (person === null) return refuse("missing", "document.personMissing");
  const refusal = mayDocuments(actor, "give", person.facts) && mayDocuments(actor, "make", person.facts);
  if (refusal) return refusal;
  if (contractId === null) return { subject: "person", personId: person.personId };
  const contracts = await contractsOf(tx, organizationId, person.personId);
  return contracts.some(({ id, cancelledAt }) => id === contractId && cancelledAt === null)
    ? { subject: "contract", personId: person.personId, contractId }
    : refuse("missing", "piece.contractMissing");
}

/** The piece an act is about, if this actor may do that with it. */
async function pieceFor(
  context: CommandContext,
  pieceId: Id<"piece">,
  action: "decide" | "read",
): Promise<FoundPiece | Refusal> {
  const { tx, organizationId, actor } = context;
  const piece = await findPiece(tx, organizationId, pieceId);
  if (piece === null) return refuse("missing", "piece.missing");
  return (await mayPiece(tx, actor, action, piece)) ?? piece;
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
