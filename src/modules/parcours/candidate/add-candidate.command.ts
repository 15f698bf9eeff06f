import { z } from "zod";
import type { PersonId } from "#kernel/id.ts";
import { isRefusal, type Refusal, refuse } from "#kernel/refusal.ts";
import { listFollowers } from "#modules/membership/index.server.ts";
import { type CommandContext, defineCommand } from "#platform/command.ts";
import { idText, optionalId, versionNumber } from "#platform/field.ts";
import { takeSeat } from "../information-meeting/register.command.ts";
import type { CandidateId } from "../tables.ts";
import { staffFields } from "./application-input.ts";
import type { CandidateRefusalCode } from "./candidate.fr.ts";
import { mayAssign, mayReceiveCandidates } from "./candidate.policy.ts";
import { changeCandidate, insertCandidate, recordEvent } from "./candidate.store.ts";
import { differences, textOf } from "./candidate.ts";
import { loadCandidate } from "./load-candidate.command.ts";

/** Why a candidate cannot be given to this person, or null. */
async function checkFollower(
  { tx, organizationId, actor }: CommandContext,
  followerId: PersonId | null,
): Promise<Refusal<CandidateRefusalCode> | null> {
  const refusal = mayAssign(actor, followerId);
  if (refusal || followerId === null) return refusal;
  const followers = await listFollowers(tx, organizationId);
  return followers.some(({ personId }) => personId === followerId)
    ? null
    : refuse("invalid", "candidate.followerMissing", {}, "followerId");
}

/** The team writes down somebody who telephoned or came by: a candidate like the others. */
export const addCandidate = defineCommand({
  name: "parcours.candidate.add",
  input: z.object({
    ...staffFields,
    followerId: optionalId<"person">(),
    meetingId: optionalId<"informationMeeting">(),
  }),
  async run(context, input): Promise<{ candidateId: CandidateId } | Refusal> {
    const { followerId, meetingId, ...application } = input;
    const refusal = mayReceiveCandidates(context.actor) ?? (await checkFollower(context, followerId));
    if (refusal) return refusal;
    const candidateId = context.id<"candidate">();
    await insertCandidate(context, {
      id: candidateId,
      application,
      source: "staff",
      language: "fr",
      consentVersion: null,
      followerId,
    });
    const by = context.actor.personId;
    await recordEvent(context, { candidateId, kind: "added", by, status: "received" });
    if (meetingId !== null) {
      const meeting = await takeSeat(context, { candidateId, status: "received" }, meetingId, { by, timeZone: null });
      if (isRefusal(meeting)) return meeting;
    }
    context.audit({ subjectKind: "parcours.candidate", subjectId: candidateId });
    return { candidateId };
  },
});

/** Corrects what is known of a candidate; what stood before is kept in the trace. */
export const updateCandidate = defineCommand({
  name: "parcours.candidate.update",
  input: z.object({ candidateId: idText<"candidate">(), version: versionNumber(), ...staffFields }),
  async run(context, { candidateId, version, ...application }): Promise<{ candidateId: CandidateId } | Refusal> {
    const candidate = await loadCandidate(context, candidateId);
    if (isRefusal(candidate)) return candidate;
    if (candidate.version !== version) return refuse("conflict", "candidate.changedMeanwhile");
    const before = Object.fromEntries(
      differences(candidate, application).map((field) => [field, textOf(candidate, field)]),
    );
    await changeCandidate(context, candidateId, { application, contact: false });
    await recordEvent(context, { candidateId, kind: "changed", by: context.actor.personId, details: { before } });
    context.audit({ subjectKind: "parcours.candidate", subjectId: candidateId });
    return { candidateId };
  },
});

/** Gives a candidate to somebody who follows them; to nobody takes them back. */
export const assignCandidate = defineCommand({
  name: "parcours.candidate.assign",
  input: z.object({ candidateId: idText<"candidate">(), followerId: optionalId<"person">() }),
  async run(context, { candidateId, followerId }): Promise<{ candidateId: CandidateId } | Refusal> {
    const candidate = await loadCandidate(context, candidateId);
    if (isRefusal(candidate)) return candidate;
    const refusal = await checkFollower(context, followerId);
    if (refusal) return refusal;
    await changeCandidate(context, candidateId, { followerId, contact: false });
    const details = { followerId };
    await recordEvent(context, { candidateId, kind: "assigned", by: context.actor.personId, details });
    context.audit({ subjectKind: "parcours.candidate", subjectId: candidateId, details });
    return { candidateId };
  },
});
