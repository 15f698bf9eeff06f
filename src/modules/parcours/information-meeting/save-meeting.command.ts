import { sql } from "kysely";
import { z } from "zod";
import { isRefusal, type Refusal, refuse } from "#kernel/refusal.ts";
import { type CommandContext, defineCommand } from "#platform/command.ts";
import { dayText, idText, optionalText, requiredText, ticked, versionNumber } from "#platform/field.ts";
import { parseTimeInput } from "#ui/time-input.ts";
import { writeToCandidate } from "../application/apply.command.ts";
import { mayCancelMeeting, mayReceiveCandidates } from "../candidate/candidate.policy.ts";
import { changeCandidate, findCandidate, recordEvent } from "../candidate/candidate.store.ts";
import type { InformationMeetingId } from "../tables.ts";
import type { InformationMeetingRefusalCode } from "./information-meeting.fr.ts";
import { findMeeting, registeredAt } from "./information-meeting.store.ts";
import type { InformationMeeting } from "./information-meeting.ts";

const code = (value: InformationMeetingRefusalCode) => value;
const whole = (least: number, most: number, refused: InformationMeetingRefusalCode) =>
  z.coerce.number(code(refused)).int(code(refused)).min(least, code(refused)).max(most, code(refused));

const meetingFields = {
  heldOn: dayText(),
  startsAt: requiredText(10)
    .refine((text) => parseTimeInput(text) !== null, code("informationMeeting.time"))
    .transform((text) => parseTimeInput(text) ?? text),
  minutes: whole(15, 480, "informationMeeting.minutes"),
  place: optionalText(300),
  link: optionalText(500).refine(
    (text) => text === "" || /^https:\/\/\S+$/.test(text),
    code("informationMeeting.link"),
  ),
  seats: whole(1, 500, "informationMeeting.seats"),
  notes: optionalText(2000),
  published: ticked(),
};

/** Makes an information meeting, or changes it (`meetingId`). A published one may be chosen on the public page. */
export const saveInformationMeeting = defineCommand({
  name: "parcours.informationMeeting.save",
  input: z
    .object({
      meetingId: idText<"informationMeeting">().nullable().default(null),
      version: versionNumber().nullable().default(null),
      ...meetingFields,
    })
    .refine(({ place, link }) => place !== "" || link !== "", {
      path: ["place"],
      message: code("informationMeeting.nowhere"),
    }),
  async run(context, input): Promise<{ meetingId: InformationMeetingId } | Refusal> {
    const { tx, organizationId, actor, now } = context;
    const refusal = mayReceiveCandidates(actor);
    if (refusal) return refusal;
    const { heldOn, startsAt, minutes, place, link, seats, notes, published } = input;
    const meetingId = input.meetingId ?? context.id<"informationMeeting">();
    if (input.meetingId === null) {
      await sql`insert into parcours.information_meeting (organization_id, id, held_on, starts_at, minutes, place, link, seats,
          notes, published, created_at, created_by)
        values (${organizationId}, ${meetingId}, ${heldOn}, ${startsAt}, ${minutes}, ${place}, ${link}, ${seats}, ${notes},
          ${published}, ${now}, ${actor.personId})`.execute(tx);
    } else {
      const meeting = await standing(context, meetingId);
      if (isRefusal(meeting)) return meeting;
      if (meeting.version !== input.version) return refuse("conflict", "informationMeeting.changedMeanwhile");
      if (seats < meeting.taken) {
        return refuse("invalid", "informationMeeting.fewerSeats", { taken: String(meeting.taken) }, "seats");
      }
      await sql`update parcours.information_meeting set held_on = ${heldOn}, starts_at = ${startsAt}, minutes = ${minutes},
          place = ${place}, link = ${link}, seats = ${seats}, notes = ${notes}, published = ${published}, version = version + 1
        where organization_id = ${organizationId} and id = ${meetingId}`.execute(tx);
    }
    context.audit({ subjectKind: "parcours.informationMeeting", subjectId: meetingId });
    return { meetingId };
  },
});

async function standing(
  { tx, organizationId }: CommandContext,
  id: InformationMeetingId,
): Promise<InformationMeeting | Refusal<InformationMeetingRefusalCode>> {
  await findMeeting(tx, organizationId, id, true);
  const meeting = await findMeeting(tx, organizationId, id);
  if (meeting === null) return refuse("missing", "informationMeeting.missing");
  return meeting.cancelled ? refuse("conflict", "informationMeeting.cancelled") : meeting;
}

/** Cancels a meeting and tells those who had a seat, each with a link to choose another one. */
export const cancelInformationMeeting = defineCommand({
  name: "parcours.informationMeeting.cancel",
  input: z.object({ meetingId: idText<"informationMeeting">() }),
  async run(context, { meetingId }): Promise<{ told: number } | Refusal> {
    const { tx, organizationId, actor, now } = context;
    const refusal = mayCancelMeeting(actor);
    if (refusal) return refusal;
    const meeting = await standing(context, meetingId);
    if (isRefusal(meeting)) return meeting;
    await sql`update parcours.information_meeting set cancelled_at = ${now}, version = version + 1
      where organization_id = ${organizationId} and id = ${meetingId}`.execute(tx);
    const registered = (await registeredAt(tx, organizationId, meetingId)).filter(
      ({ cancelled, attendance }) => !cancelled && attendance === null,
    );
    for (const { candidateId } of registered) {
      await sql`update parcours.registration set cancelled_at = ${now} where organization_id = ${organizationId}
        and meeting_id = ${meetingId} and candidate_id = ${candidateId}`.execute(tx);
      const candidate = await findCandidate(tx, organizationId, candidateId, true);
      const back = candidate?.status === "invited" ? ({ status: "received" } as const) : {};
      await changeCandidate(context, candidateId, { ...back, contact: true });
      const event = { candidateId, kind: "meetingCancelled", by: actor.personId, details: { meetingId } } as const;
      await recordEvent(context, { ...event, ...back });
      await writeToCandidate(context, candidateId, "meetingCancelled", meeting);
    }
    context.audit({
      subjectKind: "parcours.informationMeeting",
      subjectId: meetingId,
      details: { told: registered.length },
    });
    return { told: registered.length };
  },
});
