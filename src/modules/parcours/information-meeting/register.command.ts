import { sql } from "kysely";
import type { PersonId } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { next } from "#kernel/transition.ts";
import type { OpenContext } from "#platform/command.ts";
import { changeCandidate, recordEvent } from "../candidate/candidate.store.ts";
import { type Candidate, candidateTransitions } from "../candidate/candidate.ts";
import type { InformationMeetingId } from "../tables.ts";
import type { InformationMeetingRefusalCode } from "./information-meeting.fr.ts";
import { findMeeting, registrationsOf } from "./information-meeting.store.ts";
import { type InformationMeeting, isOpenTo, seatsLeft } from "./information-meeting.ts";

/** Steps of other acts: somebody takes a seat, or gives it back. Whose right it is was decided by the act. */

/**
 * Takes a seat. `timeZone`: somebody from outside, who may choose among open meetings only; null for the team, which
 * writes down whoever came. Seats are counted once nobody else can take one.
 */
export async function takeSeat(
  context: OpenContext,
  candidate: Pick<Candidate, "candidateId" | "status">,
  meetingId: InformationMeetingId,
  { by, timeZone }: { readonly by: PersonId | null; readonly timeZone: string | null },
): Promise<InformationMeeting | Refusal<InformationMeetingRefusalCode>> {
  const { tx, organizationId, now } = context;
  const { candidateId } = candidate;
  await findMeeting(tx, organizationId, meetingId, true);
  const meeting = await findMeeting(tx, organizationId, meetingId);
  if (meeting === null) return refuse("invalid", "informationMeeting.gone", {}, "meetingId");
  const open = timeZone === null ? !meeting.cancelled : isOpenTo(meeting, now, timeZone);
  if (!open) return refuse("invalid", "informationMeeting.gone", {}, "meetingId");
  const standing = (await registrationsOf(tx, organizationId, candidateId)).some(
    (registration) => registration.meetingId === meetingId && !registration.cancelled,
  );
  if (standing) return meeting;
  if (seatsLeft(meeting) === 0) return refuse("invalid", "informationMeeting.full", {}, "meetingId");
  await sql`insert into parcours.registration (organization_id, meeting_id, candidate_id, registered_at)
    values (${organizationId}, ${meetingId}, ${candidateId}, ${now})
    on conflict (organization_id, meeting_id, candidate_id)
      do update set cancelled_at = null, registered_at = excluded.registered_at, attendance = null`.execute(tx);
  const status = next(candidateTransitions, candidate.status, "invite");
  if (status !== null) await changeCandidate(context, candidateId, { status, contact: by === null });
  const moved = status === null ? {} : { status };
  await recordEvent(context, { candidateId, kind: "registered", by, ...moved, details: { meetingId } });
  return { ...meeting, taken: meeting.taken + 1 };
}

/** Gives back the seats of coming meetings, all but one that is kept. True when there was one. */
export async function giveSeatsBack(
  context: OpenContext,
  candidateId: Candidate["candidateId"],
  { keep, by }: { readonly keep: InformationMeetingId | null; readonly by: PersonId | null },
): Promise<boolean> {
  const { tx, organizationId, now, today } = context;
  const registrations = await registrationsOf(tx, organizationId, candidateId);
  const given = registrations.filter(
    ({ meetingId, cancelled, attendance, heldOn }) =>
      meetingId !== keep && !cancelled && attendance === null && heldOn >= today,
  );
  for (const { meetingId } of given) {
    await sql`update parcours.registration set cancelled_at = ${now} where organization_id = ${organizationId}
      and meeting_id = ${meetingId} and candidate_id = ${candidateId}`.execute(tx);
    await recordEvent(context, { candidateId, kind: "unregistered", by, details: { meetingId } });
  }
  return given.length > 0;
}
