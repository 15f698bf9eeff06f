import { z } from "zod";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { instantAt } from "#kernel/zoned.ts";
import { organizationProfile } from "#modules/membership/index.server.ts";
import { type CommandContext, defineCommand } from "#platform/command.ts";
import { dayText, idText, oneOf, optionalText, requiredText, timeText, versionNumber } from "#platform/field.ts";
import { moveProposal, proposalsOfMeeting } from "../proposal/proposal.store.ts";
import type { MeetingsTables } from "../tables.ts";
import { MEETING_ANNOUNCED, MEETING_CANCELLED, MEETING_MOVED } from "../topics.ts";
import type { MeetingRefusalCode } from "./meeting.fr.ts";
import { mayConvene } from "./meeting.policy.ts";
import { findMeeting } from "./meeting.store.ts";
import { AUDIENCES, type MeetingId, refuseUnlessComing } from "./meeting.ts";
import { tellMeeting } from "./tell-meeting.store.ts";

type Saved = { readonly meetingId: MeetingId };
type Refused = Refusal<MeetingRefusalCode>;

const fields = {
  title: requiredText(120),
  day: dayText(),
  time: timeText(),
  duration: z.coerce
    .number("field.wholeNumber")
    .int("field.wholeNumber")
    .min(15, "field.other")
    .max(720, "field.tooLarge"),
  place: optionalText(200),
  link: optionalText(500),
  agenda: optionalText(4000),
};
type Given = z.infer<z.ZodObject<typeof fields>>;

/** Where and when, as they are kept; refused when it is over already, or nowhere. */
async function readGiven({ tx, organizationId, now }: CommandContext, given: Given) {
  const { day, time, ...words } = given;
  if (words.place === "" && words.link === "") return refuse("invalid", "meeting.nowhere", {}, "place");
  if (words.link !== "" && !isAddress(words.link)) return refuse("invalid", "meeting.link", {}, "link");
  const { timeZone } = await organizationProfile(tx, organizationId);
  const startsAt = instantAt(day, time, timeZone);
  if (startsAt <= now) return refuse("invalid", "meeting.past", {}, "day");
  return { ...words, startsAt };
}

const isAddress = (text: string): boolean => /^https:\/\/\S+$/.test(text) && URL.canParse(text);

/** Calls a meeting: those whom it is for are told. */
export const announceMeeting = defineCommand({
  name: "meetings.meeting.announce",
  input: z.object({ ...fields, audience: oneOf(AUDIENCES) }),
  async run(context, { audience, ...given }): Promise<Saved | Refused> {
    const { tx, organizationId, actor, now } = context;
    const refusal = mayConvene(actor);
    if (refusal) return refusal;
    const read = await readGiven(context, given);
    if ("refused" in read) return read;
    const { startsAt, ...words } = read;
    const id = context.id<"cooperativeMeeting">();
    await tx
      .withTables<MeetingsTables>()
      .insertInto("meetings.meeting")
      .values({
        ...{ organization_id: organizationId, id, ...words, audience, starts_at: startsAt },
        ...{ created_at: now, created_by: actor.personId, cancelled_at: null },
      })
      .execute();
    await tellMeeting(context, { id, title: words.title, audience, startsAt }, MEETING_ANNOUNCED);
    context.audit({ subjectKind: "meetings.meeting", subjectId: id });
    return { meetingId: id };
  },
});

/** Corrects it before its hour. Another moment is told. */
export const updateMeeting = defineCommand({
  name: "meetings.meeting.update",
  input: z.object({ ...fields, meetingId: idText<"cooperativeMeeting">(), version: versionNumber() }),
  async run(context, { meetingId, version, ...given }): Promise<Saved | Refused> {
    const { tx, organizationId, now } = context;
    const refusal = mayConvene(context.actor);
    if (refusal) return refusal;
    const meeting = await findMeeting(tx, organizationId, meetingId, true);
    if (meeting === null) return refuse("missing", "meeting.missing");
    const closed = refuseUnlessComing(meeting, now);
    if (closed) return closed;
    if (meeting.version !== version) return refuse("conflict", "meeting.changed");
    const read = await readGiven(context, given);
    if ("refused" in read) return read;
    const { startsAt, ...words } = read;
    await tx
      .withTables<MeetingsTables>()
      .updateTable("meetings.meeting")
      .set({ ...words, starts_at: startsAt, version: version + 1 })
      .where("organization_id", "=", organizationId)
      .where("id", "=", meetingId)
      .execute();
    if (startsAt !== meeting.startsAt) {
      await tellMeeting(context, { ...meeting, title: words.title, startsAt }, MEETING_MOVED);
    }
    context.audit({ subjectKind: "meetings.meeting", subjectId: meetingId });
    return { meetingId };
  },
});

/** It will not take place: its proposals await another one. */
export const cancelMeeting = defineCommand({
  name: "meetings.meeting.cancel",
  input: z.object({ meetingId: idText<"cooperativeMeeting">(), reason: requiredText(500) }),
  async run(context, { meetingId, reason }): Promise<Saved | Refused> {
    const { tx, organizationId, now } = context;
    const refusal = mayConvene(context.actor);
    if (refusal) return refusal;
    const meeting = await findMeeting(tx, organizationId, meetingId, true);
    if (meeting === null) return refuse("missing", "meeting.missing");
    const closed = refuseUnlessComing(meeting, now);
    if (closed) return closed;
    const proposals = await proposalsOfMeeting(tx, organizationId, meetingId);
    for (const proposal of proposals.filter((one) => one.meetingId === meetingId)) {
      await moveProposal(context, proposal.id, "filed", { kind: "remove", meetingId, reason });
    }
    await tx
      .withTables<MeetingsTables>()
      .updateTable("meetings.meeting")
      .set({ cancelled_at: now, cancel_reason: reason, version: meeting.version + 1 })
      .where("organization_id", "=", organizationId)
      .where("id", "=", meetingId)
      .execute();
    await tellMeeting(context, meeting, MEETING_CANCELLED, { reason });
    context.audit({ subjectKind: "meetings.meeting", subjectId: meetingId });
    return { meetingId };
  },
});
