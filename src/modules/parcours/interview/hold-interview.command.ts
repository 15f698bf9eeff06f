import { sql } from "kysely";
import { z } from "zod";
import { isRefusal, type Refusal, refuse } from "#kernel/refusal.ts";
import { next } from "#kernel/transition.ts";
import { listFollowers } from "#modules/membership/index.server.ts";
import { type CommandContext, defineCommand } from "#platform/command.ts";
import { dayText, idText, oneOf, optionalText } from "#platform/field.ts";
import { parseTimeInput } from "#ui/time-input.ts";
import { mayReadNotes } from "../candidate/candidate.policy.ts";
import { changeCandidate, type EventKind, recordEvent } from "../candidate/candidate.store.ts";
import type { Candidate, CandidateAction } from "../candidate/candidate.ts";
import { candidateTransitions } from "../candidate/candidate.ts";
import { loadCandidate, loadMoving } from "../candidate/load-candidate.command.ts";
import type { InterviewId } from "../tables.ts";
import type { InterviewRefusalCode } from "./interview.fr.ts";
import { lockInterview } from "./interview.store.ts";
import { type Interview, interviewTransitions, PRIVACIES } from "./interview.ts";

const code = (value: InterviewRefusalCode) => value;

const when = {
  candidateId: idText<"candidate">(),
  heldOn: dayText(),
  startsAt: optionalText(10)
    .refine((text) => text === "" || parseTimeInput(text) !== null, code("interview.time"))
    .transform((text) => parseTimeInput(text) ?? ""),
  personId: idText<"person">(),
};
const told = { notes: optionalText(8000), privacy: oneOf(PRIVACIES), nextStep: optionalText(500) };

type Made = { interviewId: InterviewId } | Refusal;

async function checkReceiver({ tx, organizationId }: CommandContext, personId: string): Promise<Refusal | null> {
  const team = await listFollowers(tx, organizationId);
  return team.some((one) => one.personId === personId)
    ? null
    : refuse("invalid", "candidate.followerMissing", {}, "personId");
}

/** The trace of an interview, and where it brings the candidacy. */
async function moved(
  context: CommandContext,
  { candidateId, status }: Candidate,
  action: CandidateAction | null,
  kind: EventKind,
  { interviewId, heldOn, contact }: { interviewId: InterviewId; heldOn: string; contact: boolean },
): Promise<Made> {
  const after = action === null ? null : next(candidateTransitions, status, action);
  const state = after === null ? {} : { status: after };
  await changeCandidate(context, candidateId, { ...state, contact });
  const details = { interviewId, on: heldOn };
  await recordEvent(context, { candidateId, kind, by: context.actor.personId, ...state, details });
  context.audit({ subjectKind: "parcours.candidate", subjectId: candidateId, details: { interviewId } });
  return { interviewId };
}

/** Sets a day with a candidate. */
export const planInterview = defineCommand({
  name: "parcours.interview.plan",
  input: z.object(when),
  async run(context, { candidateId, heldOn, startsAt, personId }): Promise<Made> {
    const moving = await loadMoving(context, candidateId, "plan");
    if (isRefusal(moving)) return moving;
    const refusal = await checkReceiver(context, personId);
    if (refusal) return refusal;
    if (heldOn < context.today) return refuse("invalid", "interview.past", {}, "heldOn");
    const interviewId = context.id<"interview">();
    const { tx, organizationId, actor, now } = context;
    await sql`insert into parcours.interview (organization_id, id, candidate_id, held_on, starts_at, person_id, status, written_by, written_at)
      values (${organizationId}, ${interviewId}, ${candidateId}, ${heldOn}, ${startsAt}, ${personId}, 'planned', ${actor.personId}, ${now})`.execute(
      tx,
    );
    return moved(context, moving.candidate, "plan", "interviewPlanned", { interviewId, heldOn, contact: true });
  },
});

