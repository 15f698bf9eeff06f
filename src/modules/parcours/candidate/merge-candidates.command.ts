import { sql } from "kysely";
import { z } from "zod";
import { isRefusal, type Refusal, refuse } from "#kernel/refusal.ts";
import { type CommandContext, defineCommand } from "#platform/command.ts";
import { idText, oneOf } from "#platform/field.ts";
import type { CandidateId } from "../tables.ts";
import { mayCandidate } from "./candidate.policy.ts";
import { changeCandidate, findCandidate, recordEvent } from "./candidate.store.ts";
import { APPLICATION_FIELDS, isOpen, mergedApplication, STATUSES } from "./candidate.ts";

/**
 * Two records of one human being become one. `candidateId` stays, with what it lacked taken from the other and, where both
 * speak, its own words but for the fields chosen of the other. The other one stays in the database, and leads here.
 */
export const mergeCandidates = defineCommand({
  name: "parcours.candidate.merge",
  input: z.object({
    candidateId: idText<"candidate">(),
    otherId: idText<"candidate">(),
    chosen: z.array(oneOf(APPLICATION_FIELDS)).max(APPLICATION_FIELDS.length).default([]),
  }),
  async run(context, { candidateId, otherId, chosen }): Promise<{ candidateId: CandidateId } | Refusal> {
    if (candidateId === otherId) return refuse("invalid", "candidate.mergesItself");
    // In one order, so that two merges the other way round wait for one another instead of stopping each other.
    const both = new Map<CandidateId, Awaited<ReturnType<typeof load>>>();
    for (const id of [candidateId, otherId].sort()) both.set(id, await load(context, id));
    const [kept, other] = [both.get(candidateId), both.get(otherId)];
    if (kept === undefined || other === undefined) return refuse("missing", "candidate.missing");
    for (const one of [kept, other]) if (isRefusal(one)) return one;
    if (isRefusal(kept) || isRefusal(other)) return refuse("missing", "candidate.missing");
    if (other.status === "converted") return refuse("conflict", "candidate.mergeConverted");

    const { application, left } = mergedApplication(kept, other, chosen);
    // Whoever went further is where both are now.
    const further = STATUSES.indexOf(other.status) > STATUSES.indexOf(kept.status);
    const status = isOpen(kept.status) && isOpen(other.status) && further ? { status: other.status } : {};
    const consent = kept.consentVersion === null && other.consentVersion !== null;
    await changeCandidate(context, candidateId, {
      application,
      ...status,
      ...(kept.followerId === null ? { followerId: other.followerId } : {}),
      ...(consent ? { consentVersion: other.consentVersion ?? 0 } : {}),
      contact: false,
    });
    await changeCandidate(context, otherId, { mergedInto: candidateId, contact: false });
    await carryOver(context, candidateId, otherId);
    const by = context.actor.personId;
    const details = { otherId, left, otherStatus: other.status };
    await recordEvent(context, { candidateId, kind: "merged", by, ...status, details });
    await recordEvent(context, { candidateId: otherId, kind: "mergedInto", by, details: { candidateId } });
    context.audit({ subjectKind: "parcours.candidate", subjectId: candidateId, details: { otherId } });
    return { candidateId };
  },
});

async function load({ tx, organizationId, actor }: CommandContext, id: CandidateId) {
  const candidate = await findCandidate(tx, organizationId, id, true);
  if (candidate === null) return refuse("missing", "candidate.missing");
  if (candidate.mergedInto !== null) return refuse("conflict", "candidate.alreadyMerged");
  return mayCandidate(actor, candidate) ?? candidate;
}

/** Seats, interviews and earlier merges of the other go on under the one that stays. */
async function carryOver(
  { tx, organizationId, now }: CommandContext,
  candidateId: CandidateId,
  otherId: CandidateId,
): Promise<void> {
  await sql`insert into parcours.registration (organization_id, meeting_id, candidate_id, registered_at, attendance, noted_at, noted_by)
    select organization_id, meeting_id, ${candidateId}, registered_at, attendance, noted_at, noted_by
      from parcours.registration
     where organization_id = ${organizationId} and candidate_id = ${otherId} and cancelled_at is null
    on conflict (organization_id, meeting_id, candidate_id) do update
      set cancelled_at = null, attendance = coalesce(parcours.registration.attendance, excluded.attendance),
          noted_at = coalesce(parcours.registration.noted_at, excluded.noted_at),
          noted_by = coalesce(parcours.registration.noted_by, excluded.noted_by)`.execute(tx);
  await sql`update parcours.registration set cancelled_at = ${now}
    where organization_id = ${organizationId} and candidate_id = ${otherId} and cancelled_at is null`.execute(tx);
  await sql`update parcours.interview set candidate_id = ${candidateId}
    where organization_id = ${organizationId} and candidate_id = ${otherId}`.execute(tx);
  await sql`update parcours.candidate set merged_into = ${candidateId}
    where organization_id = ${organizationId} and merged_into = ${otherId}`.execute(tx);
}
