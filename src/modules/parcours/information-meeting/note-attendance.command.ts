import { sql } from "kysely";
import { z } from "zod";
import { isRefusal, type Refusal, refuse } from "#kernel/refusal.ts";
import { next } from "#kernel/transition.ts";
import { defineCommand } from "#platform/command.ts";
import { idText, oneOf } from "#platform/field.ts";
import { mayCandidate, mayReceiveCandidates } from "../candidate/candidate.policy.ts";
import { changeCandidate, findCandidate, recordEvent } from "../candidate/candidate.store.ts";
import { candidateTransitions } from "../candidate/candidate.ts";
import { findMeeting, registeredAt } from "./information-meeting.store.ts";
import { takeSeat } from "./register.command.ts";

/** Who came to a meeting and who did not: one line for each person registered; what is not said stays as it was. */
export const noteAttendance = defineCommand({
  name: "parcours.informationMeeting.noteAttendance",
  input: z.object({
    meetingId: idText<"informationMeeting">(),
    lines: z.array(z.object({ candidateId: idText<"candidate">(), attendance: oneOf(["present", "absent"]) })).max(500),
  }),
  async run(context, { meetingId, lines }): Promise<{ noted: number } | Refusal> {
    const { tx, organizationId, actor, now, today } = context;
    const refusal = mayReceiveCandidates(actor);
    if (refusal) return refusal;
    const meeting = await findMeeting(tx, organizationId, meetingId, true);
    if (meeting === null) return refuse("missing", "informationMeeting.missing");
    if (meeting.cancelled) return refuse("conflict", "informationMeeting.cancelled");
    if (meeting.heldOn > today) return refuse("conflict", "informationMeeting.notYet");
    const registered = await registeredAt(tx, organizationId, meetingId);
    let noted = 0;
    for (const { candidateId, attendance } of lines) {
      const line = registered.find((one) => one.candidateId === candidateId);
      if (line === undefined || line.cancelled) return refuse("missing", "informationMeeting.notRegistered");
      const hidden = mayCandidate(actor, line);
      if (hidden) return hidden;
      if (line.attendance === attendance) continue;
      noted += 1;
      await sql`update parcours.registration set attendance = ${attendance}, noted_at = ${now}, noted_by = ${actor.personId}
        where organization_id = ${organizationId} and meeting_id = ${meetingId} and candidate_id = ${candidateId}`.execute(
        tx,
      );
      const candidate = await findCandidate(tx, organizationId, candidateId, true);
      const moved =
        candidate && attendance === "present" ? next(candidateTransitions, candidate.status, "attend") : null;
      const status = moved === null ? {} : { status: moved };
      await changeCandidate(context, candidateId, { ...status, contact: attendance === "present" });
      const event = { candidateId, kind: attendance, by: actor.personId, details: { meetingId } } as const;
      await recordEvent(context, { ...event, ...status });
    }
    context.audit({ subjectKind: "parcours.informationMeeting", subjectId: meetingId, details: { noted } });
    return { noted };
  },
});

/** The team writes a candidate down for a meeting: somebody who telephoned, or who came without a word. */
export const registerCandidate = defineCommand({
  name: "parcours.registration.add",
  input: z.object({ meetingId: idText<"informationMeeting">(), candidateId: idText<"candidate">() }),
  async run(context, { meetingId, candidateId }): Promise<{ meetingId: string } | Refusal> {
    const { tx, organizationId, actor } = context;
    const candidate = await findCandidate(tx, organizationId, candidateId, true);
    if (candidate === null || candidate.mergedInto !== null) return refuse("missing", "candidate.missing");
    const refusal = mayCandidate(actor, candidate);
    if (refusal) return refusal;
    const meeting = await takeSeat(context, candidate, meetingId, { by: actor.personId, timeZone: null });
    if (isRefusal(meeting)) return meeting;
    context.audit({ subjectKind: "parcours.candidate", subjectId: candidateId, details: { meetingId } });
    return { meetingId };
  },
});
