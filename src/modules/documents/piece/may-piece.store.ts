import type { Actor } from "#kernel/actor.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { findPerson } from "#modules/membership/index.server.ts";
import type { Tx } from "#platform/database/database.ts";
import { mayActivityPieces, mayDocuments } from "../documents.policy.ts";
import type { FoundPiece } from "./piece.store.ts";

/** May this actor read or decide of a piece: as of whom, or of what, it is. */
export async function mayPiece(
  tx: Tx,
  actor: Actor,
  action: "decide" | "read",
  piece: Pick<FoundPiece, "personId" | "activityId" | "sensitive">,
): Promise<Refusal | null> {
  if (piece.activityId !== null) return mayActivityPieces(actor, action, piece.activityId);
  const person = piece.personId === null ? null : await findPerson(tx, actor, piece.personId);
  if (person === null) return refuse("missing", "piece.missing");
  return (
    mayDocuments(actor, action, person.facts) ??
    (piece.sensitive ? mayDocuments(actor, "readSensitive", person.facts) : null)
  );
}
