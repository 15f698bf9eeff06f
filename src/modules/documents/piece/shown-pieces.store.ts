import { dayIn } from "#kernel/day.ts";
import type { PersonFacts } from "#modules/membership/index.server.ts";
import { standingFacts, statusOn } from "#modules/membership/index.server.ts";
import type { Reader } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { mayDocuments } from "../documents.policy.ts";
import { pieceKinds, piecesOf } from "./piece.store.ts";
import { linesOf, missingCount, type Stage } from "./piece.ts";

/** What is asked of a person today and what they gave, as this reader may see it. */
export async function shownPieces(
  { tx, actor, organizationId, today, timeZone, now, slug }: Reader,
  person: PersonFacts,
) {
  const { personId } = person;
  const associate = await standingFacts(tx, organizationId, "associate", { personId });
  const contract = await statusOn(tx, organizationId, personId, today);
  const stage: Stage = associate.length > 0 ? "associate" : contract === "none" ? "candidate" : contract;
  const lines = linesOf(
    await pieceKinds(tx, organizationId),
    await piecesOf(tx, organizationId, personId),
    stage,
    today,
  );
  const mayOpen = mayDocuments(actor, "readSensitive", person) === null;
  return {
    slug,
    personId,
    today,
    key: newId<"key">(now) as string,
    stage,
    missing: missingCount(lines),
    mayDecide: mayDocuments(actor, "decide", person) === null,
    lines: lines.map(({ kind, level, state, versions }) => ({
      kindId: kind.id,
      name: kind.name,
      sensitive: kind.sensitive,
      expires: kind.expires,
      decided: kind.needsValidation,
      level,
      state,
      open: !kind.sensitive || mayOpen,
      // Who may not open a confidential piece learns that it is there, and nothing of it.
      versions: versions.map(({ id, fileName, expiresOn, givenAt, accepted, reason }) => ({
        id,
        fileName: !kind.sensitive || mayOpen ? fileName : "",
        expiresOn,
        on: dayIn(givenAt, timeZone),
        accepted,
        reason,
      })),
    })),
  };
}

export type ShownPieces = Awaited<ReturnType<typeof shownPieces>>;
