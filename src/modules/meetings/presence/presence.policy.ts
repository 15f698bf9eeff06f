import type { Actor } from "#kernel/actor.ts";
import type { Refusal } from "#kernel/refusal.ts";
import type { MeetingRefusalCode } from "../meeting/meeting.fr.ts";
import { mayConvene, mayReadMeeting } from "../meeting/meeting.policy.ts";
import type { Meeting } from "../meeting/meeting.ts";

/** Each says for themself whether they come to a meeting that they may read. */
export const mayAnswerCall = (
  actor: Actor,
  meeting: Pick<Meeting, "audience"> | null,
): Refusal<MeetingRefusalCode> | null => mayReadMeeting(actor, meeting);

/** Whoever calls meetings notes who came. */
export const mayNotePresence = (actor: Actor): Refusal<MeetingRefusalCode> | null => mayConvene(actor);
