import { type Day, dayIn } from "#kernel/day.ts";
import type { ActivityId } from "#kernel/id.ts";
import type { PersonFacts } from "#modules/membership/index.server.ts";
import { contractsOf, standingFacts, statusOn } from "#modules/membership/index.server.ts";
import type { Reader } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { mayActivityPieces, mayDocuments } from "../documents.policy.ts";
import { pieceKinds, piecesOf } from "./piece.store.ts";
import { type Holder, linesOf, type Moment, missingCount, type Stage } from "./piece.ts";

/** The pieces of a person and of each of their contracts, as the pages of their documents show them. */
export async function allPieces(reader: Reader, person: PersonFacts): Promise<ShownPieces[]> {
  const contracts = await contractsOf(reader.tx, reader.organizationId, person.personId);
  const standing = contracts.filter(({ cancelledAt }) => cancelledAt === null).reverse();
  const shown = [await shownPieces(reader, person)];
  for (const { id, kind, startsOn } of standing) {
    const holder = { subject: "contract", personId: person.personId, contractId: id } as const;
    const pieces = await shownHolder(reader, holder, kind, {
      mayOpen: true,
      mayDecide: mayDocuments(reader.actor, "decide", person) === null,
    });
    if (pieces.lines.length > 0) shown.push({ ...pieces, contract: { id, kind, startsOn } });
  }
  return shown;
}

/** The pieces of an activity. */
export async function activityPieces(reader: Reader, activityId: ActivityId): Promise<ShownPieces> {
  const mayDecide = mayActivityPieces(reader.actor, "decide", activityId) === null;
  return shownHolder(reader, { subject: "activity", activityId }, "activity", { mayOpen: true, mayDecide });
}

/** What is asked of a person today and what they gave, as this reader may see it. */
async function shownPieces(reader: Reader, person: PersonFacts): Promise<ShownPieces> {
  const { tx, actor, organizationId, today } = reader;
  const { personId } = person;
  const associate = await standingFacts(tx, organizationId, "associate", { personId });
  const contract = await statusOn(tx, organizationId, personId, today);
  const stage: Stage = associate.length > 0 ? "associate" : contract === "none" ? "candidate" : contract;
  return shownHolder(reader, { subject: "person", personId }, stage, {
    mayOpen: mayDocuments(actor, "readSensitive", person) === null,
    mayDecide: mayDocuments(actor, "decide", person) === null,
  });
}

async function shownHolder(
  { tx, organizationId, today, timeZone, now, slug }: Reader,
  holder: Holder,
  stage: Moment,
  { mayOpen, mayDecide }: { readonly mayOpen: boolean; readonly mayDecide: boolean },
) {
  const kinds = (await pieceKinds(tx, organizationId)).filter(({ subject }) => subject === holder.subject);
  const lines = linesOf(kinds, await piecesOf(tx, organizationId, holder), stage, today);
  return {
    slug,
    subject: holder.subject,
    contract: null as { readonly id: string; readonly kind: "cape" | "cesa"; readonly startsOn: Day } | null,
    today,
    key: newId<"key">(now) as string,
    stage,
    missing: missingCount(lines),
    mayDecide,
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

export type ShownPieces = Awaited<ReturnType<typeof shownHolder>>;
