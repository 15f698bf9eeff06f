import type { Actor, SupportRole } from "#kernel/actor.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import type { MeetingRefusalCode } from "./meeting.fr.ts";
import type { Meeting } from "./meeting.ts";

export const CONVENING: readonly SupportRole[] = ["accompagnateur", "direction", "administrator"];

/** Who calls meetings, keeps who came, writes minutes and records outcomes: those who accompany, whatever they reach. */
export function mayConvene(actor: Actor): Refusal<MeetingRefusalCode> | null {
  return actor.grants.some(({ role }) => CONVENING.includes(role)) ? null : refuse("forbidden", "meeting.notAllowed");
}

/** A meeting of the team is the team's own; any other one is everybody's to read. */
export function mayReadMeeting(
  actor: Actor,
  meeting: Pick<Meeting, "audience"> | null,
): Refusal<MeetingRefusalCode> | null {
  if (meeting === null || (meeting.audience === "team" && actor.grants.length === 0)) {
    return refuse("missing", "meeting.missing");
  }
  return null;
}