/** Writes what was said: of an interview that was planned, or of one that simply took place. */
export const holdInterview = defineCommand({
  name: "parcours.interview.hold",
  input: z.object({ ...when, interviewId: idText<"interview">().nullable().default(null), ...told }),
  async run(context, input): Promise<Made> {
    const { candidateId, heldOn, startsAt, personId, notes, privacy, nextStep } = input;
    const moving = await loadMoving(context, candidateId, "hold");
    if (isRefusal(moving)) return moving;
    const refusal = await checkReceiver(context, personId);
    if (refusal) return refusal;
    if (heldOn > context.today) return refuse("invalid", "interview.future", {}, "heldOn");
    const { tx, organizationId, actor, now } = context;
    const interviewId = input.interviewId ?? context.id<"interview">();
    if (input.interviewId !== null) {
      const planned = await ofCandidate(context, candidateId, input.interviewId, "hold");
      if (isRefusal(planned)) return planned;
      await sql`update parcours.interview set held_on = ${heldOn}, starts_at = ${startsAt}, person_id = ${personId},
          status = 'held', notes = ${notes}, privacy = ${privacy}, next_step = ${nextStep}, written_by = ${actor.personId},
          written_at = ${now}
        where organization_id = ${organizationId} and id = ${interviewId}`.execute(tx);
    } else {
      await sql`insert into parcours.interview (organization_id, id, candidate_id, held_on, starts_at, person_id, status, notes,
          privacy, next_step, written_by, written_at)
        values (${organizationId}, ${interviewId}, ${candidateId}, ${heldOn}, ${startsAt}, ${personId}, 'held', ${notes},
          ${privacy}, ${nextStep}, ${actor.personId}, ${now})`.execute(tx);
    }
    return moved(context, moving.candidate, "hold", "interviewHeld", { interviewId, heldOn, contact: true });
  },
});

async function ofCandidate(
  { tx, organizationId }: CommandContext,
  candidateId: string,
  id: InterviewId,
  action: "hold" | "cancel",
): Promise<Interview | Refusal<InterviewRefusalCode>> {
  const interview = await lockInterview(tx, organizationId, id);
  if (interview === null || interview.candidateId !== candidateId) return refuse("missing", "interview.missing");
  if (next(interviewTransitions, interview.status, action) === null) return refuse("conflict", "interview.over");
  return interview;
}

/** An interview that will not take place. */
export const cancelInterview = defineCommand({
  name: "parcours.interview.cancel",
  input: z.object({ candidateId: idText<"candidate">(), interviewId: idText<"interview">() }),
  async run(context, { candidateId, interviewId }): Promise<Made> {
    const candidate = await loadCandidate(context, candidateId);
    if (isRefusal(candidate)) return candidate;
    const interview = await ofCandidate(context, candidateId, interviewId, "cancel");
    if (isRefusal(interview)) return interview;
    await sql`update parcours.interview set status = 'cancelled' where organization_id = ${context.organizationId}
      and id = ${interviewId}`.execute(context.tx);
    const { rows } = await sql`select 1 from parcours.interview where organization_id = ${context.organizationId}
      and candidate_id = ${candidateId} and status <> 'cancelled' limit 1`.execute(context.tx);
    const { heldOn } = interview;
    // While another one stands, the candidacy is where it was.
    const action = rows.length === 0 ? "unplan" : null;
    return moved(context, candidate, action, "interviewCancelled", { interviewId, heldOn, contact: false });
  },
});

/** Corrects the notes of an interview that took place: who may read them. */
export const rewriteInterview = defineCommand({
  name: "parcours.interview.rewrite",
  input: z.object({ candidateId: idText<"candidate">(), interviewId: idText<"interview">(), ...told }),
  async run(context, { candidateId, interviewId, notes, privacy, nextStep }): Promise<Made> {
    const { tx, organizationId, actor } = context;
    const candidate = await loadCandidate(context, candidateId);
    if (isRefusal(candidate)) return candidate;
    const interview = await lockInterview(tx, organizationId, interviewId);
    if (interview === null || interview.candidateId !== candidateId) return refuse("missing", "interview.missing");
    if (!mayReadNotes(actor, interview)) return refuse("forbidden", "interview.notYours");
    if (next(interviewTransitions, interview.status, "rewrite") === null) return refuse("conflict", "interview.over");
    await sql`update parcours.interview set notes = ${notes}, privacy = ${privacy}, next_step = ${nextStep}
      where organization_id = ${organizationId} and id = ${interviewId}`.execute(tx);
    context.audit({ subjectKind: "parcours.candidate", subjectId: candidateId, details: { interviewId } });
    return { interviewId };
  },
});
