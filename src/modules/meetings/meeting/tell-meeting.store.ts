import { dayIn } from "#kernel/day.ts";
import type { PersonId } from "#kernel/id.ts";
import type { Topic } from "#kernel/topic.ts";
import { timeIn } from "#kernel/zoned.ts";
import { membersAmong, organizationProfile } from "#modules/membership/index.server.ts";
import { notify } from "#modules/notification/index.server.ts";
import type { CommandContext } from "#platform/command.ts";
import { day } from "#ui/format.ts";
import type { Meeting } from "./meeting.ts";

type Told = Pick<Meeting, "id" | "title" | "audience" | "startsAt">;

/** Those whom a meeting is for learn of it, each by the pace they chose. */
export async function tellMeeting(
  context: CommandContext,
  meeting: Told,
  topic: Topic,
  facts: Readonly<Record<string, string>> = {},
): Promise<void> {
  const { tx, organizationId, now } = context;
  const { timeZone } = await organizationProfile(tx, organizationId);
  const to: readonly PersonId[] = await membersAmong(tx, organizationId, meeting.audience, now);
  await notify(context, {
    ...{ to, topic, subject: { kind: "meetings.meeting", id: meeting.id }, path: `reunions/${meeting.id}` },
    facts: {
      title: meeting.title,
      day: day(dayIn(meeting.startsAt, timeZone)),
      time: timeIn(meeting.startsAt, timeZone),
      ...facts,
    },
  });
}
