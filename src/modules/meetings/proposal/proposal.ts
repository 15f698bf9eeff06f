/** Proposals: what somebody asks the cooperative to do, and what became of it. What was said and what was answered stay. */
import type { Instant } from "#kernel/day.ts";
import type { Id, PersonId } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import type { Transitions } from "#kernel/transition.ts";
import type { MeetingId } from "../meeting/meeting.ts";
import type { ProposalRefusalCode } from "./proposal.fr.ts";

export type ProposalId = Id<"proposal">;

export const STATUSES = ["filed", "scheduled", "postponed", "adopted", "amended", "refused", "withdrawn"] as const;
export type ProposalStatus = (typeof STATUSES)[number];

/** What a meeting may answer. */
export const OUTCOMES = ["adopt", "amend", "refuse", "postpone"] as const;
export type Outcome = (typeof OUTCOMES)[number];
export type ProposalAction = "place" | "remove" | "withdraw" | Outcome;

export const proposalTransitions: Transitions<ProposalStatus, ProposalAction> = {
  filed: { place: "scheduled", withdraw: "withdrawn" },
  scheduled: {
    ...{ adopt: "adopted", amend: "amended", refuse: "refused", postpone: "postponed" },
    ...{ remove: "filed", withdraw: "withdrawn" },
  },
  postponed: { place: "scheduled", withdraw: "withdrawn" },
  adopted: {},
  amended: {},
  refused: {},
  withdrawn: {},
};

/** Still to be answered: people support it and discuss it. */
export const isOpen = (status: ProposalStatus): boolean => Object.keys(proposalTransitions[status]).length > 0;

export type Proposal = {
  readonly id: ProposalId;
  readonly title: string;
  readonly body: string;
  readonly why: string;
  readonly status: ProposalStatus;
  readonly filedAt: Instant;
  readonly filedBy: PersonId;
  /** The meeting on whose agenda it is, while it is scheduled. */
  readonly meetingId: MeetingId | null;
};

export type Votes = { readonly for: number; readonly against: number; readonly abstained: number };

export type ProposalEvent = {
  readonly kind: ProposalAction;
  readonly meetingId: MeetingId | null;
  readonly reason: string;
  readonly amended: string;
  readonly votes: Votes | null;
  readonly at: Instant;
  readonly by: PersonId;
};

const COUNTED = /^\d{1,4}$/;

/** Hands as they were counted: three numbers, or none when nobody counted. */
export function readVotes(typed: {
  readonly votesFor: string;
  readonly votesAgainst: string;
  readonly votesAbstained: string;
}): Votes | null | Refusal<ProposalRefusalCode> {
  const fields = Object.entries(typed);
  if (fields.every(([, text]) => text === "")) return null;
  const wrong = fields.find(([, text]) => !COUNTED.test(text));
  if (wrong !== undefined) return refuse("invalid", "proposal.votes", {}, wrong[0]);
  return { for: Number(typed.votesFor), against: Number(typed.votesAgainst), abstained: Number(typed.votesAbstained) };
}
