/** Who says that they come to a meeting, and who came. */
import type { Instant } from "#kernel/day.ts";
import type { PersonId } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import type { MeetingRefusalCode } from "../meeting/meeting.fr.ts";
import { type Meeting, refuseUnlessBegun } from "../meeting/meeting.ts";

export const ANSWERS = ["coming", "excused"] as const;
export const SEENS = ["present", "excused", "absent"] as const;

export type Presence = {
  readonly personId: PersonId;
  readonly answer: (typeof ANSWERS)[number] | null;
  readonly seen: (typeof SEENS)[number] | null;
};

/** Who came is noted from the hour of the meeting until its minutes are published. */
export function refuseUnlessNoted(
  meeting: Pick<Meeting, "startsAt" | "cancelledAt">,
  published: boolean,
  now: Instant,
): Refusal<MeetingRefusalCode> | null {
  return refuseUnlessBegun(meeting, now) ?? (published ? refuse("conflict", "meeting.presencesKept") : null);
}
