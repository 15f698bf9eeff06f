import { z } from "zod";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { type CommandContext, defineCommand } from "#platform/command.ts";
import { idText, optionalText, requiredText } from "#platform/field.ts";
import type { MeetingRefusalCode } from "../meeting/meeting.fr.ts";
import { findMeeting } from "../meeting/meeting.store.ts";
import { type Meeting, type MeetingId, refuseUnlessBegun } from "../meeting/meeting.ts";
import { tellMeeting } from "../meeting/tell-meeting.store.ts";
import type { MeetingsTables } from "../tables.ts";
import { MINUTES_PUBLISHED } from "../topics.ts";
import { mayWriteMinutes } from "./minutes.policy.ts";
import { minutesOf } from "./minutes.store.ts";

type Written = { readonly meetingId: MeetingId };
type Refused = Refusal<MeetingRefusalCode>;
const MOST = 40_000;

/** A meeting that has begun and stands, for whoever writes its minutes. */
async function writable(context: CommandContext, meetingId: MeetingId): Promise<Meeting | Refused> {
  const { tx, organizationId, actor, now } = context;
  const refusal = mayWriteMinutes(actor);
  if (refusal) return refusal;
  const meeting = await findMeeting(tx, organizationId, meetingId, true);
  if (meeting === null) return refuse("missing", "meeting.missing");
  return refuseUnlessBegun(meeting, now) ?? meeting;
}

async function keepDraft({ tx, organizationId }: CommandContext, id: MeetingId, draft: string): Promise<void> {
  await tx
    .withTables<MeetingsTables>()
    .updateTable("meetings.meeting")
    .set({ draft })
    .where("organization_id", "=", organizationId)
    .where("id", "=", id)
    .execute();
}

/** Keeps minutes that are not ready to be read. */
export const draftMinutes = defineCommand({
  name: "meetings.minutes.draft",
  input: z.object({ meetingId: idText<"cooperativeMeeting">(), body: optionalText(MOST) }),
  async run(context, { meetingId, body }): Promise<Written | Refused> {
    const meeting = await writable(context, meetingId);
    if ("refused" in meeting) return meeting;
    await keepDraft(context, meetingId, body);
    context.audit({ subjectKind: "meetings.meeting", subjectId: meetingId });
    return { meetingId };
  },
});

/** Publishes minutes, or one more version of them: none is ever changed. Those whom the meeting is for are told. */
export const publishMinutes = defineCommand({
  name: "meetings.minutes.publish",
  input: z.object({ meetingId: idText<"cooperativeMeeting">(), body: requiredText(MOST) }),
  async run(context, { meetingId, body }): Promise<Written | Refused> {
    const { tx, organizationId, actor, now } = context;
    const meeting = await writable(context, meetingId);
    if ("refused" in meeting) return meeting;
    const [last] = await minutesOf(tx, organizationId, meetingId);
    if (last?.body === body) return refuse("conflict", "meeting.sameMinutes", {}, "body");
    const version = (last?.version ?? 0) + 1;
    await tx
      .withTables<MeetingsTables>()
      .insertInto("meetings.minutes")
      .values({
        ...{ organization_id: organizationId, meeting_id: meetingId, version, body },
        ...{ published_at: now, published_by: actor.personId },
      })
      .execute();
    await keepDraft(context, meetingId, "");
    await tellMeeting(context, meeting, MINUTES_PUBLISHED);
    context.audit({ subjectKind: "meetings.meeting", subjectId: meetingId, details: { version } });
    return { meetingId };
  },
});
