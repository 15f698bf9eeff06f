import type { Reader } from "#platform/http/tenant.ts";
import { listMeetings } from "./meeting.store.ts";
import type { Meeting } from "./meeting.ts";
import { audiencesOf } from "./meeting-rows.store.ts";

const MOST = 100;

/** What stands of the meetings to come that this reader may know and is called to: for their diary. */
export async function comingMeetings(
  reader: Pick<Reader, "tx" | "actor" | "organizationId" | "now">,
): Promise<Meeting[]> {
  const { tx, actor, organizationId, now } = reader;
  const audiences = audiencesOf(reader).filter((audience) => audience !== "entrepreneurs" || actor.own.size > 0);
  const found = await listMeetings(tx, organizationId, { now, when: "coming", audiences, limit: MOST });
  return found.filter(({ cancelledAt }) => cancelledAt === null);
}
