/** What an assembly votes on. Pure. */
import type { Id } from "#kernel/id.ts";
import type { Transitions } from "#kernel/transition.ts";
import type { AssemblyId } from "../assembly/assembly.ts";
import type { AssemblyKind } from "../setup/articles.ts";
import type { CollegeCount } from "./count.ts";
import type { Fraction } from "./fraction.ts";

export type MotionId = Id<"motion">;
export const BALLOTS = ["open", "secret"] as const;
export type Ballot = (typeof BALLOTS)[number];
export type MotionStatus = "written" | "voting" | "settled";
export type MotionAction = "open" | "settle" | "record";

/** A secret ballot is held on paper: its result is recorded, no vote is ever cast here. */
export const motionTransitions: Transitions<MotionStatus, MotionAction> = {
  written: { open: "voting", record: "settled" },
  voting: { settle: "settled" },
  settled: {},
};

export type MotionResult = {
  readonly adopted: boolean;
  readonly votesFor: number;
  readonly votesAgainst: number;
  readonly votesAbstain: number;
  readonly share: Fraction;
  readonly colleges: readonly CollegeCount[];
  readonly countedBy: string;
};

export type Motion = {
  readonly id: MotionId;
  readonly assemblyId: AssemblyId;
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly rule: AssemblyKind;
  readonly ballot: Ballot;
  readonly status: MotionStatus;
  readonly result: MotionResult | null;
};
