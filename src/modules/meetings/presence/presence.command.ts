import { z } from "zod";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { personNames } from "#modules/membership/index.server.ts";
import { defineCommand } from "#platform/command.ts";
import { idText, oneOf } from "#platform/field.ts";
import type { MeetingRefusalCode } from "../meeting/meeting.fr.ts";
import { findMeeting } from "../meeting/meeting.store.ts";
import { type MeetingId, refuseUnlessComing } from "../meeting/meeting.ts";
import { withMinutes } from "../minutes/minutes.store.ts";
import { mayAnswerCall, mayNotePresence } from "./presence.policy.ts";
import { saveAnswer, saveSeen } from "./presence.store.ts";
import { ANSWERS, refuseUnlessNoted, SEENS } from "./presence.ts";

type Noted = { readonly meetingId: MeetingId };
type Refused = Refusal<MeetingRefusalCode>;

/** Says that one comes, or cannot. */
export const answerMeeting = defineCommand({
  name: "meetings.presence.answer",
  input: z.object({ meetingId: idText<"cooperativeMeeting">(), answer: oneOf(ANSWERS) }),
  async run(context, { meetingId, answer }): Promise<Noted | Refused> {
    const { tx, organizationId, actor, now } = context;
    const meeting = await findMeeting(tx, organizationId, meetingId, true);
    const refusal = mayAnswerCall(actor, meeting);
    if (refusal) return refusal;
    if (meeting === null) return refuse("missing", "meeting.missing");
    const closed = refuseUnlessComing(meeting, now);
    if (closed) return closed;
    await saveAnswer(context, meetingId, actor.personId, answer);
    context.audit({ subjectKind: "meetings.meeting", subjectId: meetingId, details: { answer } });
    return { meetingId };
  },
});

/** Notes who came, until the minutes are published. */
export const notePresence = defineCommand({
  name: "meetings.presence.note",
  input: z.object({
    meetingId: idText<"cooperativeMeeting">(),
    personId: idText<"person">(),
    seen: oneOf(SEENS),
  }),
  async run(context, { meetingId, personId, seen }): Promise<Noted | Refused> {
    const { tx, organizationId, actor, now } = context;
    const refusal = mayNotePresence(actor);
    if (refusal) return refusal;
    const meeting = await findMeeting(tx, organizationId, meetingId, true);
    if (meeting === null) return refuse("missing", "meeting.missing");
    const published = (await withMinutes(tx, organizationId, [meetingId])).has(meetingId);
    const closed = refuseUnlessNoted(meeting, published, now);
    if (closed) return closed;
    if (!(await personNames(tx, organizationId, [personId])).has(personId)) {
      return refuse("missing", "meeting.personMissing", {}, "personId");
    }
    await saveSeen(context, meetingId, personId, seen, actor.personId);
    context.audit({ subjectKind: "meetings.meeting", subjectId: meetingId, details: { personId, seen } });
    return { meetingId };
  },
});
