import { z } from "zod";
import { isRefusal, type Refusal, refuse } from "#kernel/refusal.ts";
import { next } from "#kernel/transition.ts";
import { organizationProfile } from "#modules/membership/index.server.ts";
import type { OpenContext } from "#platform/command.ts";
import { idText, optionalId } from "#platform/field.ts";
import { definePublicCommand } from "#platform/public-command.ts";
import { completedFields } from "../candidate/application-input.ts";
import { changeCandidate, recordEvent } from "../candidate/candidate.store.ts";
import { type Candidate, candidateTransitions, differences, isOpen, textOf } from "../candidate/candidate.ts";
import { registrationsOf } from "../information-meeting/information-meeting.store.ts";
import { giveSeatsBack, takeSeat } from "../information-meeting/register.command.ts";
import { lockOpenIntake } from "../intake/intake.store.ts";
import type { ApplicationRefusalCode } from "./application.fr.ts";
import { writeToCandidate } from "./apply.command.ts";
import { candidateBehind } from "./link.store.ts";
import type { CandidateLinkId } from "./link.ts";

/** What a personal link opens: one candidacy, while it goes on. */
async function ownCandidacy(
  context: OpenContext,
  linkId: CandidateLinkId,
): Promise<Candidate | Refusal<ApplicationRefusalCode>> {
  const { tx, organizationId, now } = context;
  if (!(await lockOpenIntake(tx, organizationId))) return refuse("missing", "application.closed");
  const candidate = await candidateBehind(tx, organizationId, linkId, now, true);
  if (candidate === null) return refuse("missing", "application.linkEnded");
  return isOpen(candidate.status) ? candidate : refuse("conflict", "application.over");
}

/** What the seal of the address named: pages read it, never a form. */
const link = { linkId: idText<"candidateLink">() };

/** A candidate tells more, or corrects what they told. What stood before is kept in the trace. */
export const completeApplication = definePublicCommand({
  public: true,
  name: "parcours.candidate.complete",
  input: z.object({ ...link, ...completedFields }),
  async act(context, { linkId, ...told }): Promise<{ saved: true } | Refusal> {
    const candidate = await ownCandidacy(context, linkId);
    if (isRefusal(candidate)) return candidate;
    const { candidateId, email } = candidate;
    const application = { ...told, email };
    const before = Object.fromEntries(
      differences(candidate, application).map((field) => [field, textOf(candidate, field)]),
    );
    await changeCandidate(context, candidateId, { application, contact: true });
    await recordEvent(context, { candidateId, kind: "completed", by: null, details: { before } });
    context.audit({ subjectKind: "parcours.candidate", subjectId: candidateId });
    return { saved: true };
  },
});

/** A candidate takes a seat in another meeting, or gives theirs back. */
export const changeRegistration = definePublicCommand({
  public: true,
  name: "parcours.registration.change",
  input: z.object({ ...link, meetingId: optionalId<"informationMeeting">() }),
  async act(context, { linkId, meetingId }): Promise<{ saved: true } | Refusal> {
    const candidate = await ownCandidacy(context, linkId);
    if (isRefusal(candidate)) return candidate;
    const { candidateId } = candidate;
    await giveSeatsBack(context, candidateId, { keep: meetingId, by: null });
    const { timeZone } = await organizationProfile(context.tx, context.organizationId);
    const meeting = meetingId === null ? null : await takeSeat(context, candidate, meetingId, { by: null, timeZone });
    if (isRefusal(meeting)) return meeting;
    if (meeting === null) await noSeatLeft(context, candidate);
    await writeToCandidate(context, candidateId, "changed", meeting);
    context.audit({ subjectKind: "parcours.candidate", subjectId: candidateId });
    return { saved: true };
  },
});

/** Registered for no meeting any more: the candidacy is as it was before, unless it went further. */
async function noSeatLeft(context: OpenContext, { candidateId, status }: Candidate): Promise<void> {
  const registrations = await registrationsOf(context.tx, context.organizationId, candidateId);
  if (registrations.some(({ cancelled }) => !cancelled)) return;
  const before = next(candidateTransitions, status, "withdraw");
  if (before === null) return;
  await changeCandidate(context, candidateId, { status: before, contact: true });
  await recordEvent(context, { candidateId, kind: "changed", by: null, status: before });
}

/** A candidate gives up: nobody calls them any more. */
export const withdrawApplication = definePublicCommand({
  public: true,
  name: "parcours.candidate.withdraw",
  input: z.object(link),
  async act(context, { linkId }): Promise<{ withdrawn: true } | Refusal> {
    const candidate = await ownCandidacy(context, linkId);
    if (isRefusal(candidate)) return candidate;
    const { candidateId } = candidate;
    const status = next(candidateTransitions, candidate.status, "abandon");
    if (status === null) return refuse("conflict", "application.over");
    await giveSeatsBack(context, candidateId, { keep: null, by: null });
    await changeCandidate(context, candidateId, { status, contact: true });
    await recordEvent(context, { candidateId, kind: "withdrew", by: null, status });
    context.audit({ subjectKind: "parcours.candidate", subjectId: candidateId });
    return { withdrawn: true };
  },
});
