/** An opinion poll on each of several things. It evaluates each, chooses none, and decides nothing. Pure. */
import type { Instant } from "#kernel/day.ts";
import type { Id } from "#kernel/id.ts";
import type { Transitions } from "#kernel/transition.ts";
import type { RoomId, ScenarioId } from "../room/room.ts";

export type PollId = Id<"poll">;
export type PollItemId = Id<"pollItem">;

export const ANSWERS = ["favourable", "neutral", "unfavourable", "noOpinion"] as const;
export type Answer = (typeof ANSWERS)[number];

export type PollStatus = "ready" | "open" | "closed";
export const pollTransitions: Transitions<PollStatus, "open" | "close"> = {
  ready: { open: "open" },
  open: { close: "closed" },
  closed: {},
};

export type Poll = {
  readonly id: PollId;
  readonly roomId: RoomId;
  readonly title: string;
  /** Results are read by all while it is open. */
  readonly live: boolean;
  readonly status: PollStatus;
  readonly openedAt: Instant | null;
  readonly closedAt: Instant | null;
};

export type Counts = Readonly<Record<Answer, number>>;
export const NO_COUNTS: Counts = { favourable: 0, neutral: 0, unfavourable: 0, noOpinion: 0 };

export type PollItem = {
  readonly id: PollItemId;
  readonly label: string;
  readonly scenarioId: ScenarioId | null;
  readonly counts: Counts;
};

/** What was answered on each item, and by how many people in all. */
export type PollResults = Poll & { readonly items: readonly PollItem[]; readonly answered: number };

/** Read by everybody: once it is closed, or from its opening when the facilitator said so. */
export const resultsShown = ({ status, live }: Pick<Poll, "status" | "live">): boolean =>
  status === "closed" || (status === "open" && live);
