/** Cooperative meetings: who they are for, when and where. Consultative: general assemblies and their votes are something else. */
import type { Instant } from "#kernel/day.ts";
import type { Id } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { minutesAfter } from "#kernel/zoned.ts";
import type { MeetingRefusalCode } from "./meeting.fr.ts";

export type MeetingId = Id<"cooperativeMeeting">;

/** The whole cooperative, those who run an activity, or the support team alone. */
export const AUDIENCES = ["everybody", "entrepreneurs", "team"] as const;
export type Audience = (typeof AUDIENCES)[number];

export type Meeting = {
  readonly id: MeetingId;
  readonly title: string;
  readonly audience: Audience;
  readonly startsAt: Instant;
  readonly duration: number;
  readonly place: string;
  readonly link: string;
  readonly agenda: string;
  readonly draft: string;
  readonly cancelledAt: Instant | null;
  readonly cancelReason: string;
  readonly version: number;
};

export const hasBegun = ({ startsAt }: Pick<Meeting, "startsAt">, now: Instant): boolean => startsAt <= now;
export const isOver = ({ startsAt, duration }: Pick<Meeting, "startsAt" | "duration">, now: Instant): boolean =>
  minutesAfter(startsAt, duration) <= now;

type Standing = Pick<Meeting, "startsAt" | "cancelledAt">;

/** Until its hour a meeting is corrected, cancelled and answered. */
export function refuseUnlessComing(meeting: Standing, now: Instant): Refusal<MeetingRefusalCode> | null {
  if (meeting.cancelledAt !== null) return refuse("conflict", "meeting.cancelled");
  return hasBegun(meeting, now) ? refuse("conflict", "meeting.begun") : null;
}

/** From its hour on one notes who came and what was said. */
export function refuseUnlessBegun(meeting: Standing, now: Instant): Refusal<MeetingRefusalCode> | null {
  if (meeting.cancelledAt !== null) return refuse("conflict", "meeting.cancelled");
  return hasBegun(meeting, now) ? null : refuse("conflict", "meeting.notBegun");
}
