import { sql } from "kysely";
import { toDay } from "#kernel/day.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { minutesAfter } from "#kernel/zoned.ts";
import type { OpenContext } from "#platform/command.ts";
import { definePublicCommand } from "#platform/public-command.ts";
import { type Observation, readObservation } from "../observation/observation.ts";
import { hashOf, isSigned } from "../observation/signature.server.ts";
import type { ObservatoryRefusalCode } from "../observatory.fr.ts";
import type { ReceivedId } from "../tables.ts";
import { type Adhesion, lockAdhesion, placeOf } from "./adhesion.store.ts";
import { addLines } from "./aggregate.store.ts";
import { linesOf } from "./aggregate.ts";
import { circlesOf } from "./circle.ts";
import { ownKey } from "./key.store.ts";
import { cooperativesKnown } from "./known-cooperative.store.ts";
import { type SignedText, signedText, textOf } from "./protocol.ts";

const FAULTS = {
  unreadable: "observation.unreadable",
  version: "observation.version",
  unprotected: "observation.unprotected",
} as const;
/** How far the clock of a sender may be ahead of ours. A late one is none of our business: it may have waited for days. */
const AHEAD_MINUTES = 24 * 60;

/**
 * Receives the signed document of a structure and adds it to the sums of its circles, in one transaction. The same document
 * again gets its receipt again and changes nothing; another one under a number that was used is refused.
 */
export const receiveObservation = definePublicCommand({
  public: true,
  name: "observatory.observation.receive",
  input: signedText,
  async act(context, { text, signature }): Promise<SignedText | Refusal<ObservatoryRefusalCode>> {
    const { tx, organizationId, now } = context;
    const said = readObservation(text);
    if ("fault" in said) return refuse(said.fault === "version" ? "conflict" : "invalid", FAULTS[said.fault]);
    const adhesion = await lockAdhesion(tx, organizationId, said.adhesion);
    if (adhesion === null) return refuse("missing", "observation.unknownSender");
    if (!isSigned(adhesion.publicKey, "essaim-observation", text, signature)) {
      return refuse("forbidden", "observation.signature");
    }
    const hash = hashOf(text);
    const known = await sql<{ hash: string; receivedAt: string }>`select hash, received_at as "receivedAt"
      from observatory.received where organization_id = ${organizationId} and adhesion_id = ${adhesion.id}
       and sequence = ${said.sequence}`.execute(tx);
    const first = known.rows[0];
    if (first?.hash === hash) {
      context.audit({ subjectKind: "observatory.adhesion", subjectId: adhesion.id, details: { again: said.sequence } });
      return receiptOf(context, said, hash, first.receivedAt);
    }
    if (adhesion.revokedAt !== null) return refuse("forbidden", "observation.revoked");
    if (first !== undefined) return refuse("conflict", "observation.replayed");
    if (said.signedAt > minutesAfter(now, AHEAD_MINUTES)) return refuse("invalid", "observation.ahead");
    const id = await keep(context, adhesion, said, { text, signature, hash });
    context.audit({
      subjectKind: "observatory.received",
      subjectId: id,
      details: { structureId: adhesion.structureId, period: said.period, sequence: said.sequence },
    });
    return receiptOf(context, said, hash, now);
  },
});

async function keep(
  context: OpenContext,
  { id: adhesionId, structureId }: Adhesion,
  said: Observation,
  { text, signature, hash }: { readonly text: string; readonly signature: string; readonly hash: string },
): Promise<ReceivedId> {
  const { tx, organizationId, now, today } = context;
  const { period, sequence } = said;
  const later =
    await sql`select 1 from observatory.received where organization_id = ${organizationId} and period = ${period}
    and structure_id = ${structureId} and adhesion_id = ${adhesionId} and sequence > ${sequence}`.execute(tx);
  // One that waited on its way while a newer one passed is kept, and changes nothing.
  const late = later.rows.length > 0;
  const replaced = await sql<{ document: string; circles: string[] }>`
    update observatory.received set superseded_at = ${now}
     where organization_id = ${organizationId} and period = ${period} and structure_id = ${structureId}
       and superseded_at is null and not ${late} returning document, circles`.execute(tx);
  const ends = toDay(`${period}-12-31`);
  const isOver = ends < today;
  const place = await placeOf(tx, organizationId, structureId, isOver ? ends : today);
  const present = said.figures.find(({ key }) => key === "present")?.figure;
  const persons = present?.state === "sent" ? present.total.value : null;
  const circles = circlesOf({ ...place, persons });
  const id = context.id<"received">();
  await sql`insert into observatory.received (organization_id, id, adhesion_id, structure_id, sequence, period, document,
      signature, hash, received_at, circles, superseded_at)
    values (${organizationId}, ${id}, ${adhesionId}, ${structureId}, ${sequence}, ${period}, ${text}, ${signature}, ${hash},
      ${now}, ${circles}, ${late ? now : null})`.execute(tx);
  await sql`update observatory.adhesion set last_sequence = greatest(last_sequence, ${sequence})
    where organization_id = ${organizationId} and id = ${adhesionId}`.execute(tx);
  for (const { document, circles: then } of replaced.rows) {
    const before = readObservation(document);
    if (!("fault" in before)) await addLines(context, period, then, linesOf(before), -1);
  }
  if (!late) await addLines(context, period, circles, linesOf(said), 1);
  return id;
}

async function receiptOf(context: OpenContext, { adhesion, sequence }: Observation, hash: string, receivedAt: string) {
  const key = await ownKey(context);
  const cooperatives = await cooperativesKnown(context);
  const receipt = textOf({ format: "essaim-receipt", version: 1, adhesion, sequence, hash, receivedAt, cooperatives });
  return { text: receipt, signature: key.sign("essaim-receipt", receipt) };
}
