/** A talk between a candidate and somebody of the team. */
import type { Day, Instant } from "#kernel/day.ts";
import type { PersonId } from "#kernel/id.ts";
import type { Transitions } from "#kernel/transition.ts";
import type { ClockTime } from "#kernel/zoned.ts";
import type { InterviewId } from "../tables.ts";

export type InterviewStatus = "planned" | "held" | "cancelled";
export type InterviewAction = "hold" | "rewrite" | "cancel";

export const interviewTransitions: Transitions<InterviewStatus, InterviewAction> = {
  planned: { hold: "held", cancel: "cancelled" },
  held: { rewrite: "held" },
  cancelled: {},
};

/** `team`: whoever may read candidates; `author`: who wrote it, and the direction. */
export const PRIVACIES = ["team", "author"] as const;
export type Privacy = (typeof PRIVACIES)[number];

export type Interview = {
  readonly interviewId: InterviewId;
  readonly heldOn: Day;
  /** "14:00", or "" when nobody said. */
  readonly startsAt: ClockTime | "";
  readonly personId: PersonId;
  readonly status: InterviewStatus;
  readonly notes: string;
  readonly privacy: Privacy;
  readonly nextStep: string;
  readonly writtenBy: PersonId;
  readonly writtenAt: Instant;
};
